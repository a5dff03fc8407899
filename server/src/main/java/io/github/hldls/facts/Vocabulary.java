package io.github.hldls.facts;

import io.github.hldls.template.Expression;
import io.github.hldls.template.Expression.Phrase;
import io.github.hldls.template.Expression.WordPattern;
import io.github.hldls.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * All expressions of a template, compiled so that one pass over a text finds the mentions of every
 * one. Each distinct word is looked up once and remembered; a phrase is tried only at words that
 * may begin it and looks ahead by a bounded number of words, so a pass is linear in the text.
 *
 * <p>Safe for use by several threads.
 */
public final class Vocabulary {
  static final int MAX_GAP = 6;
  private static final int MAX_NUMBER_WORD = 6;
  private static final int MAX_PREFIX = 20;
  private static final Set<String> DURATION_UNITS =
      normalized(
          "ms millisecond msec us µs μs microsecond s sec second min minute h hr hrs hour d day"
              + " week month year yr yrs");
  private static final Set<String> SIZE_UNITS =
      normalized("b kb mb gb tb pb kib mib gib tib byte bit kilobyte megabyte gigabyte terabyte");

  /** The bits of all groups. */
  static final long ALL_GROUPS = -1;

  private static final int MAX_GROUPS = 63;

  private int patternCount;
  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<String, Integer> prefixes = new HashMap<>();
  private final Map<String, Integer> classes = new HashMap<>();

  /** What is written twice is the same phrase, so that none is compared word by word. */
  private final IdentityHashMap<Phrase, Integer> phraseIds = new IdentityHashMap<>();

  private final PhraseTrie trie = new PhraseTrie();

  /** The bit of each group. */
  private final Map<String, Long> groups = new HashMap<>();

  /** The bits of the groups that each expression is in. */
  private final long[] groupsByExpression;

  private final ConcurrentMap<Integer, PhraseTrie> single = new ConcurrentHashMap<>();
  private final Map<Expression, Integer> expressionIds = new HashMap<>();
  private final List<Expression> expressions = new ArrayList<>();
  private final List<int[]> phrasesByExpression = new ArrayList<>();
  private final Map<String, Word> numbers = new HashMap<>();
  private final WordTable words = new WordTable(this);
  private final Word number;
  final int percent;
  final int duration;
  final int size;
  final int money;

  /** A vocabulary of one group. */
  public Vocabulary(Collection<Expression> all) {
    this(all, Map.of());
  }

  /**
   * A vocabulary whose expressions are not looked for everywhere.
   *
   * @param all the expressions
   * @param byGroup those of them to look for in each kind of file; others are found when asked for
   */
  public Vocabulary(
      Collection<Expression> all, Map<String, ? extends Collection<Expression>> byGroup) {
    int anyNumber = pattern(new WordPattern(WordPattern.Kind.CLASS, "number"));
    percent = pattern(new WordPattern(WordPattern.Kind.CLASS, "percent"));
    duration = pattern(new WordPattern(WordPattern.Kind.CLASS, "duration"));
    size = pattern(new WordPattern(WordPattern.Kind.CLASS, "size"));
    money = pattern(new WordPattern(WordPattern.Kind.CLASS, "money"));
    for (Expression expression : all) {
      if (expressionIds.putIfAbsent(expression, expressions.size()) == null) {
        expressions.add(expression);
        phrasesByExpression.add(
            expression.phrases().stream().mapToInt(this::phrase).distinct().toArray());
      }
    }
    groupsByExpression = new long[expressions.size()];
    byGroup.forEach(
        (group, some) -> {
          // With more groups than bits some share theirs: more is found than is asked for.
          long bit = 1L << (groups.size() % MAX_GROUPS);
          groups.put(group, bit);
          some.forEach(expression -> groupsByExpression[idOf(expression)] |= bit);
        });
    for (int id = 0; id < groupsByExpression.length; id++) {
      for (Phrase phrase : expressions.get(id).phrases()) {
        // The last bit is that of no group, and so of all.
        trie.add(phrase, phrase(phrase), groupsByExpression[id] | Long.MIN_VALUE, this::pattern);
      }
    }
    int[] numeric = {anyNumber, percent, duration, size, money};
    number = word(numeric, true, 0);
    exact.forEach(
        (word, id) -> {
          if (Character.isDigit(word.charAt(0))) {
            int[] patterns = Arrays.copyOf(numeric, numeric.length + 1);
            patterns[numeric.length] = id;
            numbers.put(word, word(patterns, true, 0));
          }
        });
  }

