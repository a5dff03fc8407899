package io.github.hldls.facts;

import io.github.hldls.template.Expression;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a text says what the expressions of a vocabulary ask for: for each expression the tokens at
 * which a mention begins, in order.
 */
public final class Mentions {
  private static final int[] NOWHERE = {};

  private final String text;
  private final Tokens tokens;
  private final Vocabulary vocabulary;
  private final int[][] byPhrase;
  private final Map<Expression, int[]> byExpression = new ConcurrentHashMap<>();

  private Mentions(String text, Tokens tokens, Vocabulary vocabulary) {
    this.text = text;
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.byPhrase = new int[vocabulary.phraseCount()][];
  }

  static Mentions of(String text, Tokens tokens, Vocabulary vocabulary) {
    Mentions mentions = new Mentions(text, tokens, vocabulary);
    mentions.find();
    return mentions;
  }

  /** The tokens at which mentions of an expression begin, sorted; not to be changed. */
  int[] of(Expression expression) {
    if (expression.isEmpty()) {
      return NOWHERE;
    }
    return byExpression.computeIfAbsent(expression, this::merge);
  }

  /** Whether an expression is mentioned from token {@code from} on and before {@code to}. */
  boolean in(Expression expression, int from, int to) {
    return count(expression, from, to) > 0;
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

  private int[] merge(Expression expression) {
    int[] merged = NOWHERE;
    int parts = 0;
    for (int phrase : vocabulary.phrasesOf(expression)) {
      int[] places = byPhrase[phrase];
      if (places == null) {
        continue;
      }
      int count = places[0];
      int[] joined = Arrays.copyOf(merged, merged.length + count);
      System.arraycopy(places, 1, joined, merged.length, count);
      merged = joined;
      parts++;
    }
    return parts < 2 ? merged : Arrays.stream(merged).sorted().distinct().toArray();
  }

  private void find() {
    for (int token = 0; token < tokens.count; token++) {
      for (int phrase : tokens.words[token].phrases) {
        if (matches(vocabulary.compiled(phrase), 0, token)) {
          record(phrase, token);
        }
      }
    }
  }

  /** Appends a token to a phrase's places, whose first number is their count. */
  private void record(int phrase, int token) {
    int[] places = byPhrase[phrase];
    if (places == null) {
      places = new int[4];
    } else if (places[0] + 1 == places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    places[++places[0]] = token;
    byPhrase[phrase] = places;
  }

  /** Whether the elements of a phrase from {@code element} on stand from a token on. */
  private boolean matches(Vocabulary.CompiledPhrase phrase, int element, int token) {
    for (int pattern : phrase.elements[element]) {
      int width = width(pattern, token);
      if (width > 0 && restMatches(phrase, element + 1, token + width)) {
        return true;
      }
    }
    return false;
  }

  private boolean restMatches(Vocabulary.CompiledPhrase phrase, int element, int token) {
    if (element == phrase.elements.length) {
      return true;
    }
    int last = phrase.gapBefore[element] ? token + Vocabulary.MAX_GAP : token;
    for (int i = token; i <= last && i < tokens.count && !tokens.afterBreak[i]; i++) {
      if (matches(phrase, element, i)) {
        return true;
      }
    }
    return false;
  }

  /** How many tokens are what a pattern stands for, a number's unit included; 0 for none. */
  private int width(int pattern, int token) {
    if (!tokens.words[token].matches(pattern)) {
      return 0;
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
