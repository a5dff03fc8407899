package io.github.hldls.calculation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A value under one {@link Reading}.
 *
 * @param value in base units: bytes, seconds, the currency
 * @param scale the size of the unit it was written in; {@code value / scale} is the bare number
 */
record Quantity(BigDecimal value, BigDecimal scale, Dimension dimension) {
  static final MathContext PRECISION = MathContext.DECIMAL64;
  private static final int MAX_EXPONENT = 2000;
  private static final int MAX_POWER = 1024;

  private static final double[] TENS = tens();
  private static final int MAX_DIGITS = 18;

  private static double[] tens() {
    double[] tens = new double[23];
    tens[0] = 1;
    for (int i = 1; i < tens.length; i++) {
      tens[i] = tens[i - 1] * 10;
    }
    return tens;
  }

  /** A number as a double; the JDK would print and parse most, which takes longer than all else. */
  static double toDouble(BigDecimal number) {
    int scale = number.scale();
    if (scale <= -TENS.length || scale >= TENS.length || number.precision() > MAX_DIGITS) {
      return number.doubleValue();
    }
    double digits = number.unscaledValue().longValue();
    return scale < 0 ? digits * TENS[-scale] : digits / TENS[scale];
  }

  /** The number without its unit. */
  BigDecimal number() {
    return scale.compareTo(BigDecimal.ONE) == 0 ? value : value.divide(scale, PRECISION);
  }

  Optional<Quantity> times(Quantity other) {
    return bounded(
        new Quantity(
            value.multiply(other.value, PRECISION),
            scale.multiply(other.scale, PRECISION),
            dimension.times(other.dimension)));
  }

  Optional<Quantity> over(Quantity other) {
    if (other.value.signum() == 0) {
      return Optional.empty();
    }
    return bounded(
        new Quantity(
            value.divide(other.value, PRECISION),
            scale.divide(other.scale, PRECISION),
            dimension.over(other.dimension)));
  }

  /** The sum; a bare number takes the other's unit. Empty if the units do not fit. */
  Optional<Quantity> plus(Quantity other) {
    if (dimension.equals(other.dimension)) {
      return bounded(new Quantity(value.add(other.value, PRECISION), scale, dimension));
    }
    if (dimension.isNone()) {
      return new Quantity(value.multiply(other.scale, PRECISION), other.scale, other.dimension)
          .plus(other);
    }
    return other.dimension.isNone() ? other.plus(this) : Optional.empty();
  }

  Quantity negated() {
    return new Quantity(value.negate(), scale, dimension);
  }

  Optional<Quantity> power(BigDecimal exponent) {
    BigDecimal whole = exponent.stripTrailingZeros();
    boolean computable =
        whole.scale() <= 0 && whole.abs().compareTo(BigDecimal.valueOf(MAX_POWER)) <= 0;
    if (!computable || value.signum() == 0) {
      return Optional.empty();
    }
    int n = whole.intValueExact();
    return bounded(
        new Quantity(value.pow(n, PRECISION), scale.pow(n, PRECISION), dimension.power(n)));
  }

  /** A whole number of its unit. */
  Quantity whole(RoundingMode mode) {
    BigDecimal number = number().setScale(0, mode);
    return new Quantity(number.multiply(scale, PRECISION), scale, dimension);
  }

  /** A function of a mere number; empty if it has a unit or no value there. */
  Optional<Quantity> function(DoubleUnaryOperator function) {
    double result = dimension.isNone() ? function.applyAsDouble(toDouble(value)) : Double.NaN;
    return Double.isFinite(result)
        ? Optional.of(new Quantity(BigDecimal.valueOf(result), BigDecimal.ONE, dimension))
        : Optional.empty();
  }

  private static Optional<Quantity> bounded(Quantity quantity) {
    return magnitude(quantity.value) > MAX_EXPONENT || magnitude(quantity.scale) > MAX_EXPONENT
        ? Optional.empty()
        : Optional.of(quantity);
  }

  private static int magnitude(BigDecimal value) {
    return value.signum() == 0 ? 0 : Math.abs(value.precision() - value.scale());
  }
}
