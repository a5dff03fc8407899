package io.github.hldls.calculation;

import java.math.BigDecimal;

/**
 * A piece of a line.
 *
 * @param start offset in the file
 * @param end offset after it
 * @param text as it is written; only of words and numbers
 * @param value of a number; zero otherwise
 * @param spaced whether a blank stands before it
 */
record Token(Kind kind, int start, int end, String text, BigDecimal value, boolean spaced) {

  /** What a piece of a line is. */
  enum Kind {
    NUMBER,
    WORD,
    PLUS,
    MINUS,
    TIMES,
    DIVIDE,
    POWER,
    PERCENT,
    CURRENCY,
    OPEN,
    CLOSE,
    CEILING_OPEN,
    CEILING_CLOSE,
    /** {@code 10-20}: no calculation. */
    RANGE,
    EQUALS,
    ABOUT,
    ARROW,
    TILDE,
    COLON,
    COMMA,
    /** The end of a clause: a semicolon, a full stop, a dash. */
    STOP,
    /** {@code <}, {@code ≥} and the like. */
    COMPARE,
    /** The border of a cell. */
    BAR,
    /** A calculation in parentheses that is read on its own. */
    ASIDE,
    OTHER
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isRelation() {
    return kind == Kind.EQUALS || kind == Kind.ABOUT || kind == Kind.ARROW;
  }

  /** Whether it asks for another operand. */
  boolean isSign() {
    return kind == Kind.TIMES || kind == Kind.DIVIDE || kind == Kind.PLUS;
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }
}
