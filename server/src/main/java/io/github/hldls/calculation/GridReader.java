package io.github.hldls.calculation;

import io.github.hldls.calculation.Expression.Binary;
import io.github.hldls.calculation.Expression.Operator;
import io.github.hldls.calculation.ExpressionParser.Parsed;
import io.github.hldls.calculation.Grid.Cell;
import io.github.hldls.calculation.Grid.Row;
import io.github.hldls.calculation.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds what a table calculates across its cells: an operand cell beside its result, totals of
 * columns, and columns whose header names a factor of another column ({@code Peak (3x)}).
 */
final class GridReader {
  private static final int MAX_ROWS = 60;
  private static final int MAX_COLUMNS = 16;
  private static final int MAX_FACTOR_COLUMNS = 6;

  private static final Dimension MONEY = new Dimension(0, 0, 1);

  private final Grid grid;
  private final Consumer<Equation> found;
  private boolean numbered;

  private GridReader(Grid grid, Consumer<Equation> found) {
    this.grid = grid;
    this.found = found;
  }

  static void read(Grid grid, Consumer<Equation> found) {
    GridReader reader = new GridReader(grid, found);
    reader.numbered = reader.isNumbering(0);
    grid.rows().forEach(reader::besides);
    if (grid.rows().size() <= MAX_ROWS) {
      reader.factors();
      reader.products();
      Totals.ofGrid(grid, found);
    }
  }

  /** A calculation in one cell, its result in another. */
  private void besides(Row row) {
    List<Cell> cells = row.cells();
    for (int i = 0; i < Math.min(cells.size(), MAX_COLUMNS); i++) {
      Optional<Parsed> operands = cells.get(i).content().filter(Parsed::operators);
      if (operands.isPresent()) {
        beside(cells, i, Term.of(operands.get()));
      }
    }
  }

  private void beside(List<Cell> cells, int place, Term operands) {
    List<Equation> candidates = new ArrayList<>();
    Optional<Equation> due = Optional.empty();
    for (int distance = 1; distance < MAX_COLUMNS; distance++) {
      for (int column : new int[] {place + distance, place - distance}) {
        Optional<Equation> candidate =
            column == 0 && numbered ? Optional.empty() : candidate(cells, column, operands);
        if (candidate.isPresent() && fits(candidate.get())) {
          found.accept(candidate.get());
          return;
        }
        candidate.ifPresent(candidates::add);
        due = due.or(() -> candidate.filter(c -> isResult(column, place)));
      }
    }
    if (due.isPresent()) {
      found.accept(priced(due.get()));
    } else if (!candidates.isEmpty()) {
      Equation nearest = candidates.get(0);
      boolean kind = isSameKind(nearest) || isKept(nearest);
      boolean sure = candidates.size() == 1 && kind && isNear(cells, place) && isOfWorkings(place);
      found.accept(sure ? nearest : nearest.asLoose());
    }
  }

  /** A result without the currency of its operands, as in a column of costs. */
  private static Equation priced(Equation equation) {
    Optional<Dimension> cost = dimension(equation.left()).filter(d -> d.equals(MONEY));
    Optional<Amount> claim = equation.right().amount().filter(a -> a.factors().isEmpty());
    if (cost.isEmpty() || claim.isEmpty() || claim.get().percent()) {
      return equation;
    }
    Term right = Term.of(claim.get().inCurrency(), false, false);
    Equation priced = Equation.of(equation.left(), right, Kind.EQUALS, equation.visible());
    boolean yearly =
        Equations.judge(priced)
            .flatMap(Judgement::ratio)
            .filter(Factors::isChangeOfTime)
            .isPresent();
    return yearly ? equation : priced;
  }

