package io.github.hldls.calculation;

import io.github.hldls.markdown.Block;
import io.github.hldls.markdown.MarkdownFile;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
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
  private final Wording wording;
  private final BitSet skipped;
  private final NumberStyle style;
  private final List<Calculation> found = new ArrayList<>();
  private final ItemList items = new ItemList(this::add);
  private final Context context = new Context(this::add);

  private Calculations(MarkdownFile file, NumberStyle style) {
    this.source = file.source();
    this.skipped = skipped(file);
    this.style = style;
    this.wording = new Wording(source, style);
  }

  /**
   * The calculations of a file by the place of their results. Pure and total; linear in the length
   * of the text.
   */
  public static List<Calculation> of(MarkdownFile file) {
    return of(file, style(file));
  }

  /** How a file writes its numbers. */
  public static NumberStyle style(MarkdownFile file) {
    return NumberStyle.of(file.source().text(), skipped(file));
  }

  /** The calculations of a part of a file whose numbers are written in a style. */
  public static List<Calculation> of(MarkdownFile file, NumberStyle style) {
    Calculations calculations = new Calculations(file, style);
    calculations.read(calculations.tables(file));
    calculations.found.sort(
        (a, b) -> Integer.compare(a.claimedRange().start(), b.claimedRange().start()));
    return List.copyOf(calculations.found);
  }

  /** Lines of program code and of front matter: what calculates there is not the design. */
  private static BitSet skipped(MarkdownFile file) {
    BitSet lines = new BitSet();
    for (Block.CodeBlock code : file.blocks(Block.CodeBlock.class)) {
      if (!READABLE_CODE.contains(code.info())) {
        skip(lines, file.source(), code.range());
      }
    }
    for (Block.FrontMatter matter : file.blocks(Block.FrontMatter.class)) {
      skip(lines, file.source(), matter.range());
    }
    return lines;
  }

  private static void skip(BitSet lines, SourceText source, TextRange range) {
    lines.set(source.lineOf(range.start()), source.lineOf(range.end()) + 1);
  }

  private void read(BitSet tables) {
    List<Optional<Term>> before = List.of();
    Optional<Line> above = Optional.empty();
    List<Grid.Row> drawn = new ArrayList<>();
    boolean open = false;
    for (int number = 0; number < source.lineCount(); number++) {
      if (skipped.get(number) || tables.get(number)) {
        before = List.of();
        above = Optional.empty();
        continue;
      }
      TextRange range = source.line(number);
      LineShape shape = LineShape.of(source.text(), range.start(), range.end());
      boolean drawing = shape.borders() >= (shape.digit() ? 1 : 2);
      if (!drawing && !drawn.isEmpty()) {
        grid(drawn);
      }
      if (!shape.digit() && !drawing) {
        before = List.of();
        above = Optional.empty();
        items.pass(isBlank(range));
        label(range);
        continue;
      }
      Line line = new Line(source.text(), range.start(), range.end(), style);
      if (!shape.sign() && !drawing && !open) {
        // Nothing is calculated here; what it says may be wanted further down.
        section(range);
        context.pass(line, source.text().charAt(Math.max(range.start(), range.end() - 1)) == ':');
        items.line(line);
        before = List.of();
        above = Optional.of(line);
        continue;
      }
      List<Token> tokens = line.tokens();
      if (drawing) {
        Grid.Row row = Grid.Row.of(tokens);
        if (row.cells().size() > 1) {
          drawn.add(row);
        }
      }
      int known = found.size();
      boolean continued = open;
      open = !tokens.isEmpty() && tokens.get(tokens.size() - 1).isSign();
      if (continued) {
        // Its first operands stand on the line above, behind a sign.
        before = List.of();
        above = Optional.empty();
        continue;
      }
      boolean goesOn = !tokens.isEmpty() && (tokens.get(0).isSign() || tokens.get(0).isRelation());
      if (goesOn && above.isPresent()) {
        before = List.of(above.get().term());
      }
      above = Optional.empty();
      before = cells(tokens, before);
      if (shape.digit() && before.size() == 1) {
        section(range);
        line.keep(before.get(0));
        context.line(line, found.size() > known);
        items.line(line);
      }
    }
    grid(drawn);
  }

  private void section(TextRange range) {
    if (isHeading(range)) {
      context.section();
    }
  }

  private List<Token> tokens(TextRange range) {
    return Lexer.tokens(source.text(), range.start(), range.end(), style);
  }

  private void grid(List<Grid.Row> rows) {
    if (!rows.isEmpty()) {
      GridReader.read(new Grid(rows), this::add);
      rows.clear();
    }
  }

  /** The tables of Markdown; returns their lines. */
  private BitSet tables(MarkdownFile file) {
    BitSet lines = new BitSet();
    for (Block.Table table : file.blocks(Block.Table.class)) {
      skip(lines, source, table.range());
      List<Grid.Row> rows = new ArrayList<>();
      for (Block.Row row : table.rows()) {
        TextRange range = row.range();
        Grid.Row read = Grid.Row.of(tokens(range));
        for (Grid.Cell cell : read.cells()) {
          if (ChainReader.mayHold(cell.tokens())) {
            ChainReader.read(cell.tokens(), Optional.empty(), this::add);
          }
        }
        rows.add(read);
      }
      grid(rows);
    }
    return lines;
  }

  /** Reads a line's cells, each of which may continue the cell above it. */
  private List<Optional<Term>> cells(List<Token> tokens, List<Optional<Term>> before) {
    List<Optional<Term>> terms = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i == tokens.size() || tokens.get(i).is(Token.Kind.BAR)) {
        Optional<Term> above =
            terms.size() < before.size() ? before.get(terms.size()) : Optional.empty();
        terms.add(ChainReader.read(tokens.subList(start, i), above, this::add));
        start = i + 1;
      }
    }
    return terms;
  }

  private void label(TextRange range) {
    if (isHeading(range)) {
      context.section();
    } else if (!isBlank(range)) {
      context.label();
    }
  }

  private boolean isHeading(TextRange range) {
    return source.text().startsWith("#", range.start());
  }

  private boolean isBlank(TextRange range) {
    for (int i = range.start(); i < range.end(); i++) {
      if (!Character.isWhitespace(source.text().charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private void add(Equation equation) {
    if (!goesOnBelow(equation.right().end())) {
      Equations.judge(equation)
          .ifPresent(judgement -> found.add(wording.calculation(equation, judgement)));
    }
  }

  /** Whether a result ends its line and the next one begins with its scale or unit. */
  private boolean goesOnBelow(int end) {
    int line = source.lineOf(end);
    if (end != source.line(line).end() || line + 1 == source.lineCount()) {
      return false;
    }
    String word = source.lineText(line + 1).strip().split("\\s", 2)[0];
    return Units.scale(word).isPresent() || Units.unit(word).isPresent();
  }
}
