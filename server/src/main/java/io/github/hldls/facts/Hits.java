package io.github.hldls.facts;

import java.util.Arrays;

/** Phrases that were found, each with the token at which it begins, in the order of the tokens. */
final class Hits {
  private int count;
  private int[] phrases = new int[64];
  private int[] tokens = new int[64];

  void add(int phrase, int token) {
    if (count == phrases.length) {
      phrases = Arrays.copyOf(phrases, count * 2);
      tokens = Arrays.copyOf(tokens, count * 2);
    }
    phrases[count] = phrase;
    tokens[count] = token;
    count++;
  }

  /** Adds them to the lists of each phrase, for a text in which their tokens come later. */
  void addTo(IntLists byPhrase, int firstToken) {
    for (int i = 0; i < count; i++) {
      byPhrase.add(phrases[i], firstToken + tokens[i]);
    }
  }

  /** The tokens at which any phrase begins, each once. */
  int[] distinctTokens() {
    return IntLists.sortedDistinct(Arrays.copyOf(tokens, count));
  }
}
