package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;

/** Reads the signs of arithmetic and of sentences. */
final class SignLexer {
  /** So many blanks part columns. */
  private static final int COLUMN = 4;

  private final LineCursor line;

  SignLexer(LineCursor line) {
    this.line = line;
  }

  /** Reads one sign; false if it is none that is known. */
  boolean read(char c) {
    switch (c) {
      case '*' -> star();
      case '×', '·', '⋅', '∙', '✕', '✖', '∗', '⨯' -> line.one(Kind.TIMES);
      case '÷', '∕', '⁄' -> line.one(Kind.DIVIDE);
      case '/' -> line.pass(Kind.DIVIDE, line.at(1) == '/' ? 2 : 1);
      case '+' -> line.one(Kind.PLUS);
      case '^' -> line.one(Kind.POWER);
      case '%', '٪' -> line.one(Kind.PERCENT);
      case '-', '–', '—', '−' -> dash(c);
      case '⌈' -> line.one(Kind.CEILING_OPEN);
      case '⌉' -> line.one(Kind.CEILING_CLOSE);
      case '=' -> equalsSign();
      case '≈', '≃', '≅', '≒', '∼', '≐', '≋' -> line.one(Kind.ABOUT);
      case '≡', '≙', '≔', '←', '⇐', '⟸' -> line.one(Kind.EQUALS);
      case '→', '⇒', '⟹', '➜', '⟶', '➔', '➡', '⇨' -> line.one(Kind.ARROW);
      case '~' -> tilde();
      case ':' -> line.one(Kind.COLON);
      case ',' -> line.one(Kind.COMMA);
      case ';' -> line.one(Kind.STOP);
      case '.', '!', '?', '…' -> fullStop();
      case '≤', '≥', '≠', '≪', '≫', '<', '>' -> line.pass(Kind.COMPARE, line.at(1) == '=' ? 2 : 1);
      case '|' -> line.one(Kind.BAR);
      case '@' -> line.one(Kind.WORD);
      case '`', '_', '"', '“', '”', '\'', '’', '✅', '\uFE0F' -> line.position++;
      default -> {
        return false;
      }
    }
    return true;
  }

  private void star() {
    boolean two = line.at(1) == '*';
    char next = line.at(two ? 2 : 1);
    boolean operand = line.operandBefore();
    boolean starts = NumberLexer.isDigit(next) || next == '(' || next == '$';
    if (two) {
      boolean power = operand && !line.spaced && NumberLexer.isDigit(next) && isTight();
      boolean apart = operand && line.spaced && line.isBlank(2) && isTight(lastEnd());
      if (power || apart) {
        line.add(Kind.POWER, line.position, line.position + 2);
      }
      line.position += 2;
    } else if (operand && ((line.spaced && LineCursor.isBlank(next)) || (!line.spaced && starts))) {
      line.one(Kind.TIMES);
    } else {
      line.position++;
    }
  }

  private int lastEnd() {
    return line.tokens.get(line.tokens.size() - 1).end();
  }

  /** Whether the sign stands directly behind a digit or parenthesis. */
  private boolean isTight() {
    return isTight(line.position);
  }

  private boolean isTight(int index) {
    char before = index > 0 ? line.text[index - 1] : '\n';
    return NumberLexer.isDigit(before) || before == ')';
  }

  private void dash(char c) {
    boolean arrow = c == '-' && (line.at(1) == '>' || (line.at(1) == '-' && line.at(2) == '>'));
    if (arrow) {
      line.pass(Kind.ARROW, line.at(1) == '>' ? 2 : 3);
      return;
    }
    boolean after = line.isBlank(1);
    boolean operandBefore = line.operandBefore();
    if (!line.spaced && !after && operandBefore) {
      line.one(Kind.RANGE);
    } else if (startsColumn()) {
      line.one(Kind.STOP);
    } else if (c == '—' || (line.spaced && !after && operandBefore && c == '–')) {
      line.one(Kind.STOP);
    } else {
      line.one(Kind.MINUS);
    }
  }

  /** Whether a list stands there in a column of its own: {@code - reads 56 / s - 56 × 5}. */
  private boolean startsColumn() {
    int before = line.position;
    while (before > 0 && LineCursor.isBlank(line.text[before - 1])) {
      before--;
    }
    return line.position - before >= COLUMN && line.isBlank(1) && !line.isBlank(2);
  }

  private void equalsSign() {
    if (line.at(1) == '>') {
      line.pass(Kind.ARROW, 2);
    } else if (line.at(1) == '=') {
      int start = line.position;
      while (line.at(0) == '=') {
        line.position++;
      }
      boolean arrow = line.at(0) == '>';
      line.position += arrow ? 1 : 0;
      line.add(arrow ? Kind.ARROW : Kind.STOP, start, line.position);
    } else {
      line.one(Kind.EQUALS);
    }
  }

  /** A tilde between two operands says that they are about equal; before one, that it is rough. */
  private void tilde() {
    if (line.at(1) == '=') {
      line.pass(Kind.ABOUT, 2);
    } else if (line.at(1) == '~') {
      line.position += 2;
    } else if (line.spaced && line.isBlank(1) && line.operandBefore()) {
      line.one(Kind.ABOUT);
    } else {
      line.one(Kind.TILDE);
    }
  }

  /** Whether a word is cut short before an amount: {@code ca. 3}, {@code approx. 3}. */
  private boolean isBehindAbout() {
    Token last = line.tokens.isEmpty() ? null : line.tokens.get(line.tokens.size() - 1);
    return last != null
        && last.is(Kind.WORD)
        && last.end() == line.position
        && Vocabulary.isAbout(last.text())
        && !LineCursor.isBlank(line.at(2));
  }

  private void fullStop() {
    boolean abbreviation =
        line.isBlank(1) && ("×*/÷=≈+".indexOf(line.at(2)) >= 0 || isBehindAbout());
    if (!abbreviation && (line.isBlank(1) || line.position + 1 >= line.limit)) {
      line.one(Kind.STOP);
    } else {
      line.position++;
    }
  }
}
