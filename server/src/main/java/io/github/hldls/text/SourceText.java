package io.github.hldls.text;

import java.util.Arrays;

/**
 * A text and its lines. Lines end with {@code \n}, {@code \r\n} or {@code \r}, as in LSP and
 * CommonMark; offsets and columns are UTF-16 code units; lines, columns and offsets count from 0.
 * This is the only conversion between offsets and lines.
 */
public final class SourceText {
  private final String text;
  private final int[] lineStarts;

  public SourceText(String text) {
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[Math.max(16, text.length() / 32)];
    int count = 1;
    int feed = text.indexOf('\n');
    int carriage = text.indexOf('\r');
    while (feed >= 0 || carriage >= 0) {
      boolean isFeed = carriage < 0 || (feed >= 0 && feed < carriage);
      boolean isPair = !isFeed && feed == carriage + 1;
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      int next = (isFeed || isPair ? feed : carriage) + 1;
      starts[count++] = next;
      feed = isFeed || isPair ? text.indexOf('\n', next) : feed;
      carriage = isFeed ? carriage : text.indexOf('\r', next);
    }
    return Arrays.copyOf(starts, count);
  }

  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  /** At least 1: an empty text has one empty line. */
  public int lineCount() {
    return lineStarts.length;
  }

  public String substring(TextRange range) {
    return text.substring(range.start(), range.end());
  }

  /** The offset at which a line starts; the end of the text for {@code line == lineCount()}. */
  public int lineStart(int line) {
    return line == lineStarts.length ? text.length() : lineStarts[line];
  }

  /** The line's range without its line ending. */
  public TextRange line(int line) {
    int start = lineStart(line);
    int end = lineStart(line + 1);
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return new TextRange(start, end);
  }

  /** The text of a line without its line ending. */
  public String lineText(int line) {
    return substring(line(line));
  }

  /** The line that holds an offset; an offset past the end is on the last line. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, Math.max(0, Math.min(offset, text.length())));
    return found >= 0 ? found : -found - 2;
  }

  /** Where an offset is; an offset past the end is taken to be the end. */
  public LineColumn position(int offset) {
    int bounded = Math.max(0, Math.min(offset, text.length()));
    int line = lineOf(bounded);
    return new LineColumn(line, bounded - lineStarts[line]);
  }

  /** The offset of a place; a line or column past the end is taken to be the end, as LSP asks. */
  public int offset(LineColumn position) {
    if (position.line() >= lineCount()) {
      return text.length();
    }
    TextRange line = line(Math.max(0, position.line()));
    return Math.min(line.start() + Math.max(0, position.column()), line.end());
  }

  /** The whole lines {@code first} to {@code last}, without the last one's line ending. */
  public TextRange lines(int first, int last) {
    return new TextRange(lineStart(first), line(last).end());
  }
}
