package io.github.hldls.facts;

import io.github.hldls.template.Expression;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Where a text says what the expressions of a vocabulary ask for: for each expression the tokens at
 * which a mention begins, in order.
 */
public final class Mentions {
  private static final int[] NOWHERE = {};

  private final String text;
  private final Tokens tokens;
  private final Vocabulary vocabulary;
  private final BitSet titles;
  private final IntLists byPhrase;
  private final IntLists titlesByPhrase;
  private final int[][] byExpression;
  private final int[][] titlesByExpression;

  private Mentions(String text, Tokens tokens, Vocabulary vocabulary, BitSet titles) {
    this.text = text;
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.titles = titles;
    this.byPhrase = new IntLists(vocabulary.phraseCount());
    this.titlesByPhrase = new IntLists(vocabulary.phraseCount());
    this.byExpression = new int[vocabulary.expressionCount()][];
    this.titlesByExpression = new int[vocabulary.expressionCount()][];
  }

  static Mentions of(String text, Tokens tokens, Vocabulary vocabulary) {
    return of(text, tokens, vocabulary, new BitSet());
  }

  /**
   * Finds all mentions.
   *
   * @param titles the tokens that stand in titles
   */
  static Mentions of(String text, Tokens tokens, Vocabulary vocabulary, BitSet titles) {
    Mentions mentions = new Mentions(text, tokens, vocabulary, titles);
    mentions.find();
    return mentions;
  }

  /** The tokens at which mentions of an expression begin, sorted; not to be changed. */
  int[] of(Expression expression) {
    return expression.isEmpty() ? NOWHERE : merged(expression, byPhrase, byExpression);
  }

  /** The same, but only those in titles. */
  int[] inTitles(Expression expression) {
    return expression.isEmpty() ? NOWHERE : merged(expression, titlesByPhrase, titlesByExpression);
  }

  /** Whether an expression is mentioned from token {@code from} on and before {@code to}. */
  boolean in(Expression expression, int from, int to) {
    int[] places = of(expression);
    int first = index(places, from);
    return first < places.length && places[first] < to;
  }

  /** How often an expression is mentioned from token {@code from} on and before {@code to}. */
  int count(Expression expression, int from, int to) {
    int[] places = of(expression);
    return index(places, to) - index(places, from);
  }

  private static int index(int[] places, int token) {
    int found = Arrays.binarySearch(places, token);
    return found >= 0 ? found : -found - 1;
  }

  /** Threads may do this twice at once, with the same result. */
  private int[] merged(Expression expression, IntLists lists, int[][] known) {
    int id = vocabulary.idOf(expression);
    int[] places = known[id];
    if (places == null) {
      places = lists.merged(vocabulary.phrasesOf(id));
      known[id] = places;
    }
    return places;
  }

  private void find() {
    PhraseTrie root = vocabulary.trie();
    for (int token = 0; token < tokens.count; token++) {
      if (tokens.words[token].startsPhrase) {
        follow(root.nextPatterns, root.nextNodes, token, token);
      }
    }
  }

  /**
   * Follows the edges that the word at {@code token} allows, for a phrase begun at {@code first}.
   */
  private void follow(int[] edges, PhraseTrie[] nodes, int token, int first) {
    for (int pattern : tokens.words[token].patterns) {
      int edge = Arrays.binarySearch(edges, pattern);
      int width = edge < 0 ? 0 : width(pattern, token);
      if (width > 0) {
        arrive(nodes[edge], token + width - 1, first);
      }
    }
  }

  private void arrive(PhraseTrie node, int token, int first) {
    for (int phrase : node.phrases) {
      byPhrase.add(phrase, first);
      if (titles.get(first)) {
        titlesByPhrase.add(phrase, first);
      }
    }
    if (node.nextPatterns.length > 0 && isReachable(token + 1)) {
      follow(node.nextPatterns, node.nextNodes, token + 1, first);
    }
    if (node.laterPatterns.length > 0) {
      for (int i = token + 1; i <= token + 1 + Vocabulary.MAX_GAP && isReachable(i); i++) {
        follow(node.laterPatterns, node.laterNodes, i, first);
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
