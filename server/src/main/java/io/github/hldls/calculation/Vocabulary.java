package io.github.hldls.calculation;

import io.github.hldls.calculation.Expression.Group.Wrapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The few words that steer how a line is read. */
final class Vocabulary {
  private Vocabulary() {}

  private static final Set<String> ENDING =
      set(
          ("@ and or with for from to at over under than is are was were if when then so but by on"
                  + " plus minus times divided multiplied equals equal gives yields assuming assume"
                  + " given where which that vs versus not into across after before because since"
                  + " while using via within without including in of every means needs need"
                  + " requires require would could should give do does make have has can may must will we you it this these those")
              .split(" ", -1));

  private static final Set<String> ABOUT =
      set(
          ("about approximately approx approx. ca roughly around nearly almost circa say rounded round"
                  + " rounds rounding up down")
              .split(" ", -1));

  private static final Set<String> EQUAL =
      set(
          "equals",
          "gives",
          "yields",
          "is",
          "are",
          "makes",
          "totals",
          "totaling",
          "becomes",
          "leaves",
          "leaving");

  private static final Map<String, Wrapping> FUNCTIONS =
      Map.ofEntries(
          Map.entry("ceil", Wrapping.CEILING),
          Map.entry("ceiling", Wrapping.CEILING),
          Map.entry("roundup", Wrapping.CEILING),
          Map.entry("math.ceil", Wrapping.CEILING),
          Map.entry("floor", Wrapping.FLOOR),
          Map.entry("math.floor", Wrapping.FLOOR),
          Map.entry("round", Wrapping.ROUND),
          Map.entry("math.round", Wrapping.ROUND),
          Map.entry("sqrt", Wrapping.ROOT),
          Map.entry("math.sqrt", Wrapping.ROOT),
          Map.entry("log2", Wrapping.LOG2),
          Map.entry("log₂", Wrapping.LOG2),
          Map.entry("lg", Wrapping.LOG2),
          Map.entry("math.log2", Wrapping.LOG2),
          Map.entry("log10", Wrapping.LOG10),
          Map.entry("log₁₀", Wrapping.LOG10),
          Map.entry("math.log10", Wrapping.LOG10),
          Map.entry("ln", Wrapping.LN));

  private static final Set<String> FILLERS =
      set("only", "just", "to", "between", "total", "exactly", "some", "an", "estimated", "a");

  private static final Set<String> FACTORS = set("rf", "factor", "by", "of", "n");

  private static Set<String> set(String... words) {
    return new HashSet<>(List.of(words));
  }

  /** Whether a word in any case is among some in lower case. */
  private static boolean has(Set<String> words, String word) {
    return words.contains(word) || (hasCapital(word) && words.contains(low(word)));
  }

