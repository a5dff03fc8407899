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
    blocks(file.blocks(), text, skipped);
    for (int number = 0; number < source.lineCount(); number++) {
      if (!skipped.get(number)) {
        lines.add(look(text, number, source.line(number)));
      }
    }
  }

  private Line look(char[] text, int number, TextRange range) {
    Line line = Line.of(text, number, range.start(), range.end());
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
   * the design.
   */
  private void blocks(List<Block> blocks, char[] text, BitSet skipped) {
    for (Block block : blocks) {
      if (block instanceof Block.Table table) {
        skip(skipped, source, table.range());
        List<Line> rows = new ArrayList<>();
        for (Block.Row row : table.rows()) {
          rows.add(look(text, source.lineOf(row.range().start()), row.range()));
        }
        tables.add(rows);
      } else if (block instanceof Block.FrontMatter
          || (block instanceof Block.CodeBlock code && !READABLE_CODE.contains(code.info()))) {
        skip(skipped, source, block.range());
      }
      blocks(block.children(), text, skipped);
    }
  }

  private static void skip(BitSet lines, SourceText source, TextRange range) {
    lines.set(source.lineOf(range.start()), source.lineOf(range.end()) + 1);
  }
}
