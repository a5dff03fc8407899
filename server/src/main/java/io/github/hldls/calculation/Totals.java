package io.github.hldls.calculation;

import io.github.hldls.calculation.Expression.Binary;
import io.github.hldls.calculation.Expression.Group;
import io.github.hldls.calculation.Expression.Operator;
import io.github.hldls.calculation.Grid.Cell;
import io.github.hldls.calculation.Grid.Row;
import io.github.hldls.calculation.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Totals of a table's columns: the sum of the rows since the last total, or of several totals. */
final class Totals {
  private static final int MAX_COLUMNS = 16;

  private Totals() {}

  /** Reports every total row of a table that can be recomputed. */
  static void ofGrid(Grid grid, Consumer<Equation> found) {
    List<Row> rows = grid.rows();
    List<Integer> totals = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      if (isTotal(rows.get(i).label())) {
        for (int column = 1; column < Math.min(rows.get(i).cells().size(), MAX_COLUMNS); column++) {
          column(rows, i, totals, column, found);
        }
        totals.add(i);
      }
    }
  }

  /** Whether a row or line says that it is a total. */
  static boolean isTotal(List<Token> label) {
    for (int i = 0; i < Math.min(label.size(), 4); i++) {
      String word = label.get(i).text();
      if (label.get(i).is(Kind.WORD)
          && Character.isUpperCase(word.charAt(0))
          && Vocabulary.isTotal(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is the total of all, not of some: just the word, or with one noun. */
  static boolean isPlain(List<Token> label) {
    return label.size() <= 2 && label.stream().allMatch(t -> t.is(Kind.WORD));
  }

  private static void column(
      List<Row> rows, int total, List<Integer> totals, int column, Consumer<Equation> found) {
    Cell cell = rows.get(total).cell(column);
    Optional<Amount> claimed = cell.amount();
    if (claimed.isEmpty()) {
      return;
    }
    int last = totals.isEmpty() ? 0 : totals.get(totals.size() - 1);
    List<List<Row>> choices = new ArrayList<>();
    choices.add(rows.subList(last + 1, total));
    choices.add(totals.stream().<Row>map(rows::get).toList());
    choices.add(rows.subList(1, total).stream().filter(row -> !isTotal(row.label())).toList());
    boolean sure =
        totals.isEmpty()
            && isPlain(rows.get(total).label())
            && !hasNote(rows.get(total))
            && !overlap(rows.subList(1, total));
    List<Equation> sums = new ArrayList<>();
    for (List<Row> choice : choices) {
      sum(choice, column, claimed.get(), cell.saysAbout()).ifPresent(sums::add);
    }
    boolean peak = !sure && totals.isEmpty() && isOfAll(rows.get(total).label());
    boolean more =
        sums.stream()
            .map(Equations::judge)
            .allMatch(
                j ->
                    j.flatMap(Judgement::ratio)
                        .filter(r -> r.compareTo(BigDecimal.ONE) < 0)
                        .isPresent());
    report(
        sums,
        sure || (peak && more && !hasNote(rows.get(total)) && !overlap(rows.subList(1, total))),
        found);
  }

  /** Whether a label says which total it is and leaves nothing out: {@code Total at peak}. */
  private static boolean isOfAll(List<Token> label) {
    return label.size() <= 4
        && label.stream()
            .allMatch(t -> t.is(Kind.WORD) && (isTotal(List.of(t)) || Vocabulary.isIdle(t.text())));
  }

  private static void report(List<Equation> sums, boolean sure, Consumer<Equation> found) {
    Optional<Equation> fitting =
        sums.stream()
            .filter(e -> Equations.judge(e).filter(Judgement::fits).isPresent())
            .findFirst();
    if (fitting.isPresent()) {
      found.accept(fitting.get());
    } else if (!sums.isEmpty()) {
      Equation first = sums.get(0);
      found.accept(sure && !isAllButOne(first) ? first : first.asLoose());
    }
  }

  /** Whether a row says that it leaves something out, or is another case. */
  static boolean hasNote(Row total) {
    return total.cells().stream()
        .flatMap(cell -> cell.tokens().stream())
        .anyMatch(token -> token.is(Kind.WORD) && Vocabulary.isReserve(token.text()));
  }

  /** Whether one row is another one's thing under a condition: {@code Photos (compressed)}. */
  private static boolean overlap(List<Row> rows) {
    Set<String> whole = new HashSet<>();
    Set<String> qualified = new HashSet<>();
    for (Row row : rows) {
      StringBuilder name = new StringBuilder();
      int i = 0;
      List<Token> label = row.label();
      while (i < label.size() && label.get(i).is(Kind.WORD)) {
        name.append(label.get(i++).text()).append(' ');
      }
      (i == label.size() ? whole : qualified).add(name.toString());
    }
    return whole.stream().anyMatch(qualified::contains);
  }

  /** Whether the claim is the sum without one of the addends: that may well be meant. */
  static boolean isAllButOne(Equation sum) {
    return sum.apart().stream()
        .anyMatch(
            one -> {
              List<Amount> rest = new ArrayList<>(sum.apart());
              rest.remove(one);
              return sum.right()
                  .amount()
                  .flatMap(claimed -> of(rest, claimed, sum.visible(), false))
                  .flatMap(Equations::judge)
                  .filter(Judgement::fits)
                  .isPresent();
            });
  }

  /** The sum of a column; empty if fewer than two rows have an amount of the claim's kind. */
  private static Optional<Equation> sum(
      List<Row> rows, int column, Amount claimed, boolean visible) {
    List<Amount> addends = new ArrayList<>();
    boolean loose = false;
    for (Row row : rows) {
      Cell cell = row.cell(column);
      cell.amount().ifPresent(addends::add);
      loose |= cell.amount().isEmpty() && !cell.isBlank();
    }
    return of(addends, claimed, visible, loose);
  }

  /** The equation of a sum; empty if the addends are not of the claim's kind. */
  static Optional<Equation> of(
      List<Amount> addends, Amount claimed, boolean visible, boolean loose) {
    Term right = Term.of(claimed, false, false);
    Optional<Dimension> kind = GridReader.dimension(right);
    boolean comparable =
        addends.size() >= 2
            && addends.stream()
                .allMatch(
                    a ->
                        a.percent() == claimed.percent()
                            && GridReader.dimension(Term.of(a, false, false)).equals(kind));
    if (!comparable) {
      return Optional.empty();
    }
    Expression sum = addends.get(0);
    for (Amount addend : addends.subList(1, addends.size())) {
      // In parentheses, because a percentage after a plus is one of the left operand.
      sum = new Binary(Operator.PLUS, sum, Group.of(addend));
    }
    return Optional.of(Equation.implied(Term.of(sum, true, loose), right, visible, addends));
  }
}
