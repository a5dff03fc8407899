package io.github.hldls.editor;

import io.github.hldls.facts.Passage;
import io.github.hldls.markdown.Block;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** What can be folded, and what a selection grows to. */
public final class Folds {
  private Folds() {}

  /** Whole lines from the first to the last, which stays hidden with them. */
  public record Fold(int firstLine, int lastLine) {}

  public static List<Fold> of(FileView file) {
    SourceText source = file.source();
    List<TextRange> ranges = new ArrayList<>();
    Sections.of(file.facts()).stream().map(Passage::range).forEach(ranges::add);
    file.facts().file().markdown().blocks(Block.CodeBlock.class).stream()
        .map(Block::range)
        .forEach(ranges::add);
    file.facts().file().markdown().blocks(Block.Table.class).stream()
        .map(Block::range)
        .forEach(ranges::add);
    return ranges.stream()
        .map(range -> new Fold(source.lineOf(range.start()), lastLine(source, range)))
        .filter(fold -> fold.lastLine() > fold.firstLine())
        .distinct()
        .toList();
  }

  private static int lastLine(SourceText source, TextRange range) {
    return source.lineOf(Math.max(range.start(), range.end() - 1));
  }

  /** The ranges around an offset, innermost first: its line, its passages, the file. */
  public static List<TextRange> around(FileView file, int offset) {
    List<TextRange> ranges = new ArrayList<>();
    for (Passage passage : file.facts().passages()) {
      TextRange range = passage.range();
      if (range.start() <= offset && offset <= range.end()) {
        ranges.add(0, range);
      }
    }
    TextRange line = file.source().line(file.source().lineOf(offset));
    ranges.add(0, line);
    List<TextRange> nested = new ArrayList<>();
    for (TextRange range : ranges) {
      TextRange last =
          nested.isEmpty() ? new TextRange(offset, offset) : nested.get(nested.size() - 1);
      if (range.contains(last) && !range.equals(last)) {
        nested.add(range);
      }
    }
    return nested.isEmpty() ? List.of(line) : nested;
  }
}
