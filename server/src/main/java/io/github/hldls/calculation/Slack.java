package io.github.hldls.calculation;

import io.github.hldls.calculation.Expression.Binary;
import io.github.hldls.calculation.Expression.Group;
import io.github.hldls.calculation.Expression.Power;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** How far a value may be off because its operands were rounded to the digits that are written. */
final class Slack {
  private Slack() {}

  /** A fraction of the value: 0.05 if it may be 5 % more or less. */
  static double of(Expression expression) {
    if (expression instanceof Amount amount) {
      return of(amount);
    } else if (expression instanceof Group group) {
      return of(group.inner());
    } else if (expression instanceof Power power) {
      Optional<Quantity> exponent = power.exponent().value(Reading.PLAIN);
      return of(power.base())
          * exponent.map(q -> Math.abs(Quantity.toDouble(q.value()))).orElse(1.0);
    } else if (expression instanceof Binary binary) {
      return of(binary);
    }
    return 0;
  }

  /** Half a unit of the last digit of a number. */
  static double ofDigits(BigDecimal number) {
    double half = Quantity.toDouble(number.ulp()) / 2;
    return half / Quantity.toDouble(number.round(MathContext.DECIMAL32).abs());
  }

  private static double of(Binary binary) {
    double left = of(binary.left());
    double right = of(binary.right());
    if (binary.isProduct()) {
      return left + right;
    }
    Optional<Quantity> first = binary.left().value(Reading.PLAIN);
    Optional<Quantity> second = binary.right().value(Reading.PLAIN);
    Optional<Quantity> whole = binary.value(Reading.PLAIN);
    if (first.isEmpty() || second.isEmpty() || whole.isEmpty()) {
      return 1;
    }
    double sum = Math.abs(Quantity.toDouble(whole.get().value()));
    double a = Math.abs(Quantity.toDouble(first.get().value()));
    double b = Math.abs(Quantity.toDouble(second.get().value()));
    return sum == 0 ? 1 : Math.min(1, (a * left + b * right) / sum);
  }

  private static double of(Amount amount) {
    BigDecimal number = amount.number();
    boolean digit = amount.isBare() && amount.noun().isEmpty() && number.precision() == 1;
    boolean constant = number.signum() == 0 || digit || Factors.isConstant(number);
    if (constant || amount.marks().times()) {
      return 0;
    }
    return ofDigits(number);
  }
}
