package io.github.hldls.markdown;

import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands from one top-level heading to the next. Such a heading ends whatever is open before
 * it, so a chapter reads the same wherever it stands: what was found out about it once holds as
 * long as its lines do.
 *
 * @param source the file's text
 * @param read the same lines as they were parsed
 * @param firstLine the line of its heading, counted from 0; the file's first line for what comes
 *     before any
 * @param endLine the line after its last
 * @param blocks its top-level blocks
 */
public record Chapter(
    SourceText source, SourceText read, int firstLine, int endLine, List<Block> blocks) {

  /** The chapters of a file, in order; at least one. */
  public static List<Chapter> of(MarkdownFile file) {
    List<Chapter> chapters = new ArrayList<>();
    SourceText source = file.source();
    int first = 0;
    int firstBlock = 0;
    for (int i = 0; i < file.blocks().size(); i++) {
      int line = headingLine(source, file.blocks().get(i));
      if (line > first) {
        List<Block> blocks = file.blocks().subList(firstBlock, i);
        chapters.add(new Chapter(source, file.read(), first, line, blocks));
        first = line;
        firstBlock = i;
      }
    }
    List<Block> rest = file.blocks().subList(firstBlock, file.blocks().size());
    chapters.add(new Chapter(source, file.read(), first, source.lineCount(), rest));
    return chapters;
  }

  /** The line that a block begins as a heading which no list or quote can take in, or -1. */
  static int headingLine(SourceText source, Block block) {
    if (!(block instanceof Block.Heading)
        || !source.text().startsWith("#", block.range().start())) {
      return -1;
    }
    int line = source.lineOf(block.range().start());
    return source.lineStart(line) == block.range().start() ? line : -1;
  }

  /** Its lines, the last one's ending included. */
  public TextRange range() {
    return new TextRange(source.lineStart(firstLine), source.lineStart(endLine));
  }

  /** The chapter as a file of its own. */
  public MarkdownFile alone() {
    SourceText text = new SourceText(source.substring(range()));
    int start = range().start();
    List<Block> moved = blocks.stream().map(block -> block.moved(-start)).toList();
    return new MarkdownFile(text, moved, List.of(), text);
  }

  /** Whether another chapter has the same lines, read in the same way. */
  public boolean isSame(Chapter other) {
    return isAt(other.source, other.read, other.firstLine, other.endLine);
  }

  /** Whether its lines stand in another text at a line and end before a second one. */
  boolean isAt(SourceText otherSource, SourceText otherRead, int first, int end) {
    return end - first == endLine - firstLine
        && isSame(source, otherSource, first, end)
        && ((read.equals(source) && otherRead.equals(otherSource))
            || isSame(read, otherRead, first, end));
  }

  private boolean isSame(SourceText mine, SourceText others, int first, int end) {
    int start = mine.lineStart(firstLine);
    int length = mine.lineStart(endLine) - start;
    int otherStart = others.lineStart(first);
    return others.lineStart(end) - otherStart == length
        && mine.text().regionMatches(start, others.text(), otherStart, length);
  }
}
