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
        if (matches(vocabulary.compiled(phrase), token)) {
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

  private boolean matches(Vocabulary.CompiledPhrase phrase, int first) {
    int token = first;
    for (int i = 0; i < phrase.elements.length; i++) {
      int[] element = phrase.elements[i];
      if (i == 0) {
        if (!isAny(element, token)) {
          return false;
        }
      } else {
        token = next(element, token + 1, phrase.gapBefore[i] ? Vocabulary.MAX_GAP : 0);
        if (token < 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** The first token from {@code token} on, with at most {@code gap} between, or -1. */
  private int next(int[] element, int token, int gap) {
    for (int i = token; i <= token + gap && i < tokens.count; i++) {
      if (tokens.afterBreak[i]) {
        return -1;
      }
      if (isAny(element, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isAny(int[] element, int token) {
    for (int pattern : element) {
      if (tokens.words[token].matches(pattern) && isOfClass(pattern, token)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the number at a token is of the class that a pattern stands for. */
  private boolean isOfClass(int pattern, int token) {
    if (pattern == vocabulary.percent) {
      int end = tokens.ends[token];
      return (end < text.length() && text.charAt(end) == '%')
          || (end + 1 < text.length() && text.charAt(end) == ' ' && text.charAt(end + 1) == '%');
    }
    if (pattern == vocabulary.duration) {
      return hasUnit(token, Word.DURATION_UNIT);
    }
    if (pattern == vocabulary.size) {
      return hasUnit(token, Word.SIZE_UNIT);
    }
    if (pattern == vocabulary.money) {
      int start = tokens.starts[token];
      return start > 0 && "$€£¥".indexOf(text.charAt(start - 1)) >= 0;
    }
    return true;
  }

  private boolean hasUnit(int token, int unit) {
    return token + 1 < tokens.count
        && !tokens.afterBreak[token + 1]
        && tokens.starts[token + 1] - tokens.ends[token] <= 1
        && tokens.words[token + 1].unit == unit;
  }
}
