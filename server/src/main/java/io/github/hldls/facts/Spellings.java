package io.github.hldls.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Numbers by spelling, for look-ups of pieces of a text without making strings of them; laid out so
 * that a table read from a file needs no more work.
 *
 * @param slots for each hash the position of a spelling, from 1; 0 for none
 * @param ends where each spelling ends in {@code letters}; it begins where the one before ends
 * @param values the number of each spelling
 * @param letters all spellings, one after the other
 */
@SuppressWarnings("ArrayRecordComponent") // it is never compared
record Spellings(int[] slots, int[] ends, int[] values, String letters) {
  static final int NONE = -1;

  static Spellings of(Map<String, Integer> numbers) {
    List<String> sorted = numbers.keySet().stream().sorted().toList();
    int[] slots = new int[Integer.highestOneBit(Math.max(4, sorted.size() * 4 - 1))];
    int[] ends = new int[sorted.size()];
    int[] values = new int[sorted.size()];
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < ends.length; i++) {
      String spelling = sorted.get(i);
      letters.append(spelling);
      ends[i] = letters.length();
      values[i] = numbers.getOrDefault(spelling, NONE);
      int slot = slot(spelling.hashCode(), slots.length);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i + 1;
    }
    return new Spellings(slots, ends, values, letters.toString());
  }

  private static int slot(int hash, int size) {
    return (hash ^ (hash >>> 15)) & (size - 1);
  }

  /** The number of a spelling, or {@link #NONE}. */
  int get(String spelling) {
    return get(spelling, spelling.length(), spelling.hashCode());
  }

  /**
   * The number of the first letters of a word, or {@link #NONE}.
   *
   * @param hash of these letters, as {@link String#hashCode()} computes it
   */
  int get(String word, int length, int hash) {
    int slot = slot(hash, slots.length);
    while (slots[slot] != 0) {
      int at = slots[slot] - 1;
      int start = at == 0 ? 0 : ends[at - 1];
      if (ends[at] - start == length && letters.regionMatches(start, word, 0, length)) {
        return values[at];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return NONE;
  }

  /** All spellings, sorted. */
  List<String> all() {
    String[] all = new String[ends.length];
    Arrays.setAll(all, i -> letters.substring(i == 0 ? 0 : ends[i - 1], ends[i]));
    return List.of(all);
  }
}
