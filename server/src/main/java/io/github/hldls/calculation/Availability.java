package io.github.hldls.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Percentages close to a hundred, of which only what is missing from it counts. */
final class Availability {
  private static final BigDecimal LEAST = new BigDecimal(90);
  private static final BigDecimal NINES = new BigDecimal("0.99");
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private Availability() {}

  /**
   * What {@code 99.9 %} leaves, if it is compared with a time in each longer time: {@code 8.76 h a
   * year}.
   */
  static Optional<Expression> downtime(Amount up, Amount claimed) {
    if (!isHigh(up) || claimed.percent() || claimed.factors().size() != 2) {
      return Optional.empty();
    }
    Amount.Factor time = claimed.factors().get(0);
    Amount.Factor each = claimed.factors().get(1);
    Dimension seconds = new Dimension(0, 1, 0);
    boolean share =
        time.exponent() == 1
            && each.exponent() == -1
            && time.unit().dimension().equals(seconds)
            && each.unit().dimension().equals(seconds)
            && time.unit().size().compareTo(each.unit().size()) < 0;
    if (!share) {
      return Optional.empty();
    }
    Amount rest =
        new Amount(
            up.start(),
            up.end(),
            HUNDRED.subtract(up.number()),
            up.numberRange(),
            up.suffix(),
            BigDecimal.ONE,
            List.of(),
            "",
            up.marks());
    return Optional.of(rest);
  }

  /**
   * Whether a product of such percentages is right to the digits that are written; true for what is
   * none.
   */
  static boolean isExact(Expression product, Amount claimed) {
    List<Amount> amounts = new ArrayList<>();
    product.amounts(amounts::add);
    boolean high = isHigh(claimed) && amounts.stream().allMatch(Availability::isHigh);
    Optional<Quantity> value = product.value(Reading.PLAIN);
    if (value.isPresent() && isNines(claimed) && isNear(value.get().value())) {
      BigDecimal off = value.get().value().subtract(claimed.number()).abs();
      return off.compareTo(claimed.number().ulp()) <= 0;
    }
    if (!high || value.isEmpty()) {
      return true;
    }
    BigDecimal percent = value.get().value().multiply(HUNDRED);
    BigDecimal off = percent.subtract(claimed.number()).abs();
    return off.compareTo(claimed.number().ulp()) <= 0;
  }

  /** Whether it is a fraction close to one: {@code 0.9995}. */
  private static boolean isNines(Amount amount) {
    return amount.isBare() && !amount.marks().approximate() && isNear(amount.number());
  }

  private static boolean isNear(BigDecimal fraction) {
    return fraction.compareTo(NINES) >= 0 && fraction.compareTo(BigDecimal.ONE) < 0;
  }

  private static boolean isHigh(Amount amount) {
    return amount.percent()
        && amount.number().compareTo(LEAST) >= 0
        && amount.number().compareTo(HUNDRED) < 0;
  }
}
