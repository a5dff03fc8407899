package io.github.hldls.calculation;

import org.jspecify.annotations.Nullable;

/**
 * What a quantity measures, as exponents: bytes per second is {@code (1, -1, 0)}. Things that are
 * merely counted (requests, users, servers) have no dimension.
 *
 * @param data of bytes
 * @param time of seconds
 * @param money of the currency, whichever it is
 */
record Dimension(int data, int time, int money) {
  static final Dimension NONE = new Dimension(0, 0, 0);

  // The JDK would make these when they are first called, which takes longer than to read a file.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Dimension dimension
        && data == dimension.data
        && time == dimension.time
        && money == dimension.money;
  }

  @Override
  public int hashCode() {
    return (data * 31 + time) * 31 + money;
  }

  Dimension times(Dimension other) {
    return new Dimension(data + other.data, time + other.time, money + other.money);
  }

  Dimension over(Dimension other) {
    return new Dimension(data - other.data, time - other.time, money - other.money);
  }

  Dimension power(int exponent) {
    return new Dimension(data * exponent, time * exponent, money * exponent);
  }

  boolean isNone() {
    return data == 0 && time == 0 && money == 0;
  }
}
