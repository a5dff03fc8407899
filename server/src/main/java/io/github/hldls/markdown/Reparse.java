package io.github.hldls.markdown;

import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Reads a text of which an earlier state is known: the chapters around an edit are taken over. */
final class Reparse {
  /** After so many headings that are none any more, all the rest is read. */
  private static final int MAX_TRIES = 3;

  private final MarkdownFile before;
  private final SourceText source;
  private final SourceText read;
  private final BiFunction<SourceText, String, List<Block>> parser;

  /**
   * @param source the new text
   * @param read its lines as they are to be parsed
   * @param parser gives the blocks of some lines, as written and as they are to be parsed
   */
  Reparse(
      MarkdownFile before,
      SourceText source,
      SourceText read,
      BiFunction<SourceText, String, List<Block>> parser) {
    this.before = before;
    this.source = source;
    this.read = read;
    this.parser = parser;
  }

  /** The blocks of the new text. */
  List<Block> blocks() {
    List<Chapter> chapters = Chapter.of(before);
    int shift = source.lineCount() - before.source().lineCount();
    int kept = leading(chapters);
    int first = kept == 0 ? 0 : chapters.get(kept).firstLine();
    int next = trailing(chapters, kept, shift);
    for (int i = 0; i < MAX_TRIES && next < chapters.size(); i++, next++) {
      int line = chapters.get(next).firstLine() + shift;
      List<Block> edited = line > first ? parse(first, line + 1) : List.of();
      int last = edited.size() - 1;
      if (last >= 0 && Chapter.headingLine(source, edited.get(last)) == line) {
        return joined(chapters, kept, edited.subList(0, last), next);
      }
    }
    return joined(chapters, kept, parse(first, source.lineCount()), chapters.size());
  }

  /** How many chapters at the start stand as they stood; the next one's heading does, too. */
  private int leading(List<Chapter> chapters) {
    int same = 0;
    while (same < chapters.size() && isAt(chapters.get(same), 0)) {
      same++;
    }
    return Math.max(0, same - 1);
  }

  /** The first of the chapters at the end that stand as they stood, but for where. */
  private int trailing(List<Chapter> chapters, int kept, int shift) {
    int next = chapters.size();
    while (next > kept + 1 && isAt(chapters.get(next - 1), shift)) {
      next--;
    }
    return next;
  }

  private boolean isAt(Chapter chapter, int shift) {
    int first = chapter.firstLine() + shift;
    int end = chapter.endLine() + shift;
    return first >= 0 && end <= source.lineCount() && chapter.isAt(source, read, first, end);
  }

  private List<Block> parse(int first, int end) {
    int start = source.lineStart(first);
    SourceText part = new SourceText(source.text().substring(start, source.lineStart(end)));
    String lines = read.substring(new TextRange(read.lineStart(first), read.lineStart(end)));
    return moved(parser.apply(part, lines), start);
  }

  private List<Block> joined(List<Chapter> chapters, int kept, List<Block> edited, int next) {
    List<Block> blocks = new ArrayList<>(before.blocks().size() + edited.size());
    chapters.subList(0, kept).forEach(chapter -> blocks.addAll(chapter.blocks()));
    blocks.addAll(edited);
    int by = source.length() - before.source().length();
    chapters
        .subList(next, chapters.size())
        .forEach(chapter -> blocks.addAll(moved(chapter.blocks(), by)));
    return blocks;
  }

  private static List<Block> moved(List<Block> blocks, int by) {
    return by == 0 ? blocks : blocks.stream().map(block -> block.moved(by)).toList();
  }
}
