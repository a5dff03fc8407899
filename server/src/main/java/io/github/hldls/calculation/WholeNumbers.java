package io.github.hldls.calculation;

import java.math.BigDecimal;
import java.util.List;

/** Tells whether there is nothing to round in a calculation. */
final class WholeNumbers {
  private static final BigDecimal SMALL = new BigDecimal(1000);

  private WholeNumbers() {}

  /**
   * Whether these are small whole numbers, added or multiplied, or whole numbers of one unit,
   * added: nothing there to round.
   */
  static boolean are(Expression left, Amount right) {
    Amount first = Equations.firstAmount(left);
    boolean sum = left instanceof Expression.Binary whole && isSum(whole);
    boolean unit = !right.factors().isEmpty() && first.factors().equals(right.factors());
    if (sum && unit && isLast(right)) {
      return isWholeSum(left, right.factors());
    }
    return isExact(right) && isExact(left);
  }

  private static boolean isSum(Expression.Binary binary) {
    return !binary.isProduct();
  }

  /** Whether the last digit of a number says something. */
  private static boolean isLast(Amount amount) {
    return amount.number().remainder(BigDecimal.TEN).signum() != 0 && isSmall(amount);
  }

  private static boolean isSmall(Amount amount) {
    BigDecimal number = amount.number();
    boolean plain = amount.scale().compareTo(BigDecimal.ONE) == 0 && !amount.percent();
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return plain && whole && number.compareTo(SMALL) < 0 && !amount.marks().approximate();
  }

  private static boolean isWholeSum(Expression part, List<Amount.Factor> factors) {
    if (part instanceof Amount amount) {
      return isSmall(amount) && (amount.factors().isEmpty() || amount.factors().equals(factors));
    }
    return part instanceof Expression.Binary binary
        && isSum(binary)
        && isWholeSum(binary.left(), factors)
        && isWholeSum(binary.right(), factors);
  }

  private static boolean isExact(Expression part) {
    if (part instanceof Amount amount) {
      boolean round = amount.number().remainder(BigDecimal.TEN).signum() == 0;
      return amount.isBare() && !round && isSmall(amount);
    }
    return part instanceof Expression.Binary binary
        && binary.operator() != Expression.Operator.DIVIDE
        && isExact(binary.left())
        && isExact(binary.right());
  }
}
