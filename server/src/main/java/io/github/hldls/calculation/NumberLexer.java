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

  private final CharSequence text;
  private final int limit;
  private int end;
  private boolean readable = true;
  private final StringBuilder digits = new StringBuilder();

  private NumberLexer(CharSequence text, int start, int limit) {
    this.text = text;
    this.limit = limit;
    this.end = start;
  }

  /** What was read: the offset after it, and the value unless it is no number after all. */
  record Result(int end, BigDecimal value, boolean readable) {}

  static Result read(CharSequence text, int start, int limit) {
    NumberLexer lexer = new NumberLexer(text, start, limit);
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
    digits.append(text, start, end);
    if (end == start) {
      digits.append('0');
      return;
    }
    if (end - start > 3 || text.charAt(start) == '0') {
      underscores();
      return;
    }
    for (char separator : new char[] {',', '\'', '’', '\u00A0', '\u2009', '\u202F', ' '}) {
      if (at(end) == separator && groups(separator)) {
        return;
      }
    }
    underscores();
    if (at(end) == '.' && at(end + 4) == '.' && groups('.')) {
      return;
    }
  }

  private void underscores() {
    while (at(end) == '_' && isDigit(at(end + 1))) {
      int group = end + 1;
      end = digitsEnd(group);
      digits.append(text, group, end);
    }
  }

  /** Reads groups of digits up to one of three; two digits are a group of an Indian number. */
  private boolean groups(char separator) {
    int position = end;
    int last = 0;
    int before = digits.length();
    while (at(position) == separator && isDigit(at(position + 1))) {
      int groupEnd = digitsEnd(position + 1);
      last = groupEnd - position - 1;
      if (last > 3 || last < 2 || (last == 2 && separator != ',')) {
        break;
      }
      digits.append(text, position + 1, groupEnd);
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

  private void fraction() {
    if (at(end) == '.' && isDigit(at(end + 1))) {
      int fractionEnd = digitsEnd(end + 1);
      digits.append(text, end, fractionEnd);
      end = fractionEnd;
      if (at(end) == '.' && isDigit(at(end + 1))) {
        readable = false;
      }
    }
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
    int exponent = Integer.parseInt(text.subSequence(start, exponentEnd).toString());
    readable &= exponent <= MAX_EXPONENT;
    digits.append('E').append(at(end + 1) == '-' ? "-" : "").append(exponent);
    end = exponentEnd;
  }

  private int digitsEnd(int position) {
    int i = position;
    while (i < limit && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private char at(int position) {
    return position < limit ? text.charAt(position) : '\n';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
