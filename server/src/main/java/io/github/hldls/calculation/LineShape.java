package io.github.hldls.calculation;

/**
 * What a glance at a line shows, before it is cut into tokens.
 *
 * @param digit whether it has a digit
 * @param sign whether it may hold an equation, a factor or a total, or go on with one
 * @param borders how many borders of a drawn table it has
 */
record LineShape(boolean digit, boolean sign, int borders) {
  private static final String SIGNS = "=≈~→⇒⟹≃≅∼←⇐×÷%^\\⌈⁄·⋅*&@";

  // The characters of ASCII that are no such sign.
  private static final boolean[] PLAIN = new boolean[128];

  static {
    for (char c = 0; c < PLAIN.length; c++) {
      PLAIN[c] = SIGNS.indexOf(c) < 0;
    }
  }

  static LineShape of(String text, int start, int end) {
    boolean digit = false;
    boolean sign = false;
    boolean number = false;
    int borders = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (NumberLexer.isDigit(c)) {
        sign |= !number && !sign && saysEqual(text, start, i);
        sign |= i + 1 < end && (text.charAt(i + 1) == 'x' || text.charAt(i + 1) == 'X');
        digit = true;
        number = true;
        continue;
      }
      number = number && (c == ',' || c == '.');
      if (c == '|' || (c > '\u2500' && c <= '\u257F')) {
        borders++;
      } else if (c == '(' || c == '[') {
        sign |= digit;
      } else if (c == 'x' || c == 'X') {
        sign |= i + 1 == end || NumberLexer.isDigit(text.charAt(i + 1));
      } else if (c == '>') {
        sign |= i > start && text.charAt(i - 1) == '-';
      } else if (c == '+' || c == '/') {
        sign |= i == end - 1;
      } else if (c == 'T' || c == 'S') {
        sign |= text.startsWith("otal", i + 1) || text.startsWith("um", i + 1);
      } else if (c < PLAIN.length ? !PLAIN[c] : SIGNS.indexOf(c) >= 0) {
        sign = true;
      }
    }
    return new LineShape(digit, digit && (sign || opensWithSign(text, start, end)), borders);
  }

  /** Whether the word before a number stands for a sign of equality, or may do so. */
  private static boolean saysEqual(String text, int start, int number) {
    int to = number;
    while (to > start && " $€£₹~*`(".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    int from = to;
    while (from > start && Character.isLetter(text.charAt(from - 1)) && to - from < 16) {
      from--;
    }
    return from < to && Vocabulary.leads(text.substring(from, to));
  }

  private static boolean opensWithSign(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '/' || c == 'x' || c == '+') {
        return true;
      } else if (c != ' ' && c != '-' && c != '\t' && c != '>') {
        return false;
      }
    }
    return false;
  }
}
