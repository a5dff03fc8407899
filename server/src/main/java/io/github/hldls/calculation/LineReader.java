package io.github.hldls.calculation;

import io.github.hldls.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the calculations of lines that were looked at. */
final class LineReader {
  private static final Optional<Line> NONE = Optional.empty();

  private final SourceText source;
  private final NumberStyle style;
  private final Wording wording;
  private final List<Calculation> found = new ArrayList<>();
  private final ItemList items = new ItemList(this::add);
  private final Context context = new Context(this::add);

  LineReader(SourceText source, NumberStyle style) {
    this.source = source;
    this.style = style;
    this.wording = new Wording(source, style);
  }

  /**
   * Reads the calculations of tables, then of other lines.
   *
   * @param tables the rows of each table
   * @param lines the lines that stand in none; some may be left out between them
   */
  List<Calculation> read(List<List<Line>> tables, List<Line> lines) {
    for (List<Line> table : tables) {
      for (Line row : table) {
        row.style(style);
        if (row.shape.equation) {
          row.read(Optional.empty(), this::add);
        }
      }
      grid(table);
    }
    lines(lines);
    return found;
  }

  private void lines(List<Line> lines) {
    Optional<Line> above = Optional.empty();
    List<Line> drawn = new ArrayList<>();
    boolean open = false;
    for (Line line : lines) {
      LineShape shape = line.shape;
      if (shape.borders == 0 && !drawn.isEmpty()) {
        grid(drawn);
        drawn.clear();
      }
      if (shape == LineShape.WORDS) {
        above = Optional.empty();
        words(line);
        continue;
      }
      line.style(style);
      if (shape.bars > 0) {
        drawn.add(line);
      }
      if (!shape.digit) {
        above = Optional.empty();
        continue;
      }
      boolean continued = open;
      open = line.isOpen();
      if (continued) {
        // Its first operands stand on the line above, behind a sign.
        above = Optional.empty();
        continue;
      }
      numbers(line, above.isPresent() && above.get().last == line.first - 1 ? above : NONE);
      above = Optional.of(line);
    }
    grid(drawn);
  }

  /** A line without numbers. */
  private void words(Line line) {
    items.pass(line == Line.BLANK);
    if (line == Line.HEADING) {
      context.section();
    } else if (line == Line.WORDS) {
      context.label();
    }
  }

  private void numbers(Line line, Optional<Line> above) {
    int known = found.size();
    if (line.shape.product) {
      Products.read(line.tokens(), this::add);
    }
    if (line.shape.equation && found.size() == known) {
      line.read(above, this::add);
    }
    if (line.shape.bars == 0) {
      if (line.isHeading()) {
        context.section();
      }
      context.line(line, found.size() > known);
      items.line(line);
    }
  }

  /** Whether the cells of a row, or those of a column and its total, may belong together. */
  private static boolean mayRelate(List<Line> lines) {
    boolean factor = !lines.isEmpty() && lines.get(0).shape.factors > 0;
    int triples = 0;
    for (Line line : lines) {
      LineShape shape = line.shape;
      triples += shape.filled > 2 ? 1 : 0;
      if (shape.filled > 1 && (factor || shape.calculates || triples > 1)) {
        return true;
      }
    }
    return false;
  }

  /** Reads what the cells of a table have to do with each other, if it can be anything. */
  private void grid(List<Line> lines) {
    boolean total = false;
    for (Line line : lines) {
      total |= line.shape.total;
    }
    if (!total && !mayRelate(lines)) {
      return;
    }
    List<Grid.Row> rows = new ArrayList<>();
    for (Line line : lines) {
      if (!total && !line.shape.digit && !rows.isEmpty()) {
        // Only a total asks which of its addends is no number.
        continue;
      }
      Grid.Row row = Grid.Row.of(line.tokens());
      if (row.cells().size() > 1) {
        rows.add(row);
      }
    }
    GridReader.read(new Grid(rows), this::add);
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
