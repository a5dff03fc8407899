package io.github.hldls.facts;

import io.github.hldls.template.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Of each chapter the phrases in it, and how many tokens come before it. */
  private final List<Hits> hits = new ArrayList<>();

  private final int[] firstTokens;

  /** Made when it is first needed, as what follows. */
  private volatile @Nullable IntLists byPhrase;

  /** What has been merged; threads may do that twice at once, with the same result. */
  private final int[][] byExpression;

  private final int[][] titlesByExpression;

  private Mentions(
      String text,
      Tokens tokens,
      List<ChapterFacts> chapters,
      Vocabulary vocabulary,
      BitSet titles,
      String group) {
    this.text = text;
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.titles = titles;
    this.tree = vocabulary.treeOf(group);
    this.firstTokens = new int[chapters.size() + 1];
    for (int i = 0; i < chapters.size(); i++) {
      int first = firstTokens[i];
      int end = first + chapters.get(i).tokens().count();
      hits.add(chapters.get(i).hits(titles.get(first, end), vocabulary, tree));
      firstTokens[i + 1] = end;
    }
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
    return new Mentions(text, tokens, chapters, vocabulary, titles, group);
  }

  /** Takes over what was asked of an earlier state, but for the chapters that differ. */
  void takeOver(Mentions before) {
    int shared = Math.min(hits.size(), before.hits.size());
    int same = 0;
    while (same < shared && hits.get(same) == before.hits.get(same)) {
      same++;
    }
    int sameEnd = 0;
    while (sameEnd < shared - same
        && hits.get(hits.size() - 1 - sameEnd)
            == before.hits.get(before.hits.size() - 1 - sameEnd)) {
      sameEnd++;
    }
    IntLists between = lists(same, hits.size() - sameEnd);
    int from = firstTokens[same];
    int oldTo = before.firstTokens[before.hits.size() - sameEnd];
    int by = firstTokens[hits.size() - sameEnd] - oldTo;
    for (int id = 0; id < byExpression.length; id++) {
      int[] all = before.byExpression[id];
      int[] some = before.titlesByExpression[id];
      int[] fresh = all == null && some == null ? NOWHERE : vocabulary.merged(between, id);
      if (all != null && vocabulary.isIn(tree, id)) {
        byExpression[id] = spliced(all, from, fresh, oldTo, by);
      }
      if (some != null) {
        titlesByExpression[id] = spliced(some, from, inTitles(fresh), oldTo, by);
      }
    }
  }

  /** The places before {@code from}, some new ones, and those from {@code to} on, moved. */
  private static int[] spliced(int[] places, int from, int[] fresh, int to, int by) {
    int kept = index(places, from);
    int rest = index(places, to);
    if (fresh.length == 0 && kept == rest && (by == 0 || rest == places.length)) {
      return places;
    }
    int[] all = new int[kept + fresh.length + places.length - rest];
    System.arraycopy(places, 0, all, 0, kept);
    System.arraycopy(fresh, 0, all, kept, fresh.length);
    for (int i = rest, at = kept + fresh.length; i < places.length; i++, at++) {
      all[at] = places[i] + by;
    }
    return all;
  }

  private IntLists byPhrase() {
    IntLists lists = byPhrase;
    if (lists == null) {
      lists = lists(0, hits.size());
      byPhrase = lists;
    }
    return lists;
  }

  /** For each phrase where it begins in some of the chapters. */
  private IntLists lists(int firstChapter, int endChapter) {
    IntLists lists = new IntLists(vocabulary.phraseCount());
    for (int i = firstChapter; i < endChapter; i++) {
      hits.get(i).addTo(lists, firstTokens[i]);
    }
    return lists;
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
              ? vocabulary.merged(byPhrase(), id)
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
      places = inTitles(vocabulary.merged(byPhrase(), id));
      titlesByExpression[id] = places;
    }
    return places;
  }

  private int[] inTitles(int[] places) {
    if (places.length == 0) {
      return NOWHERE;
    }
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
