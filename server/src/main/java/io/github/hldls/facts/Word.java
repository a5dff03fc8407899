package io.github.hldls.facts;

import java.util.Arrays;

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

  /** The bits of the patterns, as {@link PhraseGraph#mask(int)} gives them. */
  final int mask;

  /** For each tree the patterns with which a phrase begins, each followed by where it leads. */
  final int[][] starts;

  final boolean number;

  /** What a number before the word counts: 0, {@link #DURATION_UNIT} or {@link #SIZE_UNIT}. */
  final int unit;

  /** Its number among the words of a template's likeness; -1 if it is none of them. */
  final int term;

  Word(int[] patterns, int[][] starts, boolean number, int unit, int term) {
    this.patterns = patterns;
    this.mask = Arrays.stream(patterns).map(PhraseGraph::mask).reduce(0, (a, b) -> a | b);
    this.starts = starts;
    this.number = number;
    this.unit = unit;
    this.term = term;
  }
}
