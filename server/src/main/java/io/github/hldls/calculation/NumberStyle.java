package io.github.hldls.calculation;

import java.util.BitSet;

/** Which sign a writer puts before the decimals; the other one then parts thousands. */
public enum NumberStyle {
  /** {@code 1,200.5} */
  POINT,
  /** {@code 1.200,5} */
  COMMA;

  /**
   * The style of a text, by the numbers in it that can be read in one way only. {@code 1.200} and
   * {@code 1,200} say nothing by themselves, {@code 1,5} and {@code 1.200.000} do.
   */
  static NumberStyle of(String text, BitSet skippedLines) {
    int commas = 0;
    int points = 0;
    int line = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
      }
      if (!NumberLexer.isDigit(c)) {
        i++;
        continue;
      }
      int end = end(text, i);
      boolean counts = end - i > 2 && isFree(text, i, end) && !skippedLines.get(line);
      NumberShape shape = counts ? NumberShape.of(text, i, end) : NumberShape.OPEN;
      commas += shape == NumberShape.DECIMAL_COMMA ? 1 : 0;
      points += shape == NumberShape.DECIMAL_POINT ? 1 : 0;
      i = end;
    }
    return commas > points ? COMMA : POINT;
  }

  /** Where the digits end that start there, with the points and commas between them. */
  private static int end(String text, int start) {
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean sign = (c == '.' || c == ',') && i + 1 < text.length();
      if (!NumberLexer.isDigit(c) && !(sign && NumberLexer.isDigit(text.charAt(i + 1)))) {
        return i;
      }
      i++;
    }
    return i;
  }

  /** Whether it is no part of a name, a call or a list. */
  private static boolean isFree(String text, int start, int end) {
    char before = start > 0 ? text.charAt(start - 1) : ' ';
    char after = end < text.length() ? text.charAt(end) : ' ';
    boolean bracketed = before == '(' || before == '[' || before == '{' || after == ']';
    return !bracketed && !Character.isLetter(before) && before != '.' && before != ',';
  }

  /** What a written number says about the style. */
  private enum NumberShape {
    DECIMAL_COMMA,
    DECIMAL_POINT,
    OPEN;

    static NumberShape of(String text, int start, int end) {
      int commas = 0;
      int points = 0;
      int last = start;
      char lastSign = ' ';
      for (int i = start; i < end; i++) {
        char c = text.charAt(i);
        commas += c == ',' ? 1 : 0;
        points += c == '.' ? 1 : 0;
        if (c == ',' || c == '.') {
          last = i + 1;
          lastSign = c;
        }
      }
      int decimals = end - last;
      if (commas > 0 && points > 0) {
        return lastSign == ',' ? DECIMAL_COMMA : DECIMAL_POINT;
      } else if (points > 1) {
        return decimals == 3 && points < 3 ? DECIMAL_COMMA : OPEN;
      } else if (commas > 1) {
        return decimals == 3 ? DECIMAL_POINT : OPEN;
      } else if (decimals == 1 || decimals == 2) {
        return lastSign == ',' ? DECIMAL_COMMA : lastSign == '.' ? DECIMAL_POINT : OPEN;
      }
      boolean thousands = commas == 1 && decimals == 3 && text.charAt(start) != '0';
      return thousands ? DECIMAL_POINT : OPEN;
    }
  }
}
