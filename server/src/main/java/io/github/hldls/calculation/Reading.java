package io.github.hldls.calculation;

/**
 * One way to read what a writer left open. A calculation is right if any fair reading makes it so.
 *
 * @param binary prefixes of bytes count 1024
 * @param swapped bits and bytes are told apart by the other spelling
 * @param timeless units of time are mere words: {@code 20 × 5 KB = 100 KB/s}
 */
record Reading(boolean binary, boolean swapped, boolean timeless) {
  static final Reading PLAIN = new Reading(false, false, false);

  boolean isPlain() {
    return !binary && !swapped && !timeless;
  }

  Reading withoutTime() {
    return new Reading(binary, swapped, true);
  }
}
