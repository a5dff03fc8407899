package io.github.hldls.calculation;

import java.util.Locale;
import java.util.Set;

/** The few words that steer how a line is read. */
final class Vocabulary {
  private Vocabulary() {}

  private static final Set<String> ENDING =
      Set.of(
          ("and or with for from to at over under than is are was were if when then so but by on"
                  + " plus minus times divided multiplied equals equal gives yields assuming assume"
                  + " given where which that vs versus not into across after before because since"
                  + " while using via within without including in of every means needs need"
                  + " requires require have has can may must will we you it this these those")
              .split(" ", -1));

  private static final Set<String> ABOUT =
      Set.of(
          ("about approximately approx approx. roughly around nearly almost circa say rounded round"
                  + " rounds rounding up down")
              .split(" ", -1));

  private static final Set<String> EQUAL =
      Set.of("equals", "gives", "yields", "is", "are", "makes", "totals", "totaling", "becomes");

  private static final Set<String> CEILING = Set.of("ceil", "ceiling", "roundup");

  /** Whether a noun phrase ends before this word. */
  static boolean endsPhrase(String word) {
    return ENDING.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether the word says that the number after it is rounded. */
  static boolean isAbout(String word) {
    return ABOUT.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether the word stands for an equals sign. */
  static boolean isEqual(String word) {
    return EQUAL.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean isCeiling(String word) {
    return CEILING.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether the word speaks of rounding. */
  static boolean isRounding(String word) {
    String low = word.toLowerCase(Locale.ROOT);
    return low.startsWith("round") || low.startsWith("approx") || low.startsWith("conservativ");
  }

  private static final Set<String> RESERVES =
      Set.of(
          ("only excluding excludes except without conservative minus not shared"
                  + " overlapping deduplicated unique max maximum average avg largest")
              .split(" ", -1));

  /** Whether the word says that a total is not simply the sum. */
  static boolean isReserve(String word) {
    return RESERVES.contains(word.toLowerCase(Locale.ROOT));
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
