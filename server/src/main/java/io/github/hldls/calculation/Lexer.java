package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;
import java.math.BigDecimal;
import java.util.List;

/**
 * Cuts a line into numbers, words and signs; Markdown's own signs fall away. One pass, no regex.
 */
final class Lexer {
  private static final String FRACTIONS = "½0.5¼0.25¾0.75";

  private final LineCursor line;
  private final WordLexer words;
  private final SignLexer signs;
  private final MarkupLexer markup;

  private Lexer(LineCursor line) {
    this.line = line;
    this.words = new WordLexer(line);
    this.markup = new MarkupLexer(line, words);
    this.signs = new SignLexer(line);
  }

  /** The tokens of {@code text} from {@code start} to {@code limit}, without list markers. */
  static List<Token> tokens(char[] text, int start, int limit, NumberStyle style) {
    Lexer lexer = new Lexer(new LineCursor(text, start, limit, style));
    lexer.skipMarkers();
    while (lexer.line.position < limit) {
      lexer.next();
    }
    return lexer.line.tokens;
  }

  /** Passes blanks, quote and heading signs, bullets, ordinals and task boxes. */
  private void skipMarkers() {
    while (line.position < line.limit && "> #\t\uFEFF\u00A0".indexOf(line.at(0)) >= 0) {
      line.position++;
    }
    skipBranch();
    if ("-*+•◦‣▪".indexOf(line.at(0)) >= 0 && line.isBlank(1)) {
      line.position += 2;
    }
    int digits = 0;
    while (digits < 4 && NumberLexer.isDigit(line.at(digits))) {
      digits++;
    }
    boolean ordinal = line.at(digits) == '.' || line.at(digits) == ')';
    if (digits > 0 && digits < 4 && ordinal && line.isBlank(digits + 1)) {
      line.position += digits + 2;
    }
  }

  /** Passes the branches before a leaf of a drawn tree. */
  private void skipBranch() {
    int i = line.position;
    boolean leaf = false;
    while (i < line.limit && (LineCursor.isBlank(line.charAt(i)) || isDrawing(line.charAt(i)))) {
      leaf |= "├└╰┗┣".indexOf(line.charAt(i)) >= 0;
      i++;
    }
    line.position = leaf ? i : line.position;
  }

  private static boolean isDrawing(char c) {
    return c >= '\u2500' && c <= '\u257F';
  }

  private void next() {
    char c = line.at(0);
    if (LineCursor.isBlank(c)) {
      blanks();
    } else if (NumberLexer.isDigit(c) || (c == '.' && startsDecimal())) {
      words.number();
    } else if (Character.isLetter(c) || c == '¢') {
      words.word();
    } else if (!markup.read(c) && !signs.read(c)) {
      other(c);
    }
  }

  /** Three blanks between words part columns of plain text. */
  private void blanks() {
    line.spaced = true;
    int start = line.position;
    while (line.position < line.limit && line.isBlank(0)) {
      line.position++;
    }
    boolean text =
        Character.isLetterOrDigit(line.at(0))
            || line.at(0) == '$'
            || ("=≈→".indexOf(line.at(0)) >= 0 && line.saysResult());
    if (line.position - start >= 3 && text && line.operandBefore()) {
      line.add(Kind.STOP, line.position, line.position);
      line.spaced = true;
    }
  }

  private boolean startsDecimal() {
    return NumberLexer.isDigit(line.at(1)) && !Character.isLetterOrDigit(line.before());
  }

  private void other(char c) {
    if (isDrawing(c)) {
      line.one(c == '│' || c == '┃' || c == '║' ? Kind.BAR : Kind.STOP);
      return;
    }
    int fraction = FRACTIONS.indexOf(c);
    if (fraction >= 0) {
      String value = FRACTIONS.substring(fraction + 1, c == '½' ? fraction + 4 : fraction + 5);
      line.number(line.position, line.position + 1, new BigDecimal(value));
      line.position++;
      return;
    }
    line.one(Kind.OTHER);
  }
}
