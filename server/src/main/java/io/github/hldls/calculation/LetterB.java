package io.github.hldls.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The two meanings of the letter B behind a number, bytes and a billion, tried one by one. */
final class LetterB {
  private static final int MAX_LETTERS = 4;
  private static final Unit BYTE =
      new Unit(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, new Dimension(1, 0, 0));

  private final int choice;
  private int seen;

  private LetterB(int choice) {
    this.choice = choice;
  }

  /**
   * An equation under one choice of meanings.
   *
   * @param left the operands without a doubtful letter
   * @param right the result likewise
   */
  record Meaning(Expression left, Amount right) {

    /** Whether both sides are of one kind; data may become a rate without a word. */
    boolean isOneKind() {
      Optional<Dimension> from = left.value(Reading.PLAIN).map(Quantity::dimension);
      Optional<Dimension> to = right.value(Reading.PLAIN).map(Quantity::dimension);
      boolean rate =
          from.filter(d -> d.data() == 1 && d.time() == 0 && d.money() == 0).isPresent()
              && to.filter(d -> d.data() == 1 && d.time() == -1 && d.money() == 0).isPresent();
      boolean bare =
          from.filter(d -> d.equals(new Dimension(0, -1, 0))).isPresent()
              && to.filter(Dimension::isNone).isPresent();
      return from.isPresent() && (from.equals(to) || rate || bare);
    }
  }

  /** Every choice, those that make both sides of one kind first; a billion before bytes. */
  static List<Meaning> meanings(Expression left, Amount right) {
    int[] letters = new int[1];
    left.amounts(a -> letters[0] += a.marks().billionOrBytes() ? 1 : 0);
    letters[0] += right.marks().billionOrBytes() ? 1 : 0;
    if (letters[0] == 0) {
      return List.of(new Meaning(left, right));
    }
    List<Meaning> fitting = new ArrayList<>();
    List<Meaning> others = new ArrayList<>();
    int choices = 1 << Math.min(letters[0], MAX_LETTERS);
    for (int choice = 0; choice < choices; choice++) {
      LetterB reader = new LetterB(choice);
      Meaning meaning = new Meaning(reader.read(left), reader.read(right));
      (meaning.isOneKind() ? fitting : others).add(meaning);
    }
    fitting.addAll(others);
    return fitting;
  }

  private Expression read(Expression expression) {
    if (expression instanceof Amount amount) {
      return read(amount);
    } else if (expression instanceof Expression.Binary binary) {
      Expression first = read(binary.left());
      return new Expression.Binary(binary.operator(), first, read(binary.right()));
    } else if (expression instanceof Expression.Power power) {
      Expression base = read(power.base());
      return new Expression.Power(base, read(power.exponent()));
    } else if (expression instanceof Expression.Group group) {
      return new Expression.Group(
          group.start(), group.end(), group.wrapping(), read(group.inner()));
    }
    return expression;
  }

  private Amount read(Amount amount) {
    if (!amount.marks().billionOrBytes()) {
      return amount;
    }
    boolean bytes = seen < MAX_LETTERS && (choice & (1 << seen)) != 0;
    seen++;
    if (!bytes) {
      return amount;
    }
    List<Amount.Factor> factors = new ArrayList<>(amount.factors());
    factors.add(new Amount.Factor(BYTE, 1));
    return new Amount(
        amount.start(),
        amount.end(),
        amount.number(),
        amount.numberRange(),
        amount.suffix(),
        BigDecimal.ONE,
        factors,
        amount.noun(),
        amount.marks());
  }
}
