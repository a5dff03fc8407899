package io.github.hldls.facts;

import io.github.hldls.template.Expression;
import io.github.hldls.template.Likeness;
import io.github.hldls.text.Words;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

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

  /** The patterns of classes come first, each with the number of its class. */
  private static final int[] NUMERIC = {0, 1, 2, 3, 4};

  private static final int[] NOTHING = {};

  static final int PERCENT = CompiledVocabulary.CLASSES.indexOf("percent");
  static final int DURATION = CompiledVocabulary.CLASSES.indexOf("duration");
  static final int SIZE = CompiledVocabulary.CLASSES.indexOf("size");
  static final int MONEY = CompiledVocabulary.CLASSES.indexOf("money");

  private final CompiledVocabulary compiled;
  private final Map<Expression, Integer> ids;
  private final ConcurrentMap<Expression, PhraseGraph.Rooted> alone = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Word> numbers = new ConcurrentHashMap<>();
  private final WordTable words = new WordTable(this);
  private final Word number;
  private final Likeness likeness;

  /** A vocabulary of one group. */
  public Vocabulary(Collection<Expression> all) {
    this(all, Map.of(), Likeness.NONE);
  }

  /**
   * A vocabulary whose expressions are not looked for everywhere.
   *
   * @param all the expressions
   * @param byGroup those of them to look for in each kind of file, in order; others are found when
   *     asked for
   * @param likeness whose words are to be known
   */
  public Vocabulary(
      Collection<Expression> all,
      Map<String, ? extends Collection<Expression>> byGroup,
      Likeness likeness) {
    compiled =
        VocabularyFile.find(CompiledVocabulary.fingerprint(all, byGroup))
            .orElseGet(() -> CompiledVocabulary.of(all, byGroup));
    ids = new HashMap<>(compiled.phraseEnds().length * 2);
    all.forEach(expression -> ids.putIfAbsent(expression, ids.size()));
    this.likeness = likeness;
    number = word(NUMERIC, true, 0, likeness.term(Likeness.stem("0")));
  }

  /** The file from which a vocabulary of the same expressions is read at once. */
  public static byte[] prepare(
      Collection<Expression> all, Map<String, ? extends Collection<Expression>> byGroup) {
    return VocabularyFile.write(CompiledVocabulary.of(all, byGroup));
  }

  private static Set<String> normalized(String words) {
    return Set.copyOf(
        Arrays.stream(words.split(" ", -1)).map(Words::normalize).distinct().toList());
  }

  private Word word(int[] patterns, boolean isNumber, int unit, int term) {
    int[] roots = compiled.roots();
    int[][] starts = new int[roots.length][];
    for (int t = 0; t < roots.length; t++) {
      starts[t] = starts(compiled.graph().next(roots[t]), patterns);
    }
    return new Word(patterns, starts, isNumber, unit, term);
  }

  private int[] starts(int edges, int[] patterns) {
    int[] starts = NOTHING;
    int count = 0;
    for (int pattern : patterns) {
      int node = compiled.graph().follow(edges, pattern);
      if (node != PhraseGraph.NOWHERE) {
        // Most words begin no phrase of most trees.
        starts = count == 0 ? new int[2 * patterns.length] : starts;
        starts[count++] = pattern;
        starts[count++] = node;
      }
    }
    return count == starts.length ? starts : Arrays.copyOf(starts, count);
  }

  /**
   * The number of an expression.
   *
   * @throws IllegalArgumentException if it is not one of those compiled
   */
  int idOf(Expression expression) {
    Integer id = ids.get(expression);
    if (id == null) {
      throw new IllegalArgumentException("not in the vocabulary: " + expression);
    }
    return id;
  }

  int expressionCount() {
    return compiled.phraseEnds().length;
  }

  /** Of the lists of each phrase those of one expression's, by its number, merged. */
  int[] merged(IntLists byPhrase, int expression) {
    int start = expression == 0 ? 0 : compiled.phraseEnds()[expression - 1];
    return byPhrase.merged(compiled.phrases(), start, compiled.phraseEnds()[expression]);
  }

  int phraseCount() {
    return compiled.phraseCount();
  }

  /** The number of the tree of a group's phrases; of all phrases for an unknown group. */
  int treeOf(String group) {
    return compiled.groups().indexOf(group) + 1;
  }

  /** Whether a tree holds the phrases of an expression. */
  boolean isIn(int tree, int expression) {
    return compiled.members().get(tree).get(expression);
  }

  /** The phrases of all trees. */
  PhraseGraph graph() {
    return compiled.graph();
  }

  /** One expression's phrases alone, all of which are number 0. */
  PhraseGraph.Rooted alone(Expression expression) {
    return alone.computeIfAbsent(
        expression,
        one -> {
          PhraseTree tree = new PhraseTree();
          one.phrases().forEach(phrase -> tree.add(phrase, 0, compiled::pattern));
          return PhraseGraph.of(tree);
        });
  }

  /** The words looked up so far. */
  WordTable words() {
    return words;
  }

  /** What the number in {@code text[start, end)} stands for; it may be a word of a phrase too. */
  Word number(char[] text, int start, int end) {
    if (end - start > MAX_NUMBER_WORD) {
      return number;
    }
    int id = compiled.exact().get(new String(text, start, end - start));
    return id == Spellings.NONE ? number : numbers.computeIfAbsent(id, this::numberThatIsWord);
  }

  private Word numberThatIsWord(int pattern) {
    int[] patterns = Arrays.copyOf(NUMERIC, NUMERIC.length + 1);
    patterns[NUMERIC.length] = pattern;
    return word(patterns, true, 0, number.term);
  }

  /** What a word stands for, however it is spelled. */
  Word look(String spelling) {
    String plain = withoutApostrophes(spelling);
    return find(plain.toLowerCase(Locale.ROOT), Words.normalize(plain));
  }

  /** The words of an expression's phrases, normalised. */
  static Set<String> wordsOf(Expression expression) {
    return expression.phrases().stream()
        .flatMap(phrase -> phrase.elements().stream())
        .flatMap(element -> element.words().stream())
        .map(io.github.hldls.template.Expression.WordPattern::text)
        .collect(Collectors.toSet());
  }

  private static String withoutApostrophes(String word) {
    if (word.indexOf('\'') < 0 && word.indexOf('’') < 0) {
      return word;
    }
    String plain = word.replace('’', '\'');
    return (plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain).replace("'", "");
  }

  private Word find(String lower, String normalized) {
    int[] found = new int[1 + 2 * MAX_PREFIX];
    int count = 0;
    int id = compiled.exact().get(normalized);
    if (id != Spellings.NONE) {
      found[count++] = id;
    }
    // A prefix may be that of the word as it is written ("cookies") or as it is compared.
    count = addPrefixes(lower, found, count);
    if (!normalized.equals(lower)) {
      count = addPrefixes(normalized, found, count);
    }
    int unit =
        DURATION_UNITS.contains(normalized)
            ? Word.DURATION_UNIT
            : SIZE_UNITS.contains(normalized) ? Word.SIZE_UNIT : 0;
    int term = likeness.term(Likeness.stem(normalized));
    return word(IntLists.sortedDistinct(Arrays.copyOf(found, count)), false, unit, term);
  }

  private int addPrefixes(String word, int[] found, int known) {
    int count = known;
    int hash = 0;
    for (int end = 1; end <= Math.min(word.length(), MAX_PREFIX); end++) {
      hash = 31 * hash + word.charAt(end - 1);
      int prefix = compiled.prefixes().get(word, end, hash);
      if (prefix != Spellings.NONE) {
        found[count++] = prefix;
      }
    }
    return count;
  }
}
