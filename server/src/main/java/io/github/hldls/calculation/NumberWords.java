package io.github.hldls.calculation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words that stand for numbers, parts and multiples, as data. */
final class NumberWords {
  private NumberWords() {}

  private static final String CARDINALS =
      """
      1 one
      2 two
      3 three
      4 four
      5 five
      6 six
      7 seven
      8 eight
      9 nine
      10 ten
      11 eleven
      12 twelve
      13 thirteen
      14 fourteen
      15 fifteen
      16 sixteen
      17 seventeen
      18 eighteen
      19 nineteen
      20 twenty
      30 thirty
      40 forty
      50 fifty
      60 sixty
      70 seventy
      80 eighty
      90 ninety
      """;

  private static final String PARTS =
      """
      2 half halves
      3 third thirds
      4 quarter quarters
      5 fifth fifths
      6 sixth sixths
      8 eighth eighths
      10 tenth tenths
      100 hundredth hundredths
      1000 thousandth thousandths
      """;

  private static final String MULTIPLES =
      """
      0.5 half
      1 once
      2 twice double doubling
      3 thrice triple tripling
      4 quadruple
      """;

  private static final Map<String, BigDecimal> CARDINAL = table(CARDINALS);
  private static final Map<String, BigDecimal> PART = table(PARTS);
  private static final Map<String, BigDecimal> MULTIPLE = table(MULTIPLES);

  private static Map<String, BigDecimal> table(String lines) {
    Map<String, BigDecimal> table = new HashMap<>();
    for (String line : lines.split("\n", -1)) {
      String[] words = line.split(" ", -1);
      for (int i = 1; i < words.length; i++) {
        table.put(words[i], new BigDecimal(words[0]));
      }
    }
    return table;
  }

  /** All of them. */
  static Set<String> words() {
    Set<String> words = new HashSet<>(CARDINAL.keySet());
    words.addAll(PART.keySet());
    words.addAll(MULTIPLE.keySet());
    return words;
  }

  /** Whether a word is one of them, in lower case or with a capital. */
  static boolean isNumber(String word) {
    String low = Character.isUpperCase(word.charAt(0)) ? word.toLowerCase(Locale.ROOT) : word;
    return CARDINAL.containsKey(low) || PART.containsKey(low) || MULTIPLE.containsKey(low);
  }

  /** {@code seven}, {@code twenty-five}. */
  static Optional<BigDecimal> cardinal(String word) {
    String low = word.toLowerCase(Locale.ROOT);
    int hyphen = low.indexOf('-');
    if (hyphen < 0) {
      return Optional.ofNullable(CARDINAL.get(low));
    }
    BigDecimal tens = CARDINAL.getOrDefault(low.substring(0, hyphen), BigDecimal.ZERO);
    BigDecimal ones = CARDINAL.getOrDefault(low.substring(hyphen + 1), BigDecimal.TEN);
    boolean both = tens.intValue() >= 20 && ones.intValue() < 10;
    return both ? Optional.of(tens.add(ones)) : Optional.empty();
  }

  /** What a part divides by: 3 for {@code thirds}. */
  static Optional<BigDecimal> part(String word) {
    return Optional.ofNullable(PART.get(word.toLowerCase(Locale.ROOT)));
  }

  /** What {@code twice} or {@code double} multiplies by. */
  static Optional<BigDecimal> multiple(String word) {
    return Optional.ofNullable(MULTIPLE.get(word.toLowerCase(Locale.ROOT)));
  }
}
