package io.github.hldls.calculation;

import io.github.hldls.markdown.Block;
import io.github.hldls.markdown.MarkdownFile;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Every calculation that a file writes down, recomputed. */
public final class Calculations {
  private static final Set<String> READABLE_CODE =
      Set.of(
          "",
          "text",
          "txt",
          "plain",
          "plaintext",
          "math",
          "calc",
          "ascii",
          "md",
          "markdown",
          "python",
          "py");

  private final SourceText source;
  private final List<Line> lines = new ArrayList<>();
  private final List<List<Line>> tables = new ArrayList<>();
  private int lean;

  private Calculations(MarkdownFile file) {
    this.source = file.source();
    char[] text = source.text().toCharArray();
    BitSet skipped = new BitSet();
    BitSet joined = new BitSet();
    blocks(file.blocks(), text, skipped, joined);
    int number = 0;
    while (number < source.lineCount()) {
      int last = joined.nextClearBit(number + 1) - 1;
      if (!skipped.get(number)) {
        int start = source.line(number).start();
        lines.add(look(text, number, last, new TextRange(start, source.line(last).end())));
      }
      number = last + 1;
    }
  }

  private Line look(char[] text, int first, int last, TextRange range) {
    Line line = Line.of(text, first, last, range);
    lean += line.shape.lean;
    return line;
  }

  /**
   * The calculations of a file by the place of their results. Pure and total; linear in the length
   * of the text.
   */
  public static List<Calculation> of(MarkdownFile file) {
    Calculations calculations = in(file);
    return calculations.read(NumberStyle.of(calculations.lean()));
  }

  /** Looks at a file, or at a part of one, without reading its calculations yet. */
  public static Calculations in(MarkdownFile file) {
    return new Calculations(file);
  }

  /** How many more numbers have a decimal comma than have a decimal point. */
  public int lean() {
    return lean;
  }

  /** The calculations, if numbers are written in a style; asked for once. */
  public List<Calculation> read(NumberStyle style) {
    List<Calculation> found = new LineReader(source, style).read(tables, lines);
    found.sort((a, b) -> Integer.compare(a.claimedRange().start(), b.claimedRange().start()));
    return List.copyOf(found);
  }

  /**
   * Looks at tables, and passes over program code and front matter: what calculates there is not
   * the design. Finds the lines that go on with the sentence of the one before.
   */
  private void blocks(List<Block> blocks, char[] text, BitSet skipped, BitSet joined) {
    for (Block block : blocks) {
      if (block instanceof Block.Table table) {
        skip(skipped, source, table.range());
        List<Line> rows = new ArrayList<>();
        for (Block.Row row : table.rows()) {
          int number = source.lineOf(row.range().start());
          rows.add(look(text, number, number, row.range()));
        }
        tables.add(rows);
      } else if (block instanceof Block.FrontMatter
          || (block instanceof Block.CodeBlock code && !READABLE_CODE.contains(code.info()))) {
        skip(skipped, source, block.range());
      } else if (block instanceof Block.Paragraph) {
        Paragraphs.join(source, text, block.range(), joined);
      }
      blocks(block.children(), text, skipped, joined);
    }
  }

  private static void skip(BitSet lines, SourceText source, TextRange range) {
    lines.set(source.lineOf(range.start()), source.lineOf(range.end()) + 1);
  }
}
