package io.github.hldls.facts;

import java.util.Arrays;
import java.util.List;

/**
 * The words and numbers of a text, in order; tokens count from 0.
 *
 * <p>A number and the unit after it are two tokens; a word with capitals inside that begins small
 * ({@code nextCursor}) is as many words as it reads. Everything else separates words.
 */
public final class Tokens {
  int count;
  int[] starts;
  int[] ends;
  Word[] words;

  /** Whether a sentence, table cell or paragraph ended before the token. */
  boolean[] afterBreak;

  /**
   * @param size for how many there is room at first
   */
  Tokens(int size) {
    starts = new int[size];
    ends = new int[size];
    words = new Word[size];
    afterBreak = new boolean[size];
  }

  /** The tokens of several texts in a row. */
  static Tokens joined(List<Tokens> parts, List<Integer> starts) {
    Tokens all = new Tokens(parts.stream().mapToInt(Tokens::count).sum());
    for (int p = 0; p < parts.size(); p++) {
      Tokens part = parts.get(p);
      int by = starts.get(p);
      for (int i = 0; i < part.count; i++) {
        all.starts[all.count + i] = part.starts[i] + by;
        all.ends[all.count + i] = part.ends[i] + by;
      }
      System.arraycopy(part.words, 0, all.words, all.count, part.count);
      System.arraycopy(part.afterBreak, 0, all.afterBreak, all.count, part.count);
      all.count += part.count;
    }
    return all;
  }

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
      int size = Math.max(16, count * 2);
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
