package io.github.hldls.calculation;

/** Which sign a writer puts before the decimals; the other one then parts thousands. */
public enum NumberStyle {
  /** {@code 1,200.5} */
  POINT,
  /** {@code 1.200,5} */
  COMMA;

  /** The style of a text in which so many more numbers have a decimal comma than a point. */
  public static NumberStyle of(int lean) {
    return lean > 0 ? COMMA : POINT;
  }

  /**
   * 1 for a number that can only be one with a decimal comma, such as {@code 1,5} or {@code
   * 1.200.000}; -1 for one with a decimal point; 0 for one that says nothing by itself, as {@code
   * 1.200} and {@code 1,200} do.
   */
  static int lean(char[] text, int start, int end) {
    if (end - start < 3 || !isFree(text, start, end)) {
      return 0;
    }
    return switch (NumberShape.of(text, start, end)) {
      case DECIMAL_COMMA -> 1;
      case DECIMAL_POINT -> -1;
      case OPEN -> 0;
    };
  }

  /**
   * The style of a line of a text: that of the text, unless a number with two signs between its
   * thousands shows another one.
   */
  NumberStyle ofLine(char[] text, int start, int end, int lean) {
    NumberStyle line = of(lean);
    if (lean == 0 || line == this) {
      return this;
    }
    for (int i = start; i < end; i++) {
      if (NumberLexer.isDigit(text[i])) {
        int next = end(text, i, end);
        if (next - i > 8 && isThousands(text, i, next) && lean(text, i, next) == line.lean()) {
          return line;
        }
        i = next;
      }
    }
    return this;
  }

  private int lean() {
    return this == COMMA ? 1 : -1;
  }

  /** Whether groups of three stand behind one sign. */
  private static boolean isThousands(char[] text, int start, int end) {
    char sign = text[end - 4];
    for (int i = end - 4; i > start; i -= 4) {
      if (text[i] != sign) {
        return false;
      }
    }
    return sign == '.' || sign == ',';
  }

  /** Where the digits end that start there, with the points and commas between them. */
  static int end(char[] text, int start, int limit) {
    int i = start;
    while (i < limit) {
      char c = text[i];
      boolean sign = (c == '.' || c == ',') && i + 1 < limit;
      if (!NumberLexer.isDigit(c) && !(sign && NumberLexer.isDigit(text[i + 1]))) {
        return i;
      }
      i++;
    }
    return i;
  }

  /** Whether it is no part of a name, a call or a list. */
  private static boolean isFree(char[] text, int start, int end) {
    char before = start > 0 ? text[start - 1] : ' ';
    char after = end < text.length ? text[end] : ' ';
    boolean bracketed = before == '(' || before == '[' || before == '{' || after == ']';
    return !bracketed && !Character.isLetter(before) && before != '.' && before != ',';
  }

  /** What a written number says about the style. */
  private enum NumberShape {
    DECIMAL_COMMA,
    DECIMAL_POINT,
    OPEN;

    static NumberShape of(char[] text, int start, int end) {
      int commas = 0;
      int points = 0;
      int last = start;
      char lastSign = ' ';
      for (int i = start; i < end; i++) {
        char c = text[i];
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
      boolean thousands = commas == 1 && decimals == 3 && text[start] != '0';
      return thousands ? DECIMAL_POINT : OPEN;
    }
  }
}
