package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line into numbers, words and signs; Markdown's own signs fall away. One pass, no regex.
 */
final class Lexer {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String FRACTIONS = "½0.5¼0.25¾0.75";

  private final String text;
  private final int limit;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private boolean spaced;
  private boolean formula;

  private Lexer(String text, int start, int limit) {
    this.text = text;
    this.position = start;
    this.limit = limit;
  }

  /** The tokens of {@code text} from {@code start} to {@code limit}, without list markers. */
  static List<Token> tokens(String text, int start, int limit) {
    Lexer lexer = new Lexer(text, start, limit);
    lexer.skipMarkers();
    while (lexer.position < lexer.limit) {
      lexer.next();
    }
    return lexer.tokens;
  }

  /** Passes blanks, quote and heading signs, bullets, ordinals and task boxes. */
  private void skipMarkers() {
    while (position < limit && "> #\t\uFEFF\u00A0".indexOf(at(0)) >= 0) {
      position++;
    }
    if ("-*+•◦‣▪".indexOf(at(0)) >= 0 && isBlank(at(1))) {
      position += 2;
    }
    int digits = 0;
    while (NumberLexer.isDigit(at(digits))) {
      digits++;
    }
    if (digits > 0 && digits < 4 && (at(digits) == '.' || at(digits) == ')')) {
      if (isBlank(at(digits + 1))) {
        position += digits + 2;
      }
    }
  }

  private void next() {
    char c = at(0);
    if (isBlank(c)) {
      spaced = true;
      position++;
      gap();
    } else if (NumberLexer.isDigit(c) || (c == '.' && startsDecimal())) {
      number();
    } else if (Character.isLetter(c) || c == '¢') {
      word();
    } else {
      sign(c);
    }
  }

  /** Three blanks between words part columns of plain text. */
  private void gap() {
    int blanks = 1;
    while (position < limit && isBlank(at(0))) {
      position++;
      blanks++;
    }
    boolean text = Character.isLetterOrDigit(at(0)) || at(0) == '$';
    if (blanks >= 3 && text && !tokens.isEmpty() && endsOperand(tokens.get(tokens.size() - 1))) {
      add(Kind.STOP, position, position);
      spaced = true;
    }
  }

  private boolean startsDecimal() {
    return NumberLexer.isDigit(at(1))
        && !(position > 0 && Character.isLetterOrDigit(text.charAt(position - 1)));
  }

  private void number() {
    int start = position;
    NumberLexer.Result read = NumberLexer.read(text, position, limit);
    int end = read.end();
    int wordEnd = wordEnd(end);
    boolean ratio = charAt(end) == ':' && NumberLexer.isDigit(charAt(end + 1));
    if (ratio || !read.readable()) {
      position = end;
      while (NumberLexer.isDigit(at(0)) || at(0) == ':' || at(0) == '.') {
        position++;
      }
      add(Kind.WORD, start, position);
      return;
    }
    if (charAt(end) == '-' && Character.isLetter(charAt(end + 1))) {
      position = wordEnd(end + 1);
      add(Kind.WORD, start, position);
      return;
    }
    if (wordEnd > end && (!isSuffix(end, wordEnd) || isGeneration(start, end, wordEnd))) {
      position = wordEnd;
      add(Kind.WORD, start, position);
      return;
    }
    position = end;
    tokens.add(
        new Token(Kind.NUMBER, start, end, text.substring(start, end), read.value(), spaced));
    spaced = false;
    superscript();
  }

  /** Whether a number is that of a mobile network: {@code 2G/3G}. */
  private boolean isGeneration(int start, int end, int wordEnd) {
    boolean digit = end == start + 1 && wordEnd == end + 1 && text.charAt(end) == 'G';
    boolean before =
        start > 1 && charAt(start - 1) == '/' && "Gg".indexOf(text.charAt(start - 2)) >= 0;
    boolean after =
        charAt(wordEnd) == '/'
            && NumberLexer.isDigit(charAt(wordEnd + 1))
            && charAt(wordEnd + 2) == 'G';
    return digit && (before || after);
  }

  /** Whether the letters after a number belong to it as a unit, a scale or a factor. */
  private boolean isSuffix(int start, int end) {
    String word = text.substring(start, end);
    return word.equals("x")
        || word.equals("X")
        || word.equals("m")
        || (word.charAt(0) == 'x' && NumberLexer.isDigit(charAt(start + 1)))
        || Units.unit(word).isPresent()
        || Units.scale(word).isPresent();
  }

  private void superscript() {
    int start = position;
    int sign = at(0) == '⁻' ? 1 : 0;
    int digits = sign;
    StringBuilder exponent = new StringBuilder(sign == 0 ? "" : "-");
    while (SUPERSCRIPTS.indexOf(at(digits)) >= 0 && digits < 4) {
      exponent.append(SUPERSCRIPTS.indexOf(at(digits)));
      digits++;
    }
    if (digits > sign) {
      position += digits;
      add(Kind.POWER, start, start);
      BigDecimal value = new BigDecimal(exponent.toString());
      tokens.add(new Token(Kind.NUMBER, start, position, exponent.toString(), value, false));
    }
  }

