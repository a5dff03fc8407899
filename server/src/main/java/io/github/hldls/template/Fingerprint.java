package io.github.hldls.template;

/** Numbers that tell sequences apart: equal ones have the same, others hardly ever. */
public final class Fingerprint {
  public static final long START = 0xcbf29ce484222325L;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private Fingerprint() {}

  /** The fingerprint of a sequence and one more number. */
  public static long add(long print, long next) {
    long mixed = (print ^ next) * FACTOR;
    return mixed ^ (mixed >>> 32);
  }

  /** The fingerprint of a sequence and one more text. */
  public static long add(long print, String next) {
    // Two hashes of one text: Java's, and that of its length and ends, which Java's leaves open.
    int length = next.length();
    long ends = length == 0 ? 0 : next.charAt(0) * 31L + next.charAt(length - 1);
    return add(add(print, next.hashCode()), ends << 32 | length);
  }
}