  private static Set<String> normalized(String words) {
    return Set.copyOf(
        Arrays.stream(words.split(" ", -1)).map(Words::normalize).distinct().toList());
  }

  private int phrase(Phrase phrase) {
    Integer known = phraseIds.get(phrase);
    if (known != null) {
      return known;
    }
    int id = phraseIds.size();
    phraseIds.put(phrase, id);
    phrase.elements().forEach(element -> element.words().forEach(this::pattern));
    return id;
  }

  private int pattern(WordPattern pattern) {
    Map<String, Integer> known =
        switch (pattern.kind()) {
          case WORD -> exact;
          case PREFIX -> prefixes;
          case CLASS -> classes;
        };
    Integer id = known.get(pattern.text());
    if (id == null) {
      id = patternCount++;
      known.put(pattern.text(), id);
    }
    return id;
  }

  private Word word(int[] patterns, boolean isNumber, int unit) {
    @Nullable PhraseTrie[] starts = new PhraseTrie[patterns.length];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = trie.next(patterns[i]);
    }
    return new Word(patterns, starts, isNumber, unit);
  }

  /**
   * The number of an expression.
   *
   * @throws IllegalArgumentException if it is not one of those compiled
   */
  int idOf(Expression expression) {
    Integer id = expressionIds.get(expression);
    if (id == null) {
      throw new IllegalArgumentException("not in the vocabulary: " + expression);
    }
    return id;
  }

  int expressionCount() {
    return phrasesByExpression.size();
  }

  /** The phrases of an expression, by its number. */
  int[] phrasesOf(int expression) {
    return phrasesByExpression.get(expression);
  }

  int phraseCount() {
    return phraseIds.size();
  }

  /** The bit of a group; those of all for an unknown group. */
  long groupOf(String group) {
    return groups.getOrDefault(group, ALL_GROUPS);
  }

  /** Whether an expression is among those of a group, given by its bit. */
  boolean isIn(long group, int expression) {
    return group == ALL_GROUPS || (groupsByExpression[expression] & group) != 0;
  }

  /** A tree of one expression's phrases alone, all of which are number 0. */
  PhraseTrie single(int expression) {
    return single.computeIfAbsent(
        expression,
        id -> {
          PhraseTrie alone = new PhraseTrie();
          expressions
              .get(id)
              .phrases()
              .forEach(phrase -> alone.add(phrase, 0, ALL_GROUPS, this::pattern));
          return alone;
        });
  }

  /** The words looked up so far. */
  WordTable words() {
    return words;
  }

  /** What the number in {@code text[start, end)} stands for; it may be a word of a phrase too. */
  Word number(char[] text, int start, int end) {
    return end - start > MAX_NUMBER_WORD
        ? number
        : numbers.getOrDefault(new String(text, start, end - start), number);
  }

  /** What a word stands for, however it is spelled. */
  Word look(String spelling) {
    String plain = withoutApostrophes(spelling);
    return find(plain.toLowerCase(Locale.ROOT), Words.normalize(plain));
  }

  private static String withoutApostrophes(String word) {
    if (word.indexOf('\'') < 0 && word.indexOf('’') < 0) {
      return word;
    }
    String plain = word.replace('’', '\'');
    return (plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain).replace("'", "");
  }

  private Word find(String lower, String normalized) {
    Set<Integer> found = new HashSet<>();
    Integer id = exact.get(normalized);
    if (id != null) {
      found.add(id);
    }
    // A prefix may be that of the word as it is written ("cookies") or as it is compared.
    addPrefixes(lower, found);
    addPrefixes(normalized, found);
    int unit =
        DURATION_UNITS.contains(normalized)
            ? Word.DURATION_UNIT
            : SIZE_UNITS.contains(normalized) ? Word.SIZE_UNIT : 0;
    return word(found.stream().mapToInt(Integer::intValue).toArray(), false, unit);
  }

  private void addPrefixes(String word, Set<Integer> found) {
    for (int end = 1; end <= Math.min(word.length(), MAX_PREFIX); end++) {
      Integer prefix = prefixes.get(word.substring(0, end));
      if (prefix != null) {
        found.add(prefix);
      }
    }
  }
}
