package io.github.hldls.facts;

import io.github.hldls.template.Expression;
import io.github.hldls.template.Expression.Element;
import io.github.hldls.template.Expression.Phrase;
import io.github.hldls.template.Expression.WordPattern;
import io.github.hldls.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
  private static final Set<String> DURATION_UNITS =
      normalized(
          "ms millisecond msec us µs μs microsecond s sec second min minute h hr hrs hour d day"
              + " week month year yr yrs");
  private static final Set<String> SIZE_UNITS =
      normalized("b kb mb gb tb pb kib mib gib tib byte bit kilobyte megabyte gigabyte terabyte");

  /** A phrase as pattern ids: any of {@code elements[i]} at place i. */
  static final class CompiledPhrase {
    final int[][] elements;
    final boolean[] gapBefore;

    CompiledPhrase(int[][] elements, boolean[] gapBefore) {
      this.elements = elements;
      this.gapBefore = gapBefore;
    }
  }

  private final Map<WordPattern, Integer> patternIds = new HashMap<>();
  private final Map<String, int[]> exact = new HashMap<>();
  private final Map<String, Integer> prefixes = new HashMap<>();
  private final Map<Integer, List<Integer>> phrasesByFirst = new HashMap<>();
  private final List<CompiledPhrase> phrases = new ArrayList<>();
  private final Map<Phrase, Integer> phraseIds = new HashMap<>();
  private final Map<Expression, int[]> expressions = new HashMap<>();
  private final Map<String, Word> numbers = new HashMap<>();
  private final WordTable words = new WordTable(this);
  private final Word number;
  private final int longestPrefix;
  final int percent;
  final int duration;
  final int size;
  final int money;

  public Vocabulary(Collection<Expression> all) {
    int numberId = pattern(new WordPattern(WordPattern.Kind.CLASS, "number"));
    percent = pattern(new WordPattern(WordPattern.Kind.CLASS, "percent"));
    duration = pattern(new WordPattern(WordPattern.Kind.CLASS, "duration"));
    size = pattern(new WordPattern(WordPattern.Kind.CLASS, "size"));
    money = pattern(new WordPattern(WordPattern.Kind.CLASS, "money"));
    for (Expression expression : all) {
      expressions.computeIfAbsent(
          expression,
          e -> e.phrases().stream().mapToInt(this::phrase).distinct().sorted().toArray());
    }
    longestPrefix = prefixes.keySet().stream().mapToInt(String::length).max().orElse(0);
    int[] numeric = {numberId, percent, duration, size, money};
    Arrays.sort(numeric);
    number = new Word(numeric, phrasesStartingWith(numeric), true);
    exact.forEach(
        (word, id) -> {
          if (Character.isDigit(word.charAt(0))) {
            numbers.put(word, numberWord(id[0]));
          }
        });
  }

  private static Set<String> normalized(String words) {
    return Set.copyOf(Arrays.stream(words.split(" ")).map(Words::normalize).distinct().toList());
  }

  private int phrase(Phrase phrase) {
    Integer known = phraseIds.get(phrase);
    if (known != null) {
      return known;
    }
    int id = phrases.size();
    phraseIds.put(phrase, id);
    int[][] elements = new int[phrase.elements().size()][];
    boolean[] gaps = new boolean[elements.length];
    for (int i = 0; i < elements.length; i++) {
      Element element = phrase.elements().get(i);
      gaps[i] = element.afterGap();
      elements[i] = element.words().stream().mapToInt(this::pattern).toArray();
    }
    phrases.add(new CompiledPhrase(elements, gaps));
    for (int first : elements[0]) {
      phrasesByFirst.computeIfAbsent(first, f -> new ArrayList<>()).add(id);
    }
    return id;
  }

  private int pattern(WordPattern pattern) {
    Integer known = patternIds.get(pattern);
    if (known != null) {
      return known;
    }
    int id = patternIds.size();
    patternIds.put(pattern, id);
    switch (pattern.kind()) {
      case WORD -> exact.put(pattern.text(), new int[] {id});
      case PREFIX -> prefixes.put(pattern.text(), id);
      case CLASS -> {}
    }
    return id;
  }

  /** The ids of an expression's phrases; the expression must be one of those compiled. */
  int[] phrasesOf(Expression expression) {
    int[] ids = expressions.get(expression);
    if (ids == null) {
      throw new IllegalArgumentException("not in the vocabulary: " + expression.source());
    }
    return ids;
  }

  int phraseCount() {
    return phrases.size();
  }

  CompiledPhrase compiled(int phrase) {
    return phrases.get(phrase);
  }

  /** The words looked up so far. */
  WordTable words() {
    return words;
  }

  /** What the number in {@code text[start, end)} stands for; it may be a word of a phrase too. */
  Word number(String text, int start, int end) {
    if (end - start > MAX_NUMBER_WORD) {
      return number;
    }
    return numbers.getOrDefault(text.substring(start, end), number);
  }

  private Word numberWord(int id) {
    int[] patterns = Arrays.copyOf(number.patterns, number.patterns.length + 1);
    patterns[patterns.length - 1] = id;
    Arrays.sort(patterns);
    return new Word(patterns, phrasesStartingWith(patterns), true);
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
    int[] id = exact.get(normalized);
    if (id != null) {
      found.add(id[0]);
    }
    // A prefix may be that of the word as it is written ("cookies") or as it is compared.
    addPrefixes(lower, found);
    addPrefixes(normalized, found);
    int unit = unit(normalized);
    if (found.isEmpty() && unit == 0) {
      return UNKNOWN;
    }
    int[] patterns = found.stream().mapToInt(Integer::intValue).sorted().toArray();
    return new Word(patterns, phrasesStartingWith(patterns), false, unit);
  }

  private void addPrefixes(String word, Set<Integer> found) {
    for (int end = 1; end <= Math.min(word.length(), longestPrefix); end++) {
      Integer prefix = prefixes.get(word.substring(0, end));
      if (prefix != null) {
        found.add(prefix);
      }
    }
  }

  private static final Word UNKNOWN = new Word(Word.NONE, Word.NONE, false);

  private static int unit(String word) {
    return DURATION_UNITS.contains(word)
        ? Word.DURATION_UNIT
        : SIZE_UNITS.contains(word) ? Word.SIZE_UNIT : 0;
  }

  private int[] phrasesStartingWith(int[] patterns) {
    return Arrays.stream(patterns)
        .boxed()
        .flatMap(p -> phrasesByFirst.getOrDefault(p, List.of()).stream())
        .mapToInt(Integer::intValue)
        .distinct()
        .sorted()
        .toArray();
  }
}
