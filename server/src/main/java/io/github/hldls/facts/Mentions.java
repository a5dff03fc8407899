package io.github.hldls.facts;

import io.github.hldls.template.Expression;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

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
  private final int tree;
  private final IntLists byPhrase;

  /** What has been merged; threads may do that twice at once, with the same result. */
  private final int[][] byExpression;

  private final int[][] titlesByExpression;

  private Mentions(String text, Tokens tokens, Vocabulary vocabulary, BitSet titles, String group) {
    this.text = text;
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.titles = titles;
    this.tree = vocabulary.treeOf(group);
    this.byPhrase = new IntLists(vocabulary.phraseCount());
    this.byExpression = new int[vocabulary.expressionCount()][];
    this.titlesByExpression = new int[vocabulary.expressionCount()][];
  }

  /**
   * Finds the mentions of a group's expressions, and in titles those of all.
   *
   * @param titles the tokens that stand in titles
   */
  static Mentions of(
      String text,
      Tokens tokens,
      List<ChapterFacts> chapters,
      Vocabulary vocabulary,
      BitSet titles,
      String group) {
    Mentions mentions = new Mentions(text, tokens, vocabulary, titles, group);
    int first = 0;
    for (ChapterFacts chapter : chapters) {
      int end = first + chapter.tokens().count();
      chapter
          .hits(titles.get(first, end), vocabulary, mentions.tree)
          .addTo(mentions.byPhrase, first);
      first = end;
    }
    return mentions;
  }

  /** Whether they were found with a vocabulary for a kind of files. */
  boolean isOf(Vocabulary other, String group) {
    return vocabulary.equals(other) && tree == vocabulary.treeOf(group);
  }

  /** The tokens at which mentions of an expression begin, sorted; not to be changed. */
  int[] of(Expression expression) {
    if (expression.isEmpty()) {
      return NOWHERE;
    }
    int id = vocabulary.idOf(expression);
    int[] places = byExpression[id];
    if (places == null) {
      places =
          vocabulary.isIn(tree, id)
              ? byPhrase.merged(vocabulary.phrasesOf(id))
              : lookFor(expression, 0, tokens.count);
      byExpression[id] = places;
    }
    return places;
  }

  /** The same, but only those in titles. */
  int[] inTitles(Expression expression) {
    if (expression.isEmpty()) {
      return NOWHERE;
    }
    int id = vocabulary.idOf(expression);
    int[] places = titlesByExpression[id];
    if (places == null) {
      places = inTitles(byPhrase.merged(vocabulary.phrasesOf(id)));
      titlesByExpression[id] = places;
    }
    return places;
  }

  private int[] inTitles(int[] places) {
    int[] some = new int[places.length];
    int count = 0;
    for (int place : places) {
      if (titles.get(place)) {
        some[count++] = place;
      }
    }
    return Arrays.copyOf(some, count);
  }

  /** Whether an expression is mentioned from token {@code from} on and before {@code to}. */
  boolean in(Expression expression, int from, int to) {
    return isIn(of(expression, from, to), from, to);
  }

  /** The same, for tokens in titles. */
  boolean inTitles(Expression expression, int from, int to) {
    return isIn(inTitles(expression), from, to);
  }

  /** How often an expression is mentioned from token {@code from} on and before {@code to}. */
  int count(Expression expression, int from, int to) {
    int[] places = of(expression, from, to);
    return index(places, to) - index(places, from);
  }

  /**
   * Of an expression's mentions at least those from token {@code from} on and before {@code to}.
   */
  private int[] of(Expression expression, int from, int to) {
    if (expression.isEmpty()) {
      return NOWHERE;
    }
    int id = vocabulary.idOf(expression);
    return vocabulary.isIn(tree, id) ? of(expression) : lookFor(expression, from, to);
  }

  /** Finds an expression that was not looked for at first: one of another kind of file. */
  private int[] lookFor(Expression expression, int from, int to) {
    Hits found = new Hits();
    PhraseGraph.Rooted alone = vocabulary.alone(expression);
    new PhraseFinder(text, tokens, alone.graph(), found).find(alone.root(), from, to);
    return found.distinctTokens();
  }

  private static boolean isIn(int[] places, int from, int to) {
    int first = index(places, from);
    return first < places.length && places[first] < to;
  }

  private static int index(int[] places, int token) {
    int found = Arrays.binarySearch(places, token);
    return found >= 0 ? found : -found - 1;
  }
}
