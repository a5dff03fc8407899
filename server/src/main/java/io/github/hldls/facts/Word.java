package io.github.hldls.facts;

/**
 * A distinct word and what a vocabulary makes of it.
 *
 * @see Vocabulary
 */
final class Word {
  static final int DURATION_UNIT = 1;
  static final int SIZE_UNIT = 2;

  /** The patterns that the word matches. */
  final int[] patterns;

  /** For each tree, where a phrase leads that begins with each pattern. */
  final int[][] starts;

  final boolean number;

  /** What a number before the word counts: 0, {@link #DURATION_UNIT} or {@link #SIZE_UNIT}. */
  final int unit;

  Word(int[] patterns, int[][] starts, boolean number, int unit) {
    this.patterns = patterns;
    this.starts = starts;
    this.number = number;
    this.unit = unit;
  }
}
