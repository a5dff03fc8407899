package io.github.hldls.facts;

import java.util.Arrays;

/**
 * A distinct word and what a vocabulary makes of it.
 *
 * @see Vocabulary
 */
final class Word {
  static final int[] NONE = {};
  static final int DURATION_UNIT = 1;
  static final int SIZE_UNIT = 2;

  /** The patterns that the word matches, sorted. */
  final int[] patterns;

  /** The phrases that may begin with the word. */
  final int[] phrases;

  final boolean number;

  /** What a number before the word counts: 0, {@link #DURATION_UNIT} or {@link #SIZE_UNIT}. */
  final int unit;

  Word(int[] patterns, int[] phrases, boolean number) {
    this(patterns, phrases, number, 0);
  }

  Word(int[] patterns, int[] phrases, boolean number, int unit) {
    this.patterns = patterns;
    this.phrases = phrases;
    this.number = number;
    this.unit = unit;
  }

  boolean matches(int pattern) {
    return Arrays.binarySearch(patterns, pattern) >= 0;
  }
}
