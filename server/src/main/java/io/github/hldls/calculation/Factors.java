package io.github.hldls.calculation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** The factors that writers apply without a word: seconds of a day, bits of a byte. */
final class Factors {
  private Factors() {}

  private static final double TOLERANCE = 0.03;

  private static final double[] TIMES = {
    7, 12, 24, 30, 31, 52, 60, 90, 168, 365, 720, 744, 1440, 3600, 8760, 10080, 43200, 86400, 1e5,
    525600, 604800, 2592000, 2.5e6, 3e6, 31536000, 3e7
  };

  private static final double[] CONVERSIONS = {8, 1e3, 1024, 1e6, 1048576, 1e9, 1073741824, 1e12};

  /** Whether a ratio is what changing from one unit of time to another makes of a number. */
  static boolean isChangeOfTime(BigDecimal ratio) {
    double value = Quantity.toDouble(ratio);
    for (double factor : TIMES) {
      if (near(value, factor) || near(value * factor, 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a bare number in a calculation looks like a conversion between units of time. */
  static boolean isTime(BigDecimal number) {
    double value = Quantity.toDouble(number);
    for (double factor : TIMES) {
      if (near(value, factor)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number is one that everybody knows exactly, and is not the result of rounding. */
  static boolean isConstant(BigDecimal number) {
    double value = Quantity.toDouble(number);
    for (double factor : TIMES) {
      if (value == factor) {
        return true;
      }
    }
    return value == 1 || isConversion(number);
  }

  /** Whether a bare number in a calculation looks like a conversion of bytes. */
  static boolean isConversion(BigDecimal number) {
    double value = Quantity.toDouble(number);
    for (double factor : CONVERSIONS) {
      if (value == factor) {
        return true;
      }
    }
    return false;
  }

  /** Whether a ratio is a power of 1000 or 1024, or one. */
  static boolean isThousands(BigDecimal ratio) {
    return isPower(Math.abs(Quantity.toDouble(ratio)));
  }

  /** Whether a ratio is a power of 1000 or 1024, perhaps times or over eight. */
  static boolean isPrefix(BigDecimal ratio) {
    double value = Math.abs(Quantity.toDouble(ratio));
    if (value == 0 || Double.isInfinite(value)) {
      return false;
    }
    for (double bits : new double[] {1, 8, 0.125}) {
      if (isPower(value / bits)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPower(double value) {
    for (double base : new double[] {1000, 1024}) {
      double power = Math.log(value) / Math.log(base);
      if (Math.abs(power - Math.rint(power)) * Math.log(base) < TOLERANCE) {
        return true;
      }
    }
    return false;
  }

  /** Whether a ratio is one of {@code numbers}, their product, or what a percentage leaves. */
  static boolean isAmong(List<Double> numbers, BigDecimal ratio) {
    double value = Quantity.toDouble(ratio.round(MathContext.DECIMAL32));
    List<Double> candidates = new ArrayList<>(numbers);
    double product = 1;
    for (double number : numbers) {
      product *= number;
      candidates.add(1 - number);
      candidates.add(1 + number);
    }
    candidates.add(product);
    for (double number : candidates) {
      if (number > 0 && !near(number, 1) && (near(value, number) || near(value * number, 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE * Math.abs(b);
  }
}
