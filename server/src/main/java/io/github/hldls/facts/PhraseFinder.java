package io.github.hldls.facts;

import java.util.BitSet;

/** Follows the phrases of a vocabulary through the tokens of a text. */
final class PhraseFinder {
  private final String text;
  private final Tokens tokens;
  private final PhraseGraph graph;
  private final Hits found;

  /**
   * A finder for one text.
   *
   * @param found gets the phrases
   */
  PhraseFinder(String text, Tokens tokens, PhraseGraph graph, Hits found) {
    this.text = text;
    this.tokens = tokens;
    this.graph = graph;
    this.found = found;
  }

  /** Finds the phrases of a tree, and in titles those of the whole vocabulary. */
  void find(int tree, BitSet titles) {
    for (int token = 0; token < tokens.count; token++) {
      begin(tokens.words[token].starts[titles.get(token) ? 0 : tree], token);
    }
  }

  /**
   * Begins phrases.
   *
   * @param starts patterns of the word at {@code token}, each with where it leads
   */
  private void begin(int[] starts, int token) {
    for (int i = 0; i < starts.length; i += 2) {
      int width = width(starts[i], token);
      if (width > 0) {
        arrive(starts[i + 1], token + width - 1, token);
      }
    }
  }

  /** Finds the phrases below a node that begin from token {@code from} on and before {@code to}. */
  void find(int root, int from, int to) {
    int edges = graph.next(root);
    for (int token = from; token < to; token++) {
      follow(edges, token, token);
    }
  }

  /**
   * Follows the edges that the word at {@code token} allows, for a phrase begun at {@code first}.
   */
  private void follow(int edges, int token, int first) {
    Word word = tokens.words[token];
    if (!graph.mayFollow(edges, word.mask)) {
      return;
    }
    for (int pattern : word.patterns) {
      int node = graph.follow(edges, pattern);
      int width = node == PhraseGraph.NOWHERE ? 0 : width(pattern, token);
      if (width > 0) {
        arrive(node, token + width - 1, first);
      }
    }
  }

  private void arrive(int node, int token, int first) {
    int[] nodes = graph.nodes;
    int next = graph.next(node);
    for (int i = node + 1; i < next; i++) {
      found.add(nodes[i], first);
    }
    if (graph.hasEdges(next) && isReachable(token + 1)) {
      follow(next, token + 1, first);
    }
    int later = graph.later(node);
    if (graph.hasEdges(later)) {
      for (int i = token + 1; i <= token + 1 + Vocabulary.MAX_GAP && isReachable(i); i++) {
        follow(later, i, first);
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
    if (pattern == Vocabulary.DURATION) {
      return hasUnit(token, Word.DURATION_UNIT) ? 2 : 0;
    }
    if (pattern == Vocabulary.SIZE) {
      return hasUnit(token, Word.SIZE_UNIT) ? 2 : 0;
    }
    if (pattern == Vocabulary.PERCENT) {
      int end = tokens.ends[token];
      return text.startsWith("%", end) || text.startsWith(" %", end) ? 1 : 0;
    }
    if (pattern == Vocabulary.MONEY) {
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
