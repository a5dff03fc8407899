package io.github.hldls.facts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The words that have been looked up, by their spelling. A word is found without making a string of
 * it first: texts repeat their words, and this is the innermost loop of reading.
 *
 * <p>Safe for use by several threads without locks: entries never change, and of two threads that
 * add at once one loses its entry, which costs no more than another look-up.
 */
final class WordTable {
  private static final int SIZE = 1 << 16;
  private static final int MAX_PROBES = 8;

  private static final class Entry {
    final int hash;
    final char[] spelling;
    final Word word;

    Entry(int hash, char[] spelling, Word word) {
      this.hash = hash;
      this.spelling = spelling;
      this.word = word;
    }
  }

  private final Vocabulary vocabulary;
  private final @Nullable Entry[] entries = new Entry[SIZE];

  WordTable(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * The word in {@code text[start, end)}.
   *
   * @param hash of those characters, as {@link String#hashCode()} computes it
   */
  Word word(char[] text, int start, int end, int hash) {
    int slot = spread(hash);
    for (int probe = 0; probe < MAX_PROBES; probe++) {
      Entry entry = entries[slot];
      if (entry == null) {
        break;
      }
      if (entry.hash == hash && isSame(entry.spelling, text, start, end)) {
        return entry.word;
      }
      slot = (slot + 1) & (SIZE - 1);
    }
    char[] spelling = Arrays.copyOfRange(text, start, end);
    Word word = vocabulary.look(new String(spelling));
    // A full neighbourhood is written over: what is common comes back at once.
    entries[slot] = new Entry(hash, spelling, word);
    return word;
  }

  /** Words are so short that no more is to be gained by anything else. */
  private static boolean isSame(char[] spelling, char[] text, int start, int end) {
    if (spelling.length != end - start) {
      return false;
    }
    for (int i = 0; i < spelling.length; i++) {
      if (spelling[i] != text[start + i]) {
        return false;
      }
    }
    return true;
  }

  /** The number in {@code text[start, end)}. */
  Word number(char[] text, int start, int end) {
    return vocabulary.number(text, start, end);
  }

  private static int spread(int hash) {
    return (hash ^ (hash >>> 15)) & (SIZE - 1);
  }
}
