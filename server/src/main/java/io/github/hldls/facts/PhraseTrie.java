package io.github.hldls.facts;

import io.github.hldls.template.Expression.Element;
import io.github.hldls.template.Expression.Phrase;
import io.github.hldls.template.Expression.WordPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of a vocabulary as a tree: from a node an edge for each pattern leads on, either to
 * the very next word or to one a few words later. A word is compared with the edges of a node, not
 * with every phrase, however many begin alike.
 */
final class PhraseTrie {
  private final Map<Integer, PhraseTrie> next = new LinkedHashMap<>();
  private final Map<Integer, PhraseTrie> later = new LinkedHashMap<>();
  private final List<Integer> ends = new ArrayList<>();

  /** The same after {@link #freeze}, sorted by pattern. */
  int[] nextPatterns = {};

  PhraseTrie[] nextNodes = {};
  int[] laterPatterns = {};
  PhraseTrie[] laterNodes = {};

  /** The phrases that end here. */
  int[] phrases = {};

  void add(Phrase phrase, int id, ToIntFunction<WordPattern> patterns) {
    add(phrase.elements(), 0, id, patterns);
  }

  private void add(List<Element> elements, int at, int id, ToIntFunction<WordPattern> patterns) {
    if (at == elements.size()) {
      ends.add(id);
      return;
    }
    Element element = elements.get(at);
    Map<Integer, PhraseTrie> edges = element.afterGap() ? later : next;
    for (WordPattern word : element.words()) {
      edges
          .computeIfAbsent(patterns.applyAsInt(word), p -> new PhraseTrie())
          .add(elements, at + 1, id, patterns);
    }
  }

  /** Makes the tree ready for reading; nothing is added after. */
  void freeze() {
    nextPatterns = sorted(next);
    nextNodes = nodes(next, nextPatterns);
    laterPatterns = sorted(later);
    laterNodes = nodes(later, laterPatterns);
    phrases = ends.stream().mapToInt(Integer::intValue).distinct().toArray();
  }

  /** Where the very next word leads that matches a pattern; null for nowhere. */
  @Nullable PhraseTrie next(int pattern) {
    int edge = Arrays.binarySearch(nextPatterns, pattern);
    return edge < 0 ? null : nextNodes[edge];
  }

  private static int[] sorted(Map<Integer, PhraseTrie> edges) {
    return edges.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private static PhraseTrie[] nodes(Map<Integer, PhraseTrie> edges, int[] patterns) {
    PhraseTrie[] nodes = new PhraseTrie[patterns.length];
    Arrays.setAll(nodes, i -> edges.get(patterns[i]));
    for (PhraseTrie node : nodes) {
      node.freeze();
    }
    return nodes;
  }
}