  /** Whether a column holds the results of the calculations in another, in all rows but a few. */
  private boolean isResult(int column, int of) {
    int fitting = 0;
    int rows = 0;
    for (Row row : grid.rows()) {
      Optional<Equation> equation =
          row.cell(of)
              .content()
              .filter(Parsed::operators)
              .flatMap(operands -> candidate(row.cells(), column, Term.of(operands)));
      rows += equation.isPresent() ? 1 : 0;
      fitting += equation.filter(GridReader::fits).isPresent() ? 1 : 0;
    }
    return fitting >= 2 && fitting * 3 >= rows * 2;
  }

  /** Whether a column holds calculations at least as often as plain numbers. */
  private boolean isOfWorkings(int column) {
    int workings = 0;
    for (Row row : grid.rows()) {
      Optional<Parsed> content = row.cell(column).content();
      workings += content.isEmpty() ? 0 : content.get().operators() ? 1 : -1;
    }
    return workings >= 0;
  }

  private static boolean fits(Equation equation) {
    return Equations.judge(equation).filter(Judgement::fits).isPresent();
  }

  private static boolean isNear(List<Cell> cells, int place) {
    boolean before = place > 0 && cells.get(place - 1).amount().isPresent();
    return before || (place + 1 < cells.size() && cells.get(place + 1).amount().isPresent());
  }

  private static Optional<Equation> candidate(List<Cell> cells, int column, Term operands) {
    if (column < 0 || column >= cells.size()) {
      return Optional.empty();
    }
    Cell cell = cells.get(column);
    return cell.content()
        .filter(p -> p.amount().isPresent())
        .map(p -> Equation.of(operands, Term.of(p), Kind.EQUALS, cell.saysAbout()));
  }

  /** Whether data a day, times a bare number of days, is said to be so much data. */
  private static boolean isKept(Equation equation) {
    Optional<Dimension> from = dimension(equation.left());
    Optional<Dimension> to = dimension(equation.right());
    return equation.left().expression().orElse(null) instanceof Binary product
        && product.operator() == Operator.TIMES
        && product.right() instanceof Amount days
        && days.isBare()
        && from.equals(Optional.of(new Dimension(1, -1, 0)))
        && to.equals(Optional.of(new Dimension(1, 0, 0)));
  }

  private static boolean isSameKind(Equation equation) {
    Optional<Expression> left = equation.left().expression();
    Optional<Amount> right = equation.right().amount();
    return left.isPresent()
        && right.isPresent()
        && LetterB.meanings(left.get(), right.get()).stream().anyMatch(LetterB.Meaning::isOneKind);
  }

  static Optional<Dimension> dimension(Term term) {
    return term.expression().flatMap(e -> e.value(Reading.PLAIN)).map(Quantity::dimension);
  }

  /** Columns that are a multiple of another one, as their header says. */
  private void factors() {
    if (grid.rows().size() < 3) {
      return;
    }
    Row header = grid.rows().get(0);
    for (int column = 1; column < Math.min(header.cells().size(), MAX_COLUMNS); column++) {
      Optional<Amount> factor = factor(header.cell(column));
      for (int base = column - 1; base >= 0 && factor.isPresent(); base--) {
        if (multiples(base, column, factor.get())) {
          break;
        }
      }
    }
  }

  /** The {@code (3x)} of a header cell; without parentheses it often names a scenario. */
  private static Optional<Amount> factor(Cell header) {
    List<Token> tokens = header.tokens();
    for (int i = 2; i < tokens.size(); i++) {
      if (!tokens.get(i).is(Kind.NUMBER)) {
        continue;
      }
      Optional<Amount> amount =
          ExpressionParser.parse(tokens, i, tokens.size()).flatMap(Parsed::amount);
      boolean times = tokens.get(i - 1).is(Kind.TIMES);
      boolean bracketed = tokens.get(times ? i - 2 : i - 1).is(Kind.OPEN);
      if (bracketed && amount.isPresent() && (amount.get().marks().times() || times)) {
        return amount;
      }
    }
    return Optional.empty();
  }

