package io.github.hldls.facts;

import io.github.hldls.template.Expression.Element;
import io.github.hldls.template.Expression.Phrase;
import io.github.hldls.template.Expression.WordPattern;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of a vocabulary as a tree: from a node an edge for each pattern leads on, either to
 * the very next word or to one a few words later. A word is compared with the edges of a node, not
 * with every phrase, however many begin alike.
 */
final class PhraseTrie {
  private static final int[] NO_PATTERNS = {};
  private static final PhraseTrie[] NO_NODES = {};

  /** The edges, sorted by pattern; behind the count there is room for more. */
  int nextCount;

  int[] nextPatterns = NO_PATTERNS;
  PhraseTrie[] nextNodes = NO_NODES;
  int laterCount;
  int[] laterPatterns = NO_PATTERNS;
  PhraseTrie[] laterNodes = NO_NODES;

  /** The phrases that end here. */
  int[] phrases = NO_PATTERNS;

  /** Which groups the phrases from here on belong to, a bit each. */
  long groups;

  /**
   * Adds a phrase, or the groups of one that is there. Not safe while others read.
   *
   * @param groups a bit for each
   */
  void add(Phrase phrase, int id, long groups, ToIntFunction<WordPattern> patterns) {
    add(phrase.elements(), 0, id, groups, patterns);
  }

  private void add(
      List<Element> elements, int at, int id, long more, ToIntFunction<WordPattern> patterns) {
    groups |= more;
    if (at == elements.size()) {
      if (phrases.length == 0 || phrases[phrases.length - 1] != id) {
        phrases = Arrays.copyOf(phrases, phrases.length + 1);
        phrases[phrases.length - 1] = id;
      }
      return;
    }
    Element element = elements.get(at);
    for (WordPattern word : element.words()) {
      int pattern = patterns.applyAsInt(word);
      (element.afterGap() ? later(pattern) : nextOrNew(pattern))
          .add(elements, at + 1, id, more, patterns);
    }
  }

  private PhraseTrie nextOrNew(int pattern) {
    int edge = Arrays.binarySearch(nextPatterns, 0, nextCount, pattern);
    if (edge < 0) {
      edge = -edge - 1;
      nextPatterns = withRoom(nextPatterns, edge, nextCount);
      nextNodes = withRoom(nextNodes, edge, nextCount);
      nextPatterns[edge] = pattern;
      nextNodes[edge] = new PhraseTrie();
      nextCount++;
    }
    return nextNodes[edge];
  }

  private PhraseTrie later(int pattern) {
    int edge = Arrays.binarySearch(laterPatterns, 0, laterCount, pattern);
    if (edge < 0) {
      edge = -edge - 1;
      laterPatterns = withRoom(laterPatterns, edge, laterCount);
      laterNodes = withRoom(laterNodes, edge, laterCount);
      laterPatterns[edge] = pattern;
      laterNodes[edge] = new PhraseTrie();
      laterCount++;
    }
    return laterNodes[edge];
  }

  private static int[] withRoom(int[] all, int at, int count) {
    int[] grown = count < all.length ? all : Arrays.copyOf(all, count < 2 ? count + 1 : 2 * count);
    System.arraycopy(grown, at, grown, at + 1, count - at);
    return grown;
  }

  private static PhraseTrie[] withRoom(PhraseTrie[] all, int at, int count) {
    PhraseTrie[] grown =
        count < all.length ? all : Arrays.copyOf(all, count < 2 ? count + 1 : 2 * count);
    System.arraycopy(grown, at, grown, at + 1, count - at);
    return grown;
  }

  /** Where the very next word leads that matches a pattern; null for nowhere. */
  @Nullable PhraseTrie next(int pattern) {
    int edge = Arrays.binarySearch(nextPatterns, 0, nextCount, pattern);
    return edge < 0 ? null : nextNodes[edge];
  }
}
