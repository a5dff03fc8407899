package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;

/** Reads what only marks up: commands of TeX formulas, entities, tags; and signs of money. */
final class MarkupLexer {
  private static final int MAX_TAG = 60;
  private static final int MAX_ENTITY = 8;

  private final LineCursor line;
  private final WordLexer words;
  private final boolean formula;
  // One bit for each open brace: whether it is mere markup, as after \text. The last is lowest.
  private long braces;

  MarkupLexer(LineCursor line, WordLexer words) {
    this.line = line;
    this.words = words;
    this.formula = isFormula(line);
  }

  /**
   * Whether the dollar signs of a line part formulas and are no money: it has a command of TeX, or
   * each dollar that opens is matched by one that closes.
   */
  private static boolean isFormula(LineCursor line) {
    int opening = 0;
    int closing = 0;
    for (int i = line.position; i < line.limit; i++) {
      char c = line.text[i];
      char next = line.charAt(i + 1);
      if (c == '\\' && (Character.isLetter(next) || next == '(' || next == ',')) {
        return true;
      }
      if (c == '$' && next == '$') {
        // Two of them are one sign, of a formula that stands alone.
        i++;
        next = line.charAt(i + 1);
      }
      if (c == '$') {
        char before = i > line.position ? line.text[i - 1] : '\n';
        boolean closes = !LineCursor.isBlank(before) && before != '(' && !isInner(next);
        boolean opens = !closes && !LineCursor.isBlank(next);
        if ((closes && opening <= closing) || (opens && opening > closing)) {
          return false;
        }
        closing += closes ? 1 : 0;
        opening += opens ? 1 : 0;
      }
    }
    return opening > 0 && opening == closing;
  }

  private static boolean isInner(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '/' || c == '\\' || c == '{';
  }

  /** Reads one piece of markup; false if it is none. */
  boolean read(char c) {
    switch (c) {
      case '$', '€', '£', '¥', '₹', '₽', '₩', '₫', '₺', '₦' -> currency(c);
      case '\\' -> backslash();
      case '&' -> entity();
      case '(', '[' -> line.one(Kind.OPEN);
      case ')', ']' -> close();
      case '{' -> openBrace();
      case '}' -> closeBrace();
      case '<' -> {
        return tag();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void currency(char c) {
    char next = line.at(1);
    boolean before = NumberLexer.isDigit(next) || (next == '.' && NumberLexer.isDigit(line.at(2)));
    boolean behind = line.numberBefore() && !Character.isLetter(next);
    boolean tilde = next == '~' && NumberLexer.isDigit(line.at(2));
    boolean money = c != '$' || (!formula && (before || behind || tilde));
    if (money) {
      line.one(Kind.CURRENCY);
    } else {
      line.position++;
    }
  }

  private void close() {
    line.one(Kind.CLOSE);
    words.superscript();
  }

  private void openBrace() {
    boolean fraction = formula && line.before() == '}';
    if (fraction) {
      line.add(Kind.DIVIDE, line.position, line.position);
    }
    braces <<= 1;
    line.one(Kind.OPEN);
  }

  private void closeBrace() {
    boolean markup = (braces & 1) != 0;
    braces >>>= 1;
    if (markup) {
      line.position++;
    } else {
      close();
    }
  }

  private boolean tag() {
    char next = line.at(1);
    if (!Character.isLetter(next) && next != '/' && next != '!') {
      return false;
    }
    int last = Math.min(line.limit, line.position + MAX_TAG);
    int close = line.position;
    while (close < last && line.text[close] != '>') {
      close++;
    }
    if (close == last) {
      return false;
    }
    if (line.says("br", line.position + 1)) {
      line.add(Kind.BAR, line.position, close + 1);
    }
    line.spaced = false;
    boolean high = line.says("sup>", line.position + 1);
    line.position = close + 1;
    if (high && line.operandBefore()) {
      line.add(Kind.POWER, close + 1, close + 1);
    }
    return true;
  }

  /** A Markdown escape, or a command of a formula such as {@code \times}. */
  private void backslash() {
    if (!Character.isLetter(line.at(1))) {
      escape(line.at(1));
      return;
    }
    int end = words.wordEnd(line.position + 1);
    int start = line.position;
    line.position = end;
    switch (line.substring(start + 1, end)) {
      case "times", "cdot", "ast" -> line.add(Kind.TIMES, start, end);
      case "div" -> line.add(Kind.DIVIDE, start, end);
      case "approx", "simeq", "cong", "sim" -> line.add(Kind.ABOUT, start, end);
      case "Rightarrow", "rightarrow", "implies", "to", "Longrightarrow", "longrightarrow" ->
          line.add(Kind.ARROW, start, end);
      case "lceil" -> line.add(Kind.CEILING_OPEN, start, end);
      case "rceil" -> line.add(Kind.CEILING_CLOSE, start, end);
      case "text", "mathrm", "textbf", "mathbf", "operatorname", "textit", "mathit" -> {
        line.spaced = true;
        if (line.at(0) == '{') {
          braces = braces << 1 | 1;
          line.position++;
        }
      }
      default -> line.spaced = true;
    }
  }

  private void escape(char c) {
    switch (c) {
      case '$' -> {
        line.position++;
        line.one(Kind.CURRENCY);
      }
      case '~', '%' -> line.position++;
      case '*' -> {
        line.position++;
        line.one(Kind.TIMES);
      }
      case '{' -> {
        line.position++;
        line.one(Kind.OPEN);
      }
      case '}' -> {
        line.position++;
        close();
      }
      default -> {
        line.position += 2;
        line.spaced = true;
      }
    }
  }

  private void entity() {
    int start = line.position;
    int end = start + 1;
    while (end < line.limit && end - start < MAX_ENTITY && Character.isLetter(line.text[end])) {
      end++;
    }
    if (line.charAt(end) != ';') {
      line.one(Kind.OTHER);
      return;
    }
    line.position = end + 1;
    switch (line.substring(start + 1, end)) {
      case "times", "middot" -> line.add(Kind.TIMES, start, line.position);
      case "divide", "frasl" -> line.add(Kind.DIVIDE, start, line.position);
      case "asymp", "approx", "sim" -> line.add(Kind.ABOUT, start, line.position);
      case "rarr", "rArr" -> line.add(Kind.ARROW, start, line.position);
      default -> line.spaced = true;
    }
  }
}
