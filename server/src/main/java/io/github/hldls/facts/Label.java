package io.github.hldls.facts;

import io.github.hldls.text.TextRange;
import java.util.Locale;
import java.util.Set;

/**
 * A piece of a line that names what follows it.
 *
 * @param kind how far it reaches
 * @param title its words, without marks
 */
record Label(Kind kind, TextRange title) {
  private static final int MAX_TITLE = 120;
  private static final int MAX_PLAIN_WORDS = 7;
  private static final int MAX_NUMBER = 9;
  private static final int MAX_ITEM_TITLE = 70;

  /** Who asks in a transcript of an interview. */
  private static final Set<String> ASKERS = Set.of("interviewer", "pushback", "challenge");

  /** How far a label reaches. */
  enum Kind {
    NONE,
    /** {@code STEP 7: CACHING} on a line of its own: a heading in all but its mark. */
    STEP,
    /** {@code A) CONCEPT} on a line of its own. */
    PART,
    /** A line of its own: up to the next one. */
    CAPTION,
    /** The beginning of a line: its paragraph and the list, table or code that follows. */
    LEAD_IN
  }

  private static Label none(TextRange line) {
    return new Label(Kind.NONE, new TextRange(line.start(), line.start()));
  }

  /**
   * The label that opens a line of a paragraph.
   *
   * @param line the line, without its ending
   * @param alone whether the paragraph has no other line
   */
  static Label at(String text, TextRange line, boolean alone) {
    TextRange trimmed = trim(text, line);
    if (trimmed.isEmpty()) {
      return none(line);
    }
    TextRange unquoted = withoutQuote(text, withoutNumber(text, trimmed));
    char mark = text.charAt(unquoted.start());
    if ((mark == '*' || mark == '_') && unquoted.length() > 2) {
      Label bold = bold(text, unquoted, mark);
      if (bold.kind() != Kind.NONE) {
        return bold;
      }
    }
    if (trimmed.length() <= MAX_TITLE) {
      if (alone && isStep(text, trimmed)) {
        return new Label(Kind.STEP, trimmed);
      }
      if (alone
          && isPart(text.substring(trimmed.start(), trimmed.end()))
          && isShouted(text, trimmed)) {
        return new Label(Kind.PART, trimmed);
      }
      if (alone && text.charAt(trimmed.end() - 1) == ':') {
        return new Label(Kind.LEAD_IN, new TextRange(trimmed.start(), trimmed.end() - 1));
      }
    }
    if (isQuestion(text, trimmed)) {
      return question(text, trimmed);
    }
    return plain(text, trimmed, alone);
  }

  /** A label without marks: a short line that stands alone, or a few words before a colon. */
  private static Label plain(String text, TextRange line, boolean alone) {
    if (!Character.isUpperCase(text.charAt(line.start()))) {
      return none(line);
    }
    int words = 1;
    for (int i = line.start(); i < line.end() && words <= MAX_PLAIN_WORDS; i++) {
      char c = text.charAt(i);
      words += c == ' ' ? 1 : 0;
      if (c == ':' && i + 1 < line.end() && text.charAt(i + 1) == ' ') {
        return isAsker(text.substring(line.start(), i))
            ? question(text, trim(text, new TextRange(i + 1, line.end())))
            : new Label(Kind.LEAD_IN, new TextRange(line.start(), i));
      }
    }
    boolean open =
        Character.isLetterOrDigit(text.charAt(line.end() - 1))
            || text.charAt(line.end() - 1) == ')';
    return alone && open && words <= MAX_PLAIN_WORDS ? new Label(Kind.CAPTION, line) : none(line);
  }

