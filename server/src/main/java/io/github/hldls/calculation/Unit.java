package io.github.hldls.calculation;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A unit of measurement.
 *
 * @param size in the base units (byte, second, the currency), with decimal prefixes
 * @param binarySize the same with binary prefixes; equal to {@code size} where there are none
 * @param otherMeaning the sizes are multiplied by this if bytes were meant where bits are read, or
 *     bits where bytes are read, because people spell {@code Mb} and {@code mb} for both; 1 for
 *     units that nobody mistakes
 */
record Unit(BigDecimal size, BigDecimal binarySize, BigDecimal otherMeaning, Dimension dimension) {
  /** The digits of an eighth, and of a thousand eighths. */
  private static final BigInteger EIGHTH = BigInteger.valueOf(125);

  /** Whether bits are counted, not bytes. */
  boolean isOfBits() {
    return dimension.data() == 1 && size.stripTrailingZeros().unscaledValue().equals(EIGHTH);
  }
}
