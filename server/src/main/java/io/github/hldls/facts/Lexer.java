package io.github.hldls.facts;

/** Splits a text into {@link Tokens}. */
final class Lexer {
  private final String source;
  private final char[] text;
  private final WordTable words;
  private final Tokens tokens;
  private boolean broken = true;

  /** Where the text's last comment ends; -1 until it is known. */
  private int lastCommentEnd = -1;

  private Lexer(String text, Vocabulary vocabulary) {
    this.source = text;
    this.text = text.toCharArray();
    this.words = vocabulary.words();
    this.tokens = new Tokens(text.length() / 6);
  }

  static Tokens tokens(String text, Vocabulary vocabulary) {
    return new Lexer(text, vocabulary).run();
  }

  private Tokens run() {
    int i = 0;
    int length = text.length;
    while (i < length) {
      char c = text[i];
      if (isDigit(c)) {
        i = number(i);
      } else if (isLetter(c)) {
        i = word(i);
      } else if (c == '<' && source.startsWith("<!--", i)) {
        // A comment is not part of what the file says.
        i = commentEnd(i);
      } else {
        broken |= separates(i, c);
        i++;
      }
    }
    return tokens;
  }

  private int commentEnd(int start) {
    if (lastCommentEnd < 0) {
      lastCommentEnd = Math.max(0, source.lastIndexOf("-->"));
    }
    return start > lastCommentEnd ? start + 4 : source.indexOf("-->", start) + 3;
  }

  private boolean separates(int i, char c) {
    if (c == '|' || c == '│') {
      return true;
    }
    if (c == '.' || c == '!' || c == '?') {
      return endsSentence(i + 1);
    }
    boolean ends = c == '\n' || (c == '\r' && !source.startsWith("\n", i + 1));
    return ends && i + 1 < text.length && startsBlock(i + 1);
  }

  /** Whether what follows a full stop begins anew; after "e.g." or "vs." it goes on small. */
  private boolean endsSentence(int after) {
    if (after == text.length) {
      return true;
    }
    boolean space = Character.isWhitespace(text[after]);
    return space && (after + 1 == text.length || !Character.isLowerCase(text[after + 1]));
  }

  /** Whether a line is blank or opens with a list marker, a number of a list, or a heading. */
  private boolean startsBlock(int line) {
    int i = line;
    while (i < text.length && (text[i] == ' ' || text[i] == '\t')) {
      i++;
    }
    if (i == text.length) {
      return true;
    }
    char c = text[i];
    return c == '\n'
        || c == '\r'
        || c == '-'
        || c == '#'
        || c == '*'
        || c == '•'
        || isListNumber(i);
  }

  private boolean isListNumber(int start) {
    int i = start;
    while (i < text.length && isDigit(text[i])) {
      i++;
    }
    return i > start && (source.startsWith(". ", i) || source.startsWith(") ", i));
  }

  private int number(int start) {
    int i = start + 1;
    while (i < text.length) {
      char c = text[i];
      boolean inside = (c == ',' || c == '.') && i + 1 < text.length && isDigit(text[i + 1]);
      if (!isDigit(c) && !inside) {
        break;
      }
      i++;
    }
    add(start, i, words.number(text, start, i));
    return i;
  }

  private int word(int start) {
    // Not the one small letter of "gRPC" or "mTLS".
    boolean isHump = start > 0 && isLetter(text[start - 1]);
    boolean splits = isHump || (isSmall(start) && isSmall(start + 1));
    int i = start;
    int hash = 0;
    while (i < text.length) {
      char c = text[i];
      if (isLetter(c)) {
        if (splits && i > start && isCapital(c) && isSmall(i - 1)) {
          break;
        }
      } else if (!isDigit(c) && !isApostropheInside(c, i)) {
        break;
      }
      hash = 31 * hash + c;
      i++;
    }
    add(start, i, words.word(text, start, i, hash));
    return i;
  }

  private boolean isSmall(int i) {
    if (i >= text.length) {
      return false;
    }
    char c = text[i];
    return c < 128 ? c >= 'a' && c <= 'z' : Character.isLowerCase(c);
  }

  private static boolean isCapital(char c) {
    return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
  }

  private boolean isApostropheInside(char c, int i) {
    return (c == '\'' || c == '’') && i + 1 < text.length && isLetter(text[i + 1]);
  }

  private void add(int start, int end, Word word) {
    tokens.add(start, end, word, broken);
    broken = false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c < 128 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : Character.isLetter(c);
  }
}