  /**
   * A line without the number before its emphasized beginning: {@code 4.2 **Why?**}, {@code (a)
   * *No.*}
   */
  private static TextRange withoutNumber(String text, TextRange line) {
    int limit = Math.min(line.end(), line.start() + MAX_NUMBER);
    int i = line.start();
    while (i < limit
        && (Character.isLetterOrDigit(text.charAt(i)) || ".()§".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    boolean emphasized =
        i > line.start()
            && i + 1 < line.end()
            && text.charAt(i) == ' '
            && (text.charAt(i + 1) == '*' || text.charAt(i + 1) == '_');
    return emphasized && isNumber(text.substring(line.start(), i))
        ? new TextRange(i + 1, line.end())
        : line;
  }

  /** {@code 4.2.1}, {@code 7)}, {@code (a)}, {@code Q3}: not a word. */
  private static boolean isNumber(String text) {
    return text.chars().filter(Character::isLetter).count() <= 1;
  }

  /** A line without the quotation mark before its bold beginning. */
  private static TextRange withoutQuote(String text, TextRange line) {
    boolean quoted =
        line.length() > 3
            && "\"'“„«‘".indexOf(text.charAt(line.start())) >= 0
            && text.charAt(line.start() + 1) == '*';
    return quoted ? new TextRange(line.start() + 1, line.end()) : line;
  }

  private static Label bold(String text, TextRange line, char mark) {
    int marks = text.charAt(line.start() + 1) == mark ? 2 : 1;
    String closing = String.valueOf(mark).repeat(marks);
    int start = line.start() + marks;
    int close = text.indexOf(closing, start);
    if (close <= start || close >= line.end() || close - start > MAX_TITLE) {
      return none(line);
    }
    TextRange title = trimMarks(text, new TextRange(start, close));
    TextRange rest = trimMarks(text, new TextRange(close + marks, line.end()));
    if (marks == 1 && !rest.isEmpty() && "?:.".indexOf(text.charAt(close - 1)) < 0) {
      return none(line);
    }
    if (rest.isEmpty() || rest.length() <= 2) {
      if (isStep(text, title)) {
        return new Label(Kind.STEP, title);
      }
      String words = text.substring(title.start(), title.end());
      return new Label(
          isPart(words) ? Kind.PART : isAnswer(words) ? Kind.LEAD_IN : Kind.CAPTION, title);
    }
    if (isAsker(text.substring(title.start(), title.end()))) {
      return question(text, rest);
    }
    return new Label(Kind.LEAD_IN, title);
  }

  /** Whether a label names the one who asks, as in a transcript: what follows is the question. */
  private static boolean isAsker(String title) {
    int end = 0;
    while (end < title.length() && Character.isLetter(title.charAt(end))) {
      end++;
    }
    return ASKERS.contains(title.substring(0, end).toLowerCase(Locale.ROOT));
  }

  private static Label question(String text, TextRange line) {
    int mark = text.indexOf('?', line.start());
    int end = mark < 0 || mark >= line.end() ? line.end() : mark + 1;
    return new Label(Kind.CAPTION, new TextRange(line.start(), end));
  }

  private static boolean isAnswer(String title) {
    return title.equalsIgnoreCase("answer")
        || title.equalsIgnoreCase("a")
        || title.equalsIgnoreCase("response");
  }

  /** Whether a title names a part: {@code A) ...} or {@code B. ...}. */
  static boolean isPart(String title) {
    return title.length() > 3
        && title.charAt(0) >= 'A'
        && title.charAt(0) <= 'F'
        && (title.charAt(1) == ')' || title.charAt(1) == '.')
        && title.charAt(2) == ' ';
  }

  private static boolean isStep(String text, TextRange line) {
    int i = line.start() + 4;
    return text.regionMatches(true, line.start(), "STEP ", 0, 5)
        && isShouted(text, line)
        && i + 1 < line.end()
        && Character.isDigit(text.charAt(i + 1));
  }

  /** Whether at least half of the letters are capitals. */
  private static boolean isShouted(String text, TextRange range) {
    int upper = 0;
    int letters = 0;
    for (int i = range.start(); i < range.end(); i++) {
      char c = text.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      upper += Character.isUpperCase(c) ? 1 : 0;
    }
    return letters > 3 && upper * 2 >= letters;
  }

  private static boolean isQuestion(String text, TextRange line) {
    return line.length() > 4
        && (text.startsWith("Q:", line.start())
            || (text.charAt(line.start()) == 'Q'
                && Character.isDigit(text.charAt(line.start() + 1))));
  }

  /**
   * The title of a list item: its bold lead-in, what stands before its colon or dash, or its first
   * line if more follows.
   */
  static TextRange ofItem(String text, TextRange line, boolean hasMore) {
    Label label = at(text, line, true);
    if (label.kind() != Kind.NONE) {
      return label.title();
    }
    int limit = Math.min(line.end(), line.start() + MAX_ITEM_TITLE);
    for (int i = line.start(); i < limit; i++) {
      char c = text.charAt(i);
      boolean ends =
          c == ':'
              || c == '—'
              || ((c == '-' || c == '–') && i > line.start() && text.charAt(i - 1) == ' ');
      if (ends && (i + 1 == line.end() || text.charAt(i + 1) == ' ')) {
        return trim(text, new TextRange(line.start(), i));
      }
    }
    return hasMore && line.length() <= MAX_TITLE ? line : new TextRange(line.start(), line.start());
  }

  /** The words of a caption in a code block, or an empty range. */
  static TextRange inCode(String text, TextRange line) {
    int start = line.start();
    int end = line.end();
    while (start < end && isDecoration(text.charAt(start))) {
      start++;
    }
    while (end > start && isDecoration(text.charAt(end - 1))) {
      end--;
    }
    TextRange nothing = new TextRange(start, start);
    if (end - start < 4 || end - start > 80 || !Character.isLetter(text.charAt(start))) {
      return nothing;
    }
    for (int i = start; i < end; i++) {
      if (isCode(text.charAt(i))) {
        return nothing;
      }
    }
    boolean colon = text.charAt(end - 1) == ':';
    TextRange words = new TextRange(start, colon ? end - 1 : end);
    boolean comment = isCommentMark(text.substring(line.start(), start).strip());
    return colon
            || comment
            || (isShouted(text, words) && text.substring(start, end).indexOf(' ') > 0)
        ? words
        : nothing;
  }

  /** Whether a character is one of statements, not of captions. */
  private static boolean isCode(char c) {
    return switch (c) {
      case '{', '}', ';', '=', '"', '<', '>', '$' -> true;
      default -> false;
    };
  }

  private static boolean isCommentMark(String mark) {
    return mark.equals("//") || mark.equals("#") || mark.equals("--") || mark.equals("/*");
  }

  private static boolean isDecoration(char c) {
    return c == ' '
        || c == '\t'
        || c == '/'
        || c == '#'
        || c == '-'
        || c == '*'
        || (c >= '\u2500' && c <= '\u259F');
  }

  private static TextRange trim(String text, TextRange range) {
    int start = range.start();
    int end = range.end();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new TextRange(start, end);
  }

  private static TextRange trimMarks(String text, TextRange range) {
    int start = range.start();
    int end = range.end();
    while (start < end && " \t:*_".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && " \t:*_".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return new TextRange(start, end);
  }
}
