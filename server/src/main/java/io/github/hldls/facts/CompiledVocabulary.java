package io.github.hldls.facts;

import io.github.hldls.template.Expression;
import io.github.hldls.template.Expression.Phrase;
import io.github.hldls.template.Expression.WordPattern;
import io.github.hldls.template.Fingerprint;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What a {@link Vocabulary} goes by: plain arrays, which can be written to a file.
 *
 * @param fingerprint of the expressions and groups that it was made of
 * @param exact the numbers of the patterns that are whole words
 * @param prefixes the numbers of those that are beginnings of words
 * @param graph the phrases
 * @param groups the names of the groups, in the order of their trees
 * @param roots where the tree of all phrases begins, then those of the groups
 * @param members the expressions of each tree, by number
 * @param phraseEnds where each expression's phrases end in {@code phrases}
 * @param phrases the numbers of the phrases of all expressions
 * @param phraseCount how many phrases there are
 */
@SuppressWarnings("ArrayRecordComponent") // it is never compared
record CompiledVocabulary(
    long fingerprint,
    Spellings exact,
    Spellings prefixes,
    PhraseGraph graph,
    List<String> groups,
    int[] roots,
    List<BitSet> members,
    int[] phraseEnds,
    int[] phrases,
    int phraseCount) {

  /** The classes of numbers, by the number of their patterns. */
  static final List<String> CLASSES = List.of("number", "percent", "duration", "size", "money");

  CompiledVocabulary {
    groups = List.copyOf(groups);
    members = List.copyOf(members);
  }

  /** What tells the sources of a vocabulary from others. */
  static long fingerprint(
      Collection<Expression> all, Map<String, ? extends Collection<Expression>> byGroup) {
    long print = fingerprint(Fingerprint.START, all);
    for (Map.Entry<String, ? extends Collection<Expression>> group : byGroup.entrySet()) {
      print = fingerprint(Fingerprint.add(print, group.getKey()), group.getValue());
    }
    return print;
  }

  private static long fingerprint(long start, Collection<Expression> expressions) {
    long print = Fingerprint.add(start, expressions.size());
    for (Expression expression : expressions) {
      print = Fingerprint.add(print, expression.fingerprint());
    }
    return print;
  }

  static CompiledVocabulary of(
      Collection<Expression> all, Map<String, ? extends Collection<Expression>> byGroup) {
    return new Compiler(all, byGroup).compile();
  }

  /** The number of a pattern, or {@link Spellings#NONE}. */
  int pattern(WordPattern pattern) {
    return switch (pattern.kind()) {
      case WORD -> exact.get(pattern.text());
      case PREFIX -> prefixes.get(pattern.text());
      case CLASS -> CLASSES.indexOf(pattern.text());
    };
  }

  private static final class Compiler {
    private final Collection<Expression> all;
    private final Map<String, ? extends Collection<Expression>> byGroup;
    private final Map<Expression, Integer> ids = new HashMap<>();
    private final Map<WordPattern, Integer> patterns = new LinkedHashMap<>();
    private final Map<Phrase, Integer> phraseIds = new HashMap<>();
    private final PhraseGraph.Builder graph = new PhraseGraph.Builder();
    private final List<Integer> roots = new ArrayList<>();
    private final List<BitSet> members = new ArrayList<>();

    Compiler(Collection<Expression> all, Map<String, ? extends Collection<Expression>> byGroup) {
      this.all = all;
      this.byGroup = byGroup;
      CLASSES.forEach(name -> pattern(new WordPattern(WordPattern.Kind.CLASS, name)));
    }

    CompiledVocabulary compile() {
      List<Expression> distinct = List.copyOf(new LinkedHashSet<>(all));
      List<Integer> phrases = new ArrayList<>();
      int[] ends = new int[distinct.size()];
      for (int i = 0; i < ends.length; i++) {
        ids.put(distinct.get(i), i);
        distinct.get(i).phrases().stream().map(this::phrase).distinct().forEach(phrases::add);
        ends[i] = phrases.size();
      }
      addTree(all);
      byGroup.values().forEach(this::addTree);
      return new CompiledVocabulary(
          fingerprint(all, byGroup),
          spellings(WordPattern.Kind.WORD),
          spellings(WordPattern.Kind.PREFIX),
          graph.graph(),
          List.copyOf(byGroup.keySet()),
          ints(roots),
          members,
          ends,
          ints(phrases),
          phraseIds.size());
    }

    private int phrase(Phrase phrase) {
      return phraseIds.computeIfAbsent(phrase, p -> phraseIds.size());
    }

    private int pattern(WordPattern pattern) {
      return patterns.computeIfAbsent(pattern, p -> patterns.size());
    }

    private void addTree(Collection<Expression> some) {
      PhraseTree tree = new PhraseTree();
      BitSet added = new BitSet();
      BitSet expressions = new BitSet();
      for (Expression expression : some) {
        expressions.set(ids.getOrDefault(expression, 0));
        for (Phrase phrase : expression.phrases()) {
          int id = phrase(phrase);
          if (!added.get(id)) {
            added.set(id);
            tree.add(phrase, id, this::pattern);
          }
        }
      }
      roots.add(graph.node(tree));
      members.add(expressions);
    }

    private Spellings spellings(WordPattern.Kind kind) {
      Map<String, Integer> numbers = new HashMap<>();
      patterns.forEach(
          (pattern, id) -> {
            if (pattern.kind() == kind) {
              numbers.put(pattern.text(), id);
            }
          });
      return Spellings.of(numbers);
    }

    private static int[] ints(List<Integer> numbers) {
      return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
