package io.github.hldls.text;

import java.util.Comparator;
import java.util.List;

/**
 * A replacement of a range of a text.
 *
 * @param range what goes; empty for an insertion
 * @param newText what comes instead
 */
public record TextEdit(TextRange range, String newText) {
  // An insertion comes before the replacement of what follows it.
  private static final Comparator<TextEdit> IN_TEXT_ORDER =
      (a, b) -> {
        int byStart = Integer.compare(a.range().start(), b.range().start());
        return byStart != 0 ? byStart : Integer.compare(a.range().end(), b.range().end());
      };

  public static TextEdit insert(int offset, String text) {
    return new TextEdit(new TextRange(offset, offset), text);
  }

  /**
   * The text after {@code edits}, whose ranges all refer to the text before and do not overlap.
   * Insertions at the same offset keep their order.
   *
   * @throws IllegalArgumentException if two ranges overlap
   */
  public static String apply(String text, List<TextEdit> edits) {
    if (edits.size() == 1) {
      TextRange range = edits.get(0).range();
      return text.substring(0, range.start())
          .concat(edits.get(0).newText())
          .concat(text.substring(range.end()));
    }
    List<TextEdit> sorted = edits.stream().sorted(IN_TEXT_ORDER).toList();
    StringBuilder result = new StringBuilder(text.length());
    int done = 0;
    for (TextEdit edit : sorted) {
      if (edit.range().start() < done) {
        throw new IllegalArgumentException("overlapping edit at " + edit.range());
      }
      result.append(text, done, edit.range().start()).append(edit.newText());
      done = edit.range().end();
    }
    return result.append(text, done, text.length()).toString();
  }
}
