package io.github.hldls.lsp;

import io.github.hldls.text.LineColumn;
import io.github.hldls.text.SourceText;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.lsp4j.Position;

/** What the columns of positions count. */
enum Encoding {
  UTF_8("utf-8"),
  UTF_16("utf-16"),
  UTF_32("utf-32");

  private final String label;

  Encoding(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static Optional<Encoding> named(String name) {
    return Arrays.stream(values()).filter(e -> e.label.equals(name)).findFirst();
  }

  Position position(SourceText source, int offset) {
    LineColumn place = source.position(offset);
    int start = source.lineStart(place.line());
    int column =
        this == UTF_16 ? place.column() : units(source.text(), start, start + place.column());
    return new Position(place.line(), column);
  }

  private int units(String text, int start, int end) {
    int units = 0;
    for (int i = start; i < end; ) {
      int c = text.codePointAt(i);
      units += width(c);
      i += Character.charCount(c);
    }
    return units;
  }

  private int width(int codePoint) {
    return switch (this) {
      case UTF_8 -> codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      case UTF_16 -> Character.charCount(codePoint);
      case UTF_32 -> 1;
    };
  }

  /** The offset of a position; one past the end of its line or text is taken to be that end. */
  int offset(SourceText source, Position position) {
    int line = position.getLine();
    int column = position.getCharacter();
    if (this == UTF_16 || line < 0 || line >= source.lineCount()) {
      return source.offset(new LineColumn(line, column));
    }
    int end = source.line(line).end();
    int i = source.lineStart(line);
    for (int units = 0; i < end && units < column; ) {
      int c = source.text().codePointAt(i);
      units += width(c);
      if (units > column) {
        break; // in the middle of a character: its start
      }
      i += Character.charCount(c);
    }
    return Math.min(i, end);
  }
}
