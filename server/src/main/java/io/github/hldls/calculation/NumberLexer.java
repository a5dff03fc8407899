package io.github.hldls.calculation;

import java.math.BigDecimal;

/**
 * Reads one written number: {@code 1,200}, {@code 86 400}, {@code 1_000}, {@code 1'000}, {@code
 * 1.000.000}, {@code 10,00,000}, {@code 1.5}, {@code 1e6}. Digits only: signs, units and percent
 * signs are others' business.
 */
final class NumberLexer {
  // Longer numbers are identifiers or attacks, and cost time.
  private static final int MAX_LENGTH = 60;
  private static final int MAX_EXPONENT = 300;

  private static final String GROUP_SIGNS = "'\u2019\u00A0\u2009\u202F ";
  // Groups apart by such a piece of a formula: 1{,}000 and 86\,400.
  private static final String[] FORMULA_GROUPS = {"{,}", "\\,", "\\ "};

  private final char[] text;
  private final int limit;
  private final NumberStyle style;
  private int end;
  private boolean readable = true;
  private final StringBuilder digits = new StringBuilder();

  private NumberLexer(char[] text, int start, int limit, NumberStyle style) {
    this.text = text;
    this.limit = limit;
    this.end = start;
    this.style = style;
  }

  /** What was read: the offset after it, and the value unless it is no number after all. */
  record Result(int end, BigDecimal value, boolean readable) {}

  static Result read(char[] text, int start, int limit, NumberStyle style) {
    NumberLexer lexer = new NumberLexer(text, start, limit, style);
    lexer.integer();
    lexer.fraction();
    lexer.exponent();
    boolean readable = lexer.readable && lexer.digits.length() <= MAX_LENGTH;
    BigDecimal value = readable ? new BigDecimal(lexer.digits.toString()) : BigDecimal.ZERO;
    return new Result(lexer.end, value, readable);
  }

  private void integer() {
    int start = end;
    end = digitsEnd(end);
    digits.append(text, start, end - start);
    if (end == start) {
      digits.append('0');
      return;
    }
    if (end - start <= 3 && text[start] != '0' && grouped()) {
      return;
    }
    underscores();
  }

  private boolean grouped() {
    char sign = at(end);
    char thousands = style == NumberStyle.COMMA ? '.' : ',';
    if (sign == thousands || GROUP_SIGNS.indexOf(sign) >= 0) {
      return groups(sign);
    } else if (sign == '.') {
      boolean several = at(end + 4) == '.' && isDigit(at(end + 5));
      return several && !isAddress() && groups('.');
    }
    for (String piece : FORMULA_GROUPS) {
      if (says(piece, end) && formulaGroups(piece)) {
        return true;
      }
    }
    return false;
  }

  /** Whether three groups follow, none over 255: an address of the internet. */
  private boolean isAddress() {
    int groups = 0;
    int position = end;
    boolean small = true;
    while (at(position) == '.' && isDigit(at(position + 1))) {
      int groupEnd = digitsEnd(position + 1);
      small &= groupEnd - position <= 4 && at(position + 1) <= '2';
      position = groupEnd;
      groups++;
    }
    return groups == 3 && small;
  }

  private void underscores() {
    while (at(end) == '_' && isDigit(at(end + 1))) {
      int group = end + 1;
      end = digitsEnd(group);
      digits.append(text, group, end - group);
    }
  }

  /** Reads groups of digits up to one of three; two digits are a group of an Indian number. */
  private boolean groups(char separator) {
    int position = end;
    int last = 0;
    int before = digits.length();
    while (at(position) == separator && isDigit(at(position + 1))) {
      int groupEnd = digitsEnd(position + 1);
      if (last == 3 && says(" 1/", position)) {
        // What follows is the unit of 4 104 1/s.
        break;
      }
      last = groupEnd - position - 1;
      if (last > 3 || last < 2 || (last == 2 && separator != ',')) {
        break;
      }
      digits.append(text, position + 1, groupEnd - position - 1);
      position = groupEnd;
    }
    boolean whole = last == 3 && !(separator == ' ' && Character.isLetter(at(position)));
    if (whole) {
      end = position;
    } else {
      digits.setLength(before);
    }
    return whole;
  }

  private boolean formulaGroups(String piece) {
    boolean read = false;
    int length = piece.length();
    while (says(piece, end) && digitsEnd(end + length) == end + length + 3) {
      digits.append(text, end + length, 3);
      end += length + 3;
      read = true;
    }
    return read;
  }

  private void fraction() {
    boolean comma = at(end) == ',' && isDigit(at(end + 1)) && isDecimalComma();
    if (comma || (at(end) == '.' && isDigit(at(end + 1)))) {
      int fractionEnd = digitsEnd(end + 1);
      digits.append('.').append(text, end + 1, fractionEnd - end - 1);
      end = fractionEnd;
      if (at(end) == '.' && isDigit(at(end + 1))) {
        readable = false;
      }
    }
  }

  /** Whether the comma at the end parts decimals: one or two, and no list goes on behind them. */
  private boolean isDecimalComma() {
    int decimals = digitsEnd(end + 1) - end - 1;
    int start = end - digits.length();
    boolean listed = start > 0 && ",([{".indexOf(text[start - 1]) >= 0;
    char after = at(end + 1 + decimals);
    boolean digit = isDigit(at(end + 2 + decimals));
    boolean name = after == '_' && Character.isLetterOrDigit(at(end + 2 + decimals));
    if (after == '-' || name || (digit && (after == ',' || after == '.'))) {
      return false;
    }
    boolean few = decimals < 3;
    return style == NumberStyle.COMMA ? few || !listed : few && !listed && digits.length() <= 4;
  }

  private void exponent() {
    char e = at(end);
    if (e != 'e' && e != 'E') {
      return;
    }
    int start = at(end + 1) == '+' || at(end + 1) == '-' ? end + 2 : end + 1;
    int exponentEnd = digitsEnd(start);
    if (exponentEnd == start || exponentEnd - start > 3) {
      return;
    }
    int exponent = Integer.parseInt(String.valueOf(text, start, exponentEnd - start));
    readable &= exponent <= MAX_EXPONENT;
    digits.append('E').append(at(end + 1) == '-' ? "-" : "").append(exponent);
    end = exponentEnd;
  }

  private int digitsEnd(int position) {
    int i = position;
    while (i < limit && isDigit(text[i])) {
      i++;
    }
    return i;
  }

  private boolean says(String piece, int from) {
    int i = 0;
    while (i < piece.length() && at(from + i) == piece.charAt(i)) {
      i++;
    }
    return i == piece.length();
  }

  private char at(int position) {
    return position < limit ? text[position] : '\n';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
