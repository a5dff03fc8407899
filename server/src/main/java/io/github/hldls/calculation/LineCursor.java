package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The place up to which a line has been cut into tokens, and the tokens so far. */
final class LineCursor {
  final char[] text;
  final int limit;
  final NumberStyle style;
  final List<Token> tokens = new ArrayList<>();
  int position;

  /** Whether a blank stands before the next token. */
  boolean spaced;

  LineCursor(char[] text, int start, int limit, NumberStyle style) {
    this.text = text;
    this.position = start;
    this.limit = limit;
    this.style = style;
  }

  char at(int ahead) {
    return charAt(position + ahead);
  }

  /** The character at an offset; a line break at the limit and behind it. */
  char charAt(int index) {
    return index < limit ? text[index] : '\n';
  }

  String substring(int from, int to) {
    return String.valueOf(text, from, to - from);
  }

  /** Whether a word stands at an offset. */
  boolean says(String word, int from) {
    int i = 0;
    while (i < word.length() && charAt(from + i) == word.charAt(i)) {
      i++;
    }
    return i == word.length();
  }

  /** The character before the place; a line break at the start of the text. */
  char before() {
    return position > 0 ? text[position - 1] : '\n';
  }

  boolean isBlank(int ahead) {
    return isBlank(at(ahead));
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u2009' || c == '\u202F' || c == '\n';
  }

  /** Adds a token of one character and passes it. */
  void one(Kind kind) {
    add(kind, position, position + 1);
    position++;
  }

  /** Adds a token of so many characters and passes them. */
  void pass(Kind kind, int length) {
    add(kind, position, position + length);
    position += length;
  }

  void add(Kind kind, int start, int end) {
    String word = kind == Kind.WORD ? substring(start, end) : "";
    tokens.add(new Token(kind, start, end, word, BigDecimal.ZERO, spaced));
    spaced = false;
  }

  void number(int start, int end, BigDecimal value) {
    tokens.add(new Token(Kind.NUMBER, start, end, substring(start, end), value, spaced));
    spaced = false;
  }

  /** Whether the last token can be the end of an operand. */
  boolean operandBefore() {
    if (tokens.isEmpty()) {
      return false;
    }
    return switch (tokens.get(tokens.size() - 1).kind()) {
      case NUMBER, WORD, CLOSE, PERCENT, CEILING_CLOSE -> true;
      default -> false;
    };
  }

  /** Whether only words and a number stand behind the last sign of equality. */
  boolean saysResult() {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (tokens.get(i).isRelation()) {
        return true;
      } else if (Clauses.isSign(tokens.get(i).kind())) {
        return false;
      }
    }
    return false;
  }

  boolean numberBefore() {
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(Kind.NUMBER);
  }
}
