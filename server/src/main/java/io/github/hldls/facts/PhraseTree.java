package io.github.hldls.facts;

import io.github.hldls.template.Expression.Element;
import io.github.hldls.template.Expression.Phrase;
import io.github.hldls.template.Expression.WordPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Phrases as a tree, on the way to a {@link PhraseGraph}: from a node an edge for each pattern
 * leads on, either to the very next word or to one a few words later.
 */
final class PhraseTree {
  final SortedMap<Integer, PhraseTree> next = new TreeMap<>();
  final SortedMap<Integer, PhraseTree> later = new TreeMap<>();

  /** The phrases that end here. */
  final List<Integer> ends = new ArrayList<>();

  void add(Phrase phrase, int id, ToIntFunction<WordPattern> patterns) {
    add(phrase.elements(), 0, id, patterns);
  }

  private void add(List<Element> elements, int at, int id, ToIntFunction<WordPattern> patterns) {
    if (at == elements.size()) {
      ends.add(id);
      return;
    }
    Element element = elements.get(at);
    Map<Integer, PhraseTree> edges = element.afterGap() ? later : next;
    for (WordPattern word : element.words()) {
      edges
          .computeIfAbsent(patterns.applyAsInt(word), p -> new PhraseTree())
          .add(elements, at + 1, id, patterns);
    }
  }
}
