package io.github.hldls.facts;

import io.github.hldls.template.Quantity.Unit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A plain number with what it counts, as a text has it: {@code 500M}, {@code < 15 min}, {@code 99.9
 * %}.
 *
 * @param unit what it counts
 * @param value in ones, seconds or percent
 * @param start the offset of its first digit
 * @param end the offset after its last character
 */
record Measure(Unit unit, double value, int start, int end) {
  /** What may stand before a number and does not change it much. */
  private static final String MARKS = " \t*_`~≈<>≤≥:=";

  private static final Map<String, Double> FACTORS =
      Map.of(
          "k",
          1e3,
          "thousand",
          1e3,
          "m",
          1e6,
          "million",
          1e6,
          "mn",
          1e6,
          "b",
          1e9,
          "bn",
          1e9,
          "billion",
          1e9);
  private static final Map<String, Double> SECONDS =
      Map.ofEntries(
          Map.entry("ms", 1e-3),
          Map.entry("millisecond", 1e-3),
          Map.entry("s", 1.0),
          Map.entry("sec", 1.0),
          Map.entry("second", 1.0),
          Map.entry("min", 60.0),
          Map.entry("minute", 60.0),
          Map.entry("h", 3600.0),
          Map.entry("hr", 3600.0),
          Map.entry("hour", 3600.0),
          Map.entry("d", 86400.0),
          Map.entry("day", 86400.0),
          Map.entry("week", 604800.0),
          Map.entry("month", 2592000.0),
          Map.entry("year", 31536000.0));

  /** The number that stands at an offset, after marks; none for a range or a part of a name. */
  static Optional<Measure> at(String text, int from, int limit) {
    int start = from;
    while (start < limit && MARKS.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < limit && isDigit(text, end, limit)) {
      end++;
    }
    if (end == start || (end < limit && "-–:^×".indexOf(text.charAt(end)) >= 0)) {
      return Optional.empty();
    }
    double value = Double.parseDouble(text.substring(start, end).replace(",", ""));
    int word = blank(text, end, limit);
    if (word < limit && text.charAt(word) == '%') {
      return Optional.of(new Measure(Unit.PERCENT, value, start, word + 1));
    }
    int stop = wordEnd(text, word, limit);
    String unit = singular(text.substring(word, stop));
    Double seconds = SECONDS.get(unit);
    Double factor = seconds == null ? FACTORS.get(unit) : seconds;
    return factor == null
        ? Optional.of(new Measure(Unit.COUNT, value, start, end))
        : Optional.of(
            new Measure(seconds == null ? Unit.COUNT : Unit.TIME, value * factor, start, stop));
  }

  private static String singular(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return small.length() > 2 && small.endsWith("s")
        ? small.substring(0, small.length() - 1)
        : small;
  }

  private static boolean isDigit(String text, int i, int limit) {
    char c = text.charAt(i);
    boolean inside = (c == ',' || c == '.') && i + 1 < limit && isDigit(text.charAt(i + 1));
    return isDigit(c) || inside;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int blank(String text, int from, int limit) {
    int i = from;
    while (i < limit && (text.charAt(i) == ' ' || text.charAt(i) == '+')) {
      i++;
    }
    return i;
  }

  private static int wordEnd(String text, int from, int limit) {
    int i = from;
    while (i < limit && Character.isLetter(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Whether two measures of a quantity say different things, and not the same one rounded. */
  boolean contradicts(Measure other) {
    if (unit == Unit.PERCENT) {
      return Math.abs(value - other.value) > 1e-9;
    }
    double more = Math.max(value, other.value);
    double less = Math.min(value, other.value);
    return more > less * 1.25;
  }
}
