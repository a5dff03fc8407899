package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;
import java.math.BigDecimal;

/** Reads numbers with the letters behind them, and words. */
final class WordLexer {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final LineCursor line;

  WordLexer(LineCursor line) {
    this.line = line;
  }

  /** Reads what starts with a digit: a number, or a name such as {@code 3rd} or {@code 0x1F}. */
  void number() {
    int start = line.position;
    NumberLexer.Result read = NumberLexer.read(line.text, start, line.limit, line.style);
    int end = read.end();
    boolean ratio = line.charAt(end) == ':' && NumberLexer.isDigit(line.charAt(end + 1));
    if (ratio && line.charAt(end + 1) == '1' && isRatio(end + 2)) {
      line.number(start, end, read.value());
      line.position = end + 2;
      return;
    }
    if (ratio || !read.readable()) {
      line.position = end;
      while (NumberLexer.isDigit(line.at(0)) || line.at(0) == ':' || line.at(0) == '.') {
        line.position++;
      }
      line.add(Kind.WORD, start, line.position);
      return;
    }
    if (line.charAt(end) == '-' && Character.isLetter(line.charAt(end + 1))) {
      line.position = wordEnd(end + 1);
      line.add(Kind.WORD, start, line.position);
      return;
    }
    int wordEnd = suffixEnd(end);
    boolean name =
        wordEnd > end
            && (!isSuffix(end, wordEnd) || isGeneration(start, end, wordEnd) || isCode(start, end));
    if (name) {
      line.position = Math.max(wordEnd, wordEnd(end + 1));
      line.add(Kind.WORD, start, line.position);
      return;
    }
    line.position = end;
    line.number(start, end, read.value());
    superscript();
  }

  /** Whether a number and {@code :1} are the result of a division, and no time of day. */
  private boolean isRatio(int end) {
    Kind before =
        line.tokens.isEmpty() ? Kind.OTHER : line.tokens.get(line.tokens.size() - 1).kind();
    boolean result =
        before == Kind.EQUALS
            || before == Kind.ABOUT
            || before == Kind.TILDE
            || before == Kind.ARROW;
    return result && !Character.isLetterOrDigit(line.charAt(end));
  }

  /** Where the letters behind a number end; those of a range at its dash: {@code 10K-20K}. */
  private int suffixEnd(int start) {
    int end = wordEnd(start);
    for (int i = start + 1; i + 1 < end; i++) {
      if (line.charAt(i) == '-') {
        boolean range = NumberLexer.isDigit(line.charAt(i + 1)) && isSuffix(start, i);
        return range ? i : end;
      }
    }
    return end;
  }

  /** Whether a number is that of a mobile network: {@code 2G/3G}. */
  private boolean isGeneration(int start, int end, int wordEnd) {
    boolean digit = end == start + 1 && wordEnd == end + 1 && line.charAt(end) == 'G';
    boolean before =
        start > 1 && line.charAt(start - 1) == '/' && "Gg".indexOf(line.text[start - 2]) >= 0;
    boolean after =
        line.charAt(wordEnd) == '/'
            && NumberLexer.isDigit(line.charAt(wordEnd + 1))
            && line.charAt(wordEnd + 2) == 'G';
    return digit && (before || after);
  }

  /** Whether it is a number of another base: {@code 0x1F}. */
  private boolean isCode(int start, int end) {
    return end == start + 1
        && line.charAt(start) == '0'
        && "xb".indexOf(line.charAt(end)) >= 0
        && Character.isLetterOrDigit(line.charAt(end + 1));
  }

  /** Whether the letters after a number belong to it as a unit, a scale or a factor. */
  private boolean isSuffix(int start, int end) {
    String word = line.substring(start, end);
    return word.equals("x")
        || word.equals("X")
        || word.equals("m")
        || (word.charAt(0) == 'x' && NumberLexer.isDigit(line.charAt(start + 1)))
        || Units.unit(word).isPresent()
        || Units.scale(word).isPresent();
  }

  /** Reads an exponent that is set high: {@code 10⁶}, {@code 10⁻³}. */
  void superscript() {
    int start = line.position;
    int sign = line.at(0) == '⁻' ? 1 : 0;
    int digits = sign;
    if (!isSuperscript(line.at(digits))) {
      return;
    }
    StringBuilder exponent = new StringBuilder(sign == 0 ? "" : "-");
    while (isSuperscript(line.at(digits)) && digits < 4) {
      exponent.append(SUPERSCRIPTS.indexOf(line.at(digits)));
      digits++;
    }
    line.add(Kind.POWER, start, start);
    line.number(start, start + digits, new BigDecimal(exponent.toString()));
    line.position += digits;
  }

