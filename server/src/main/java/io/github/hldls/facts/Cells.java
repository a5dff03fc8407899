package io.github.hldls.facts;

import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** The cells of a line of a table. */
final class Cells {
  private Cells() {}

  /** The texts between the bars, in order. */
  static List<TextRange> of(String text, TextRange line) {
    List<TextRange> cells = new ArrayList<>();
    int start = line.start();
    for (int i = line.start(); i <= line.end(); i++) {
      boolean ends =
          i == line.end() || (text.charAt(i) == '|' && text.charAt(i - 1 < 0 ? 0 : i - 1) != '\\');
      if (ends) {
        TextRange cell = trimmed(text, start, i);
        // What stands before the first bar and after the last is no cell.
        if (!cell.isEmpty() || (start > line.start() && i < line.end())) {
          cells.add(cell);
        }
        start = i + 1;
      }
    }
    return cells;
  }

  private static TextRange trimmed(String text, int from, int to) {
    int start = from;
    int end = Math.max(from, to);
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new TextRange(start, end);
  }

  /** The number of the cell that holds an offset; -1 for none. */
  static int indexAt(List<TextRange> cells, int offset) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).start() <= offset && offset < cells.get(i).end()) {
        return i;
      }
    }
    return -1;
  }
}
