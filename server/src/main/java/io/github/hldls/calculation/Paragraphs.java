package io.github.hldls.calculation;

import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the lines of a paragraph that only its width parts, so that a calculation may go on from
 * one to the next. Lines that somebody broke on purpose, one calculation on each, stay apart.
 */
final class Paragraphs {
  private static final int NARROW = 50;
  private static final int MAX_LINES = 12;
  private static final int MAX_LABEL = 40;
  private static final String MARKS = " \t*_`>";

  private Paragraphs() {}

  /**
   * Marks each line that is read as one with the line before, and makes the break between them a
   * blank in the text.
   */
  static void join(SourceText source, char[] text, TextRange paragraph, BitSet joined) {
    int first = source.lineOf(paragraph.start());
    int last = source.lineOf(paragraph.end());
    int width = 0;
    for (int i = first; i < last; i++) {
      width = Math.max(width, length(source.line(i)));
    }
    int lines = 1;
    for (int i = first; i < last; i++) {
      TextRange line = source.line(i);
      TextRange next = source.line(i + 1);
      int word = skip(text, next.start(), next.end(), MARKS);
      boolean full = length(line) >= NARROW && length(line) + wordLength(text, word, next) >= width;
      boolean goesOn = full && !endsSentence(text, line) && !isLabelled(text, word, next);
      boolean inOne =
          lines < MAX_LINES && (goesOn || isOpen(text, line)) && isPlain(text, line, next);
      lines = inOne ? lines + 1 : 1;
      if (inOne) {
        joined.set(i + 1);
        text[line.end()] = ' ';
        // More than one blank may part columns; a mark never does.
        Arrays.fill(text, line.end() + 1, word, '`');
      }
    }
  }

  private static int length(TextRange line) {
    return line.end() - line.start();
  }

  private static int skip(char[] text, int from, int end, String passed) {
    int i = from;
    while (i < end && passed.indexOf(text[i]) >= 0) {
      i++;
    }
    return i;
  }

  private static int wordLength(char[] text, int from, TextRange line) {
    int i = from;
    while (i < line.end() && text[i] != ' ') {
      i++;
    }
    return i - line.start();
  }

  private static int lastOf(char[] text, TextRange line) {
    int i = line.end() - 1;
    while (i > line.start() && "*_`\"".indexOf(text[i]) >= 0) {
      i--;
    }
    return Math.max(i, line.start());
  }

  private static boolean endsSentence(char[] text, TextRange line) {
    return ".!?:;".indexOf(text[lastOf(text, line)]) >= 0;
  }

  /** Whether a sign at the end of a line waits for the result. */
  private static boolean isOpen(char[] text, TextRange line) {
    return length(line) > 0 && "=≈×÷".indexOf(text[line.end() - 1]) >= 0;
  }

  /** Whether a line begins with a few words that name what stands behind their colon or sign. */
  private static boolean isLabelled(char[] text, int from, TextRange line) {
    if (from < line.end() && !Character.isUpperCase(text[from])) {
      return false;
    }
    for (int i = from; i < Math.min(line.end(), from + MAX_LABEL); i++) {
      if (text[i] == ':' || text[i] == '=' || text[i] == '≈') {
        return true;
      } else if (text[i] == ',' || text[i] == '.') {
        return false;
      }
    }
    return false;
  }

  /** Whether neither line is drawn, and no sign breaks the first one on purpose. */
  private static boolean isPlain(char[] text, TextRange line, TextRange next) {
    int end = line.end();
    if (length(line) < 2
        || text[end - 1] == '\\'
        || (text[end - 1] == ' ' && text[end - 2] == ' ')) {
      return false;
    }
    for (int i = line.start(); i < next.end(); i++) {
      if (text[i] == '|' || (text[i] >= '\u2500' && text[i] <= '\u257F')) {
        return false;
      }
    }
    return true;
  }
}