  void word() {
    int start = line.position;
    boolean x = line.at(0) == 'x' || line.at(0) == 'X';
    if (x && factorSign()) {
      line.one(Kind.TIMES);
      return;
    }
    boolean suffix = start > 0 && NumberLexer.isDigit(line.text[start - 1]);
    int end = Math.max(start + 1, suffix ? suffixEnd(start) : wordEnd(start));
    line.position = end;
    String word = line.substring(start, end);
    if (word.equals("per")
        && line.says(" cent", end)
        && !Character.isLetter(line.charAt(end + 5))) {
      line.position += 5;
      line.add(Kind.PERCENT, start, line.position);
    } else if (Vocabulary.isCurrency(word) && startsMoney(end)) {
      line.position = line.charAt(end) == '.' ? end + 1 : end;
      boolean sign = line.at(0) == '$';
      line.position += sign ? 1 : 0;
      line.add(Kind.CURRENCY, start, line.position);
    } else {
      boolean percent = word.equalsIgnoreCase("percent") || word.equals("pct");
      line.add(percent ? Kind.PERCENT : Kind.WORD, start, end);
      if (line.at(0) == '⁻') {
        superscript();
      }
    }
  }

  /** Whether a number follows, perhaps after {@code $} or a blank. */
  private boolean startsMoney(int end) {
    int next = end;
    while (next < end + 2 && (line.charAt(next) == '.' || line.charAt(next) == '$')) {
      next++;
    }
    next += LineCursor.isBlank(line.charAt(next)) ? 1 : 0;
    return NumberLexer.isDigit(line.charAt(next));
  }

  /** Whether an {@code x} stands between two operands. */
  private boolean factorSign() {
    if (line.tokens.isEmpty()) {
      return false;
    }
    int next = line.position + 1;
    while (next < line.limit && LineCursor.isBlank(line.charAt(next))) {
      next++;
    }
    char c = line.charAt(next);
    boolean words = line.spaced && next > line.position + 1 && line.operandBefore();
    return NumberLexer.isDigit(c)
        || (line.spaced && (c == '(' || c == '$' || next >= line.limit))
        || (words && line.at(0) == 'x' && Character.isLetter(c));
  }

  private static boolean isSuperscript(char c) {
    return c >= '²' && SUPERSCRIPTS.indexOf(c) >= 0;
  }

  private static boolean isLetterOrDigit(char c) {
    return c < 128
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || NumberLexer.isDigit(c)
        : Character.isLetterOrDigit(c);
  }

  /** Where the word ends that starts at {@code start}: letters, digits, inner dots and hyphens. */
  int wordEnd(int start) {
    int i = start;
    if (!Character.isLetter(line.charAt(i)) && line.charAt(i) != '¢') {
      return start;
    }
    if (line.charAt(i) == 'x' && i > 0 && NumberLexer.isDigit(line.text[i - 1])) {
      return i + 1;
    }
    boolean digits = false;
    while (i < line.limit) {
      char c = line.charAt(i);
      digits |= NumberLexer.isDigit(c);
      boolean model = c == '.' && digits && NumberLexer.isDigit(line.charAt(i + 1));
      boolean inner = c == '.' || c == '-' || c == '\'' || c == '’';
      if ((isLetterOrDigit(c) && !isSuperscript(c)) || isSubscript(c)) {
        i++;
      } else if (model
          || (inner && Character.isLetter(line.charAt(i + 1)))
          || (c == '_' && isLetterOrDigit(line.charAt(i + 1)))
          || c == '¢') {
        i++;
      } else {
        break;
      }
    }
    return isMark(start, i) ? markEnd(i + 1) : i;
  }

  /** Whether what ends there is the start of a mark that others refer to: {@code C-28}. */
  private boolean isMark(int start, int end) {
    boolean capitals = end - start <= 4;
    for (int i = start; i < end; i++) {
      capitals &= Character.isUpperCase(line.charAt(i));
    }
    return capitals && line.charAt(end) == '-' && NumberLexer.isDigit(line.charAt(end + 1));
  }

  private int markEnd(int from) {
    int i = from;
    while (isLetterOrDigit(line.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSubscript(char c) {
    return c >= '₀' && c <= '₉';
  }
}
