package io.github.hldls.facts;

import java.util.Arrays;
import java.util.BitSet;

/** Follows the phrases of a vocabulary through the tokens of a text. */
final class PhraseFinder {
  private final String text;
  private final Tokens tokens;
  private final Vocabulary vocabulary;
  private final IntLists found;

  /** The groups whose phrases are looked for, a bit each. */
  private long groups = Vocabulary.ALL_GROUPS;

  /**
   * A finder for one text.
   *
   * @param found gets, for each phrase, the tokens at which it begins
   */
  PhraseFinder(String text, Tokens tokens, Vocabulary vocabulary, IntLists found) {
    this.text = text;
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.found = found;
  }

  /**
   * Finds the phrases of a group, and in titles those of the whole vocabulary.
   *
   * @param group its bit
   */
  void find(long group, BitSet titles) {
    for (int token = 0; token < tokens.count; token++) {
      Word word = tokens.words[token];
      if (word.patterns.length > 0) {
        groups = titles.get(token) ? Vocabulary.ALL_GROUPS : group;
        begin(word, token);
      }
    }
  }

  private void begin(Word word, int token) {
    for (int i = 0; i < word.starts.length; i++) {
      PhraseTrie node = word.starts[i];
      if (node != null && (node.groups & groups) != 0) {
        int width = width(word.patterns[i], token);
        if (width > 0) {
          arrive(node, token + width - 1, token);
        }
      }
    }
  }

  /** Finds the phrases below a node that begin from token {@code from} on and before {@code to}. */
  void find(PhraseTrie root, int from, int to) {
    for (int token = from; token < to; token++) {
      follow(root.nextPatterns, root.nextNodes, root.nextCount, token, token);
    }
  }

  /**
   * Follows the edges that the word at {@code token} allows, for a phrase begun at {@code first}.
   */
  private void follow(int[] edges, PhraseTrie[] nodes, int count, int token, int first) {
    for (int pattern : tokens.words[token].patterns) {
      int edge = Arrays.binarySearch(edges, 0, count, pattern);
      int width = edge < 0 || (nodes[edge].groups & groups) == 0 ? 0 : width(pattern, token);
      if (width > 0) {
        arrive(nodes[edge], token + width - 1, first);
      }
    }
  }

  private void arrive(PhraseTrie node, int token, int first) {
    for (int phrase : node.phrases) {
      found.add(phrase, first);
    }
    if (node.nextCount > 0 && isReachable(token + 1)) {
      follow(node.nextPatterns, node.nextNodes, node.nextCount, token + 1, first);
    }
    if (node.laterCount > 0) {
      for (int i = token + 1; i <= token + 1 + Vocabulary.MAX_GAP && isReachable(i); i++) {
        follow(node.laterPatterns, node.laterNodes, node.laterCount, i, first);
      }
    }
  }

  private boolean isReachable(int token) {
    return token < tokens.count && !tokens.afterBreak[token];
  }

  /**
   * How many tokens are what a pattern of theirs stands for, a number's unit included; 0 for none.
   */
  private int width(int pattern, int token) {
    if (!tokens.words[token].number) {
      return 1;
    }
    if (pattern == vocabulary.duration) {
      return hasUnit(token, Word.DURATION_UNIT) ? 2 : 0;
    }
    if (pattern == vocabulary.size) {
      return hasUnit(token, Word.SIZE_UNIT) ? 2 : 0;
    }
    if (pattern == vocabulary.percent) {
      int end = tokens.ends[token];
      return text.startsWith("%", end) || text.startsWith(" %", end) ? 1 : 0;
    }
    if (pattern == vocabulary.money) {
      int start = tokens.starts[token];
      return start > 0 && "$€£¥".indexOf(text.charAt(start - 1)) >= 0 ? 1 : 0;
    }
    return 1;
  }

  private boolean hasUnit(int token, int unit) {
    return token + 1 < tokens.count
        && !tokens.afterBreak[token + 1]
        && tokens.starts[token + 1] - tokens.ends[token] <= 1
        && tokens.words[token + 1].unit == unit;
  }
}
