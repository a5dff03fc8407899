package io.github.hldls.calculation;

import io.github.hldls.calculation.ExpressionParser.Parsed;
import io.github.hldls.calculation.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table, of Markdown or drawn with lines, as rows of cells.
 *
 * @param rows the header first, if there is one
 */
record Grid(List<Row> rows) {
  Grid {
    rows = List.copyOf(rows);
  }

  /** A row; an empty cell has no tokens. */
  record Row(List<Cell> cells) {
    Row {
      cells = List.copyOf(cells);
    }

    /** Cuts a line at its borders, leaving out the empty pieces outside. */
    static Row of(List<Token> line) {
      List<Cell> cells = new ArrayList<>();
      int start = 0;
      for (int i = 0; i <= line.size(); i++) {
        if (i == line.size() || line.get(i).is(Kind.BAR)) {
          boolean outside = i == start && (i == 0 || i == line.size());
          if (!outside) {
            cells.add(Cell.of(new ArrayList<>(line.subList(start, i))));
          }
          start = i + 1;
        }
      }
      return new Row(cells);
    }

    Cell cell(int column) {
      return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    /** The row's name: its first cell with a word. */
    List<Token> label() {
      return cells.stream()
          .map(Cell::tokens)
          .filter(tokens -> tokens.stream().anyMatch(t -> t.is(Kind.WORD)))
          .findFirst()
          .orElse(List.of());
    }
  }

  /**
   * A cell.
   *
   * @param content the amount or calculation that is all its text, but for a remark in parentheses
   */
  record Cell(List<Token> tokens, Optional<Parsed> content) {
    static final Cell EMPTY = new Cell(List.of(), Optional.empty());
    private static final int MAX_TOKENS = 80;

    static Cell of(List<Token> tokens) {
      if (tokens.size() > MAX_TOKENS || !hasNumber(tokens)) {
        return new Cell(tokens, Optional.empty());
      }
      boolean formula = tokens.get(0).is(Kind.EQUALS);
      int start = tokens.get(0).is(Kind.ABOUT) || formula ? 1 : 0;
      Optional<Parsed> content =
          ExpressionParser.parse(tokens, start, tokens.size())
              .filter(p -> isRemark(tokens, p.next()));
      return new Cell(tokens, content);
    }

    private static boolean hasNumber(List<Token> tokens) {
      for (Token token : tokens) {
        if (token.is(Kind.NUMBER)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isRemark(List<Token> tokens, int from) {
      if (from == tokens.size()) {
        return true;
      }
      return tokens.get(from).is(Kind.OPEN) && Clauses.closing(tokens, from) == tokens.size() - 1;
    }

    Optional<Amount> amount() {
      return content.flatMap(Parsed::amount);
    }

    /** Whether it holds nothing, a dash, or {@code N/A}. */
    boolean isBlank() {
      return tokens.stream()
          .allMatch(t -> !t.is(Kind.NUMBER) && (!t.is(Kind.WORD) || t.text().length() == 1));
    }

    boolean saysAbout() {
      return tokens.stream().anyMatch(t -> t.is(Kind.ABOUT) || t.is(Kind.TILDE));
    }
  }
}
