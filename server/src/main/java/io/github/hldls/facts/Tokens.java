package io.github.hldls.facts;

import java.util.Arrays;

/**
 * The words and numbers of a text, in order; tokens count from 0.
 *
 * <p>A number and the unit after it are two tokens; a word with capitals inside that begins small
 * ({@code nextCursor}) is as many words as it reads. Everything else separates words.
 */
public final class Tokens {
  int count;
  int[] starts = new int[256];
  int[] ends = new int[256];
  Word[] words = new Word[256];

  /** Whether a sentence, table cell or paragraph ended before the token. */
  boolean[] afterBreak = new boolean[256];

  Tokens() {}

  public int count() {
    return count;
  }

  /** The first token that starts at or after an offset of the text; {@code count()} if none. */
  public int firstFrom(int offset) {
    int found = Arrays.binarySearch(starts, 0, count, offset);
    return found >= 0 ? found : -found - 1;
  }

  public int start(int token) {
    return starts[token];
  }

  public int end(int token) {
    return ends[token];
  }

  void add(int start, int end, Word word, boolean broken) {
    if (count == starts.length) {
      int size = count * 2;
      starts = Arrays.copyOf(starts, size);
      ends = Arrays.copyOf(ends, size);
      words = Arrays.copyOf(words, size);
      afterBreak = Arrays.copyOf(afterBreak, size);
    }
    starts[count] = start;
    ends[count] = end;
    words[count] = word;
    afterBreak[count] = broken;
    count++;
  }
}