  private static boolean hasCapital(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c >= 'A' && c <= 'Z') || c > 127) {
        return true;
      }
    }
    return false;
  }

  private static String low(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** Whether a noun phrase ends before this word. */
  static boolean endsPhrase(String word) {
    return has(ENDING, word);
  }

  /** Whether the word says that the number after it is rounded. */
  static boolean isAbout(String word) {
    return has(ABOUT, word);
  }

  /** Whether the word stands for an equals sign. */
  static boolean isEqual(String word) {
    return has(EQUAL, word);
  }

  // Each phrase that stands for an equals sign before an amount; the longer ones first.
  private static final String[][] RELATIONS =
      phrases(
          """
          comes out to
          comes out at
          comes to
          come to
          came to
          works out to
          works out at
          works out as
          work out to
          work out at
          amounts to
          amount to
          adds up to
          add up to
          adding up to
          sums up to
          sums to
          sum to
          results in
          resulting in
          result is
          translates to
          translates into
          corresponds to
          equates to
          evaluates to
          is equal to
          equal to
          gives us
          giving us
          giving
          leads to
          i.e
          that is
          that's
          which is
          which means
          which gives
          which makes
          which equals
          which yields
          for a total of
          make
          making
          """);

  private static String[][] phrases(String lines) {
    return lines.lines().map(line -> line.split(" ", -1)).toArray(String[][]::new);
  }

  private static final Set<String> RESULT_LABELS =
      set("result", "answer", "outcome", "solution", "total");

  private static final Set<String> FORMULA_LABELS =
      set("formula", "calculation", "calc", "computation", "compute", "working", "math", "maths");

  /** Whether what stands behind the word is a calculation whose result may stand below. */
  static boolean isFormulaLabel(String word) {
    return has(FORMULA_LABELS, word);
  }

  /** Whether a colon behind the word announces what the calculation before it comes to. */
  static boolean isResultLabel(String word) {
    return has(RESULT_LABELS, word);
  }

  private static final Set<String> OPENING = opening();

  private static Set<String> opening() {
    Set<String> words = new HashSet<>(NumberWords.words());
    for (String[] phrase : RELATIONS) {
      words.add(phrase[0]);
    }
    words.addAll(RESULT_LABELS);
    words.addAll(Set.of("a", "an", "in", "out", "sum", "or"));
    return words;
  }

  /** Whether a phrase that stands for a number or a sign may begin or go on with the word. */
  static boolean opensPhrase(String word) {
    return OPENING.contains(word)
        || (Character.isUpperCase(word.charAt(0)) && has(OPENING, word))
        || word.indexOf('-') > 0;
  }

  // The phrases for an equals sign by their last words.
  private static final Map<String, List<String>> RELATIONS_BY_END = relationsByEnd();

  private static Map<String, List<String>> relationsByEnd() {
    Map<String, List<String>> phrases = new HashMap<>();
    for (String[] phrase : RELATIONS) {
      String end = phrase[phrase.length - 1];
      String word = end.substring(end.lastIndexOf('.') + 1);
      phrases.computeIfAbsent(word, w -> new ArrayList<>()).add(String.join(" ", phrase));
    }
    return phrases;
  }

  /** The phrases that stand for an equals sign and end with a word. */
  static List<String> relationsEnding(String word) {
    return RELATIONS_BY_END.getOrDefault(word, List.of());
  }

  /** Whether an amount or a calculation may begin with the word. */
  static boolean opensAmount(String word) {
    return isAbout(word)
        || isVerb(word)
        || isCurrency(word)
        || function(word).isPresent()
        || (word.length() > 2 && Units.scale(word).isPresent());
  }

  /** How many of the tokens from {@code index} on stand for an equals sign. */
  static int relation(List<Token> tokens, int index) {
    for (String[] phrase : RELATIONS) {
      int length = 0;
      while (length < phrase.length
          && index + length < tokens.size()
          && tokens.get(index + length).isWord(phrase[length])) {
        length++;
      }
      if (length == phrase.length) {
        return length;
      }
    }
    return 0;
  }

  private static final Set<String> CURRENCIES =
      set("USD", "EUR", "GBP", "INR", "CHF", "CAD", "AUD", "JPY", "CNY", "BRL", "US", "Rs");

  /** Whether the word stands for a currency when a number follows it. */
  static boolean isCurrency(String word) {
    return CURRENCIES.contains(word);
  }

  /** What a function's name does to what stands in parentheses behind it. */
  static Optional<Wrapping> function(String word) {
    return Optional.ofNullable(FUNCTIONS.get(hasCapital(word) ? low(word) : word));
  }

  /** Whether a result may stand behind the word as well as without it. */
  static boolean isFiller(String word) {
    return has(FILLERS, word);
  }

  /** Whether a bare number behind the word multiplies: {@code RF 3}, {@code by a factor of 3}. */
  static boolean isFactor(String word) {
    return has(FACTORS, word);
  }

  /** Whether the word asks for two operands with {@code by} between them. */
  static boolean isVerb(String word) {
    char first = word.charAt(0);
    if (first != 'm' && first != 'd' && first != 'M' && first != 'D') {
      return false;
    }
    String low = low(word);
    return low.equals("multiplying")
        || low.equals("dividing")
        || low.equals("multiply")
        || low.equals("divide");
  }

  /** Whether the word speaks of rounding. */
  static boolean isRounding(String word) {
    String low = word.toLowerCase(Locale.ROOT);
    return low.startsWith("round") || low.startsWith("approx") || low.startsWith("conservativ");
  }

  private static final Set<String> RESERVES =
      set(
          ("only excluding excludes except without conservative minus not shared"
                  + " overlapping deduplicated unique max maximum average avg largest")
              .split(" ", -1));

  /** Whether the word says that a total is not simply the sum. */
  static boolean isReserve(String word) {
    return has(RESERVES, word);
  }

  private static final Set<String> IDLE =
      set(
          "on",
          "average",
          "at",
          "peak",
          "in",
          "total",
          "all",
          "sustained",
          "altogether",
          "overall");

  /** Whether the word behind a result only says which one it is: {@code on average}. */
  static boolean isIdle(String word) {
    return has(IDLE, word);
  }

  private static final Set<String> MORE =
      set(
          "with",
          "including",
          "incl",
          "plus",
          "headroom",
          "overhead",
          "margin",
          "reserve",
          "spare");

  /** Whether the word behind a result says that there is more in it than was written. */
  static boolean isMore(String word) {
    return has(MORE, word);
  }

  /** Whether the word announces a sum of what stands above it. */
  static boolean isTotal(String word) {
    String low = word.toLowerCase(Locale.ROOT);
    return low.equals("total") || low.equals("totals") || low.equals("sum");
  }

  /** A noun in lower case without the {@code s} of the plural. */
  static String singular(String word) {
    String low = word.toLowerCase(Locale.ROOT);
    return low.length() > 3 && low.endsWith("s") ? low.substring(0, low.length() - 1) : low;
  }
}