  /**
   * Reports the rows of a column if most of them are the multiple that the header promises; then
   * the others are errors.
   */
  private boolean multiples(int base, int column, Amount factor) {
    List<Equation> rows = new ArrayList<>();
    int fitting = 0;
    for (Row row : grid.rows().subList(1, grid.rows().size())) {
      Optional<Equation> equation = multiple(row, base, column, factor);
      if (equation.isPresent() && !Totals.isTotal(row.label())) {
        rows.add(Totals.hasNote(row) ? equation.get().asLoose() : equation.get());
        fitting += fits(equation.get()) ? 1 : 0;
      }
    }
    boolean promised = fitting >= 2 && fitting * 2 >= rows.size();
    if (promised) {
      rows.forEach(found);
    }
    return promised;
  }

  private static Optional<Equation> multiple(Row row, int base, int column, Amount factor) {
    Optional<Amount> from = row.cell(base).amount();
    Optional<Amount> to = row.cell(column).amount();
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Expression product = new Binary(Operator.TIMES, from.get(), factor);
    int start = from.get().start();
    Term left = new Term(Optional.of(product), start, from.get().end(), true, false, false);
    Term right = Term.of(to.get(), false, false);
    boolean visible = row.cell(column).saysAbout();
    return dimension(Term.of(from.get(), false, false)).equals(dimension(right))
        ? Optional.of(Equation.implied(left, right, visible, List.of(from.get(), factor)))
        : Optional.empty();
  }

  /** Columns that are the product of two others: a count, a price, and a cost. */
  private void products() {
    int columns = grid.rows().isEmpty() ? 0 : grid.rows().get(0).cells().size();
    for (int c = 0; c < Math.min(columns, MAX_FACTOR_COLUMNS); c++) {
      for (int a = 0; a < c; a++) {
        for (int b = 0; b < a; b++) {
          if (!isNumbering(a) && !isNumbering(b)) {
            products(b, a, c);
          }
        }
      }
    }
  }

  /** Whether a column only numbers the rows: years, phases, ranks; the first one from anywhere. */
  private boolean isNumbering(int column) {
    BigDecimal next = BigDecimal.ONE;
    int numbered = 0;
    for (Row row : grid.rows()) {
      Optional<Amount> amount = row.cell(column).amount();
      if (amount.isEmpty()) {
        continue;
      }
      BigDecimal number = amount.get().number();
      boolean starts = numbered == 0 && column == 0;
      if (!amount.get().isBare() || (number.compareTo(next) != 0 && !starts)) {
        return false;
      }
      next = number.add(BigDecimal.ONE);
      numbered++;
    }
    return numbered > 2;
  }

  private void products(int a, int b, int result) {
    List<Equation> rows = new ArrayList<>();
    int fitting = 0;
    for (Row row : grid.rows()) {
      Optional<Equation> equation = product(row, a, b, result);
      if (equation.isPresent() && !Totals.isTotal(row.label())) {
        rows.add(equation.get());
        fitting += fits(equation.get()) ? 1 : 0;
      }
    }
    if (fitting >= 2 && fitting * 2 > rows.size()) {
      boolean measured =
          dimension(rows.get(0).right()).filter(d -> d.money() != 0 || d.data() != 0).isPresent();
      boolean sure = (measured || fitting >= 3) && fitting * 3 >= rows.size() * 2;
      rows.forEach(row -> found.accept(sure ? row : row.asLoose()));
    }
  }

  private static Optional<Equation> product(Row row, int a, int b, int result) {
    Optional<Amount> first = row.cell(a).amount();
    Optional<Amount> second = row.cell(b).amount();
    Optional<Amount> claimed = row.cell(result).amount();
    if (first.isEmpty() || second.isEmpty() || claimed.isEmpty()) {
      return Optional.empty();
    }
    Expression product = new Binary(Operator.TIMES, first.get(), second.get());
    Term right = Term.of(claimed.get(), false, false);
    Equation equation =
        Equation.implied(
            Term.of(product, true, false),
            right,
            row.cell(result).saysAbout(),
            List.of(first.get(), second.get()));
    return isSameKind(equation) ? Optional.of(equation) : Optional.empty();
  }
}