  private void word() {
    int start = position;
    if ((at(0) == 'x' || at(0) == 'X') && factorSign()) {
      position++;
      add(Kind.TIMES, start, position);
      return;
    }
    position = Math.max(start + 1, wordEnd(start));
    String word = text.substring(start, position);
    if (word.equals("per")
        && text.startsWith(" cent", position)
        && !isLetter(charAt(position + 5))) {
      position += 5;
      add(Kind.PERCENT, start, position);
    } else {
      boolean percent = word.equalsIgnoreCase("percent") || word.equals("pct");
      add(percent ? Kind.PERCENT : Kind.WORD, start, position);
    }
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c);
  }

  /** Whether an {@code x} stands between two operands. */
  private boolean factorSign() {
    if (tokens.isEmpty()) {
      return false;
    }
    int next = position + 1;
    while (next < limit && isBlank(charAt(next))) {
      next++;
    }
    char c = charAt(next);
    return NumberLexer.isDigit(c) || (spaced && (c == '(' || c == '$' || next == limit));
  }

  /** Where the word ends that starts at {@code start}: letters, digits, inner dots and hyphens. */
  private int wordEnd(int start) {
    int i = start;
    if (!Character.isLetter(charAt(i)) && charAt(i) != '¢') {
      return start;
    }
    if (charAt(i) == 'x' && i > 0 && NumberLexer.isDigit(text.charAt(i - 1))) {
      return i + 1;
    }
    while (i < limit) {
      char c = charAt(i);
      boolean inner = c == '.' || c == '-' || c == '\'' || c == '’';
      if (Character.isLetterOrDigit(c) && SUPERSCRIPTS.indexOf(c) < 0) {
        i++;
      } else if ((inner && Character.isLetter(charAt(i + 1))) || c == '_' || c == '¢') {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  private void sign(char c) {
    switch (c) {
      case '*' -> star();
      case '×', '·', '⋅', '✕', '✖', '∗', '⨯' -> one(Kind.TIMES);
      case '÷', '∕', '⁄' -> one(Kind.DIVIDE);
      case '/' -> one(Kind.DIVIDE);
      case '+' -> one(Kind.PLUS);
      case '^' -> one(Kind.POWER);
      case '%' -> one(Kind.PERCENT);
      case '-', '–', '—', '−' -> dash(c);
      case '(', '[', '{' -> open(c);
      case ')', ']', '}' -> one(Kind.CLOSE);
      case '⌈' -> one(Kind.CEILING_OPEN);
      case '⌉' -> one(Kind.CEILING_CLOSE);
      case '=' -> equalsSign();
      case '≈', '≃', '≅', '≒', '∼', '≐' -> one(Kind.ABOUT);
      case '→', '⇒', '⟹', '➜', '⟶', '➔', '➡' -> one(Kind.ARROW);
      case '~' -> tilde();
      case ':' -> one(Kind.COLON);
      case ',' -> one(Kind.COMMA);
      case ';' -> one(Kind.STOP);
      case '.', '!', '?' -> fullStop();
      case '<', '>' -> angle(c);
      case '≤', '≥', '≠', '≪', '≫' -> one(Kind.COMPARE);
      case '|' -> one(Kind.BAR);
      case '$', '€', '£', '¥', '₹' -> currency(c);
      case '\\' -> backslash();
      case '&' -> entity();
      case '`', '_', '"', '“', '”', '\'', '’', '✅', '\uFE0F' -> position++;
      default -> other(c);
    }
  }

  private void other(char c) {
    if (c >= '\u2500' && c <= '\u257F') {
      one(c == '│' || c == '┃' || c == '║' ? Kind.BAR : Kind.STOP);
      return;
    }
    int fraction = FRACTIONS.indexOf(c);
    if (fraction >= 0 && !NumberLexer.isDigit(c)) {
      String value = FRACTIONS.substring(fraction + 1, c == '½' ? fraction + 4 : fraction + 5);
      tokens.add(
          new Token(Kind.NUMBER, position, position + 1, value, new BigDecimal(value), spaced));
      spaced = false;
      position++;
      return;
    }
    one(Kind.OTHER);
  }

  private void star() {
    boolean two = at(1) == '*';
    char next = at(two ? 2 : 1);
    boolean operand = !tokens.isEmpty() && endsOperand(tokens.get(tokens.size() - 1));
    boolean starts = NumberLexer.isDigit(next) || next == '(' || next == '$';
    if (two) {
      boolean power = operand && !spaced && NumberLexer.isDigit(next) && isTight();
      if (power) {
        add(Kind.POWER, position, position + 2);
      }
      position += 2;
    } else if (operand && ((spaced && isBlank(next)) || (!spaced && starts))) {
      one(Kind.TIMES);
    } else {
      position++;
    }
  }

  /** Whether the sign stands directly behind a digit or parenthesis. */
  private boolean isTight() {
    char before = position > 0 ? text.charAt(position - 1) : '\n';
    return NumberLexer.isDigit(before) || before == ')';
  }

  private static boolean endsOperand(Token token) {
    return switch (token.kind()) {
      case NUMBER, WORD, CLOSE, PERCENT, CEILING_CLOSE -> true;
      default -> false;
    };
  }

  private void dash(char c) {
    boolean arrow = c == '-' && (at(1) == '>' || (at(1) == '-' && at(2) == '>'));
    if (arrow) {
      int length = at(1) == '>' ? 2 : 3;
      add(Kind.ARROW, position, position + length);
      position += length;
      return;
    }
    boolean after = isBlank(at(1));
    boolean operandBefore = !tokens.isEmpty() && endsOperand(tokens.get(tokens.size() - 1));
    if (!spaced && !after && operandBefore) {
      one(Kind.RANGE);
    } else if (c == '—' || (spaced && !after && operandBefore && c == '–')) {
      one(Kind.STOP);
    } else {
      one(Kind.MINUS);
    }
  }

  private void open(char c) {
    boolean fraction = c == '{' && formula && position > 0 && text.charAt(position - 1) == '}';
    if (fraction) {
      add(Kind.DIVIDE, position, position);
    }
    one(Kind.OPEN);
  }

  private void equalsSign() {
    if (at(1) == '>') {
      add(Kind.ARROW, position, position + 2);
      position += 2;
    } else if (at(1) == '=') {
      int start = position;
      while (at(0) == '=') {
        position++;
      }
      add(Kind.STOP, start, position);
    } else {
      one(Kind.EQUALS);
    }
  }

  private void tilde() {
    if (at(1) == '=') {
      add(Kind.ABOUT, position, position + 2);
      position += 2;
    } else if (at(1) == '~') {
      position += 2;
    } else {
      one(Kind.TILDE);
    }
  }

  private void fullStop() {
    if (isBlank(at(1)) || position + 1 >= limit) {
      one(Kind.STOP);
    } else {
      position++;
    }
  }

  private void angle(char c) {
    if (c == '<' && (Character.isLetter(at(1)) || at(1) == '/' || at(1) == '!')) {
      int close = tagEnd();
      if (close < limit) {
        boolean lineBreak = text.startsWith("br", position + 1);
        add(lineBreak ? Kind.BAR : Kind.ASIDE, position, close + 1);
        if (!lineBreak) {
          tokens.remove(tokens.size() - 1);
        }
        position = close + 1;
        return;
      }
    }
    int length = at(1) == '=' ? 2 : 1;
    add(Kind.COMPARE, position, position + length);
    position += length;
  }

  /** Where the tag closes, or the limit. */
  private int tagEnd() {
    int last = Math.min(limit, position + 60);
    for (int i = position; i < last; i++) {
      if (text.charAt(i) == '>') {
        return i;
      }
    }
    return limit;
  }

  private void currency(char c) {
    boolean money = NumberLexer.isDigit(at(1)) || (at(1) == '.' && NumberLexer.isDigit(at(2)));
    if (c == '$' && (!money || formula || at(1) == '$')) {
      position++;
    } else {
      one(Kind.CURRENCY);
    }
  }

  /** A Markdown escape, or a command of a formula such as {@code \times}. */
  private void backslash() {
    if (!Character.isLetter(at(1))) {
      position += at(1) == '$' || at(1) == '~' || at(1) == '*' ? 1 : 2;
      if (at(0) == '*') {
        one(Kind.TIMES);
      }
      return;
    }
    int end = wordEnd(position + 1);
    int start = position;
    formula = true;
    position = end;
    switch (text.substring(start + 1, end)) {
      case "times", "cdot", "ast" -> add(Kind.TIMES, start, end);
      case "div" -> add(Kind.DIVIDE, start, end);
      case "approx", "simeq", "cong" -> add(Kind.ABOUT, start, end);
      case "Rightarrow", "rightarrow", "implies", "to" -> add(Kind.ARROW, start, end);
      case "lceil" -> add(Kind.CEILING_OPEN, start, end);
      case "rceil" -> add(Kind.CEILING_CLOSE, start, end);
      default -> spaced = true;
    }
  }

  private void entity() {
    int end = position + 1;
    while (end < limit && end - position < 8 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    int start = position;
    if (charAt(end) != ';') {
      one(Kind.OTHER);
      return;
    }
    position = end + 1;
    switch (text.substring(start + 1, end)) {
      case "times" -> add(Kind.TIMES, start, position);
      case "divide" -> add(Kind.DIVIDE, start, position);
      case "asymp", "approx", "sim" -> add(Kind.ABOUT, start, position);
      case "rarr" -> add(Kind.ARROW, start, position);
      default -> spaced = true;
    }
  }

  private void one(Kind kind) {
    add(kind, position, position + 1);
    position++;
    if (kind == Kind.CLOSE) {
      superscript();
    }
  }

  private void add(Kind kind, int start, int end) {
    String word = kind == Kind.WORD ? text.substring(start, end) : "";
    tokens.add(new Token(kind, start, end, word, BigDecimal.ZERO, spaced));
    spaced = false;
  }

  private char at(int ahead) {
    return charAt(position + ahead);
  }

  private char charAt(int index) {
    return index < limit ? text.charAt(index) : '\n';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u2009' || c == '\u202F' || c == '\n';
  }
}
