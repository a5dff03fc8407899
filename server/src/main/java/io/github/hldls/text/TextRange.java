package io.github.hldls.text;

import org.jspecify.annotations.Nullable;

/**
 * A half-open span of a text, in UTF-16 code units counted from 0.
 *
 * @param start offset of the first character
 * @param end offset after the last character, at least {@code start}
 */
public record TextRange(int start, int end) {

  /**
   * @throws IllegalArgumentException if the offsets are negative or reversed
   */
  public TextRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  /** The same span of a text that begins {@code by} characters later; earlier if negative. */
  public TextRange moved(int by) {
    return by == 0 ? this : new TextRange(start + by, end + by);
  }

  public boolean isEmpty() {
    return start == end;
  }

  /** Whether {@code offset} lies in this range; the end does not. */
  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  public boolean contains(TextRange other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(TextRange other) {
    return start < other.end && other.start < end;
  }

  /** The smallest range that holds both. */
  public TextRange cover(TextRange other) {
    return new TextRange(Math.min(start, other.start), Math.max(end, other.end));
  }

  // The JDK would make these when they are first called, which takes longer than to read a file.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextRange o && start == o.start && end == o.end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }
}
