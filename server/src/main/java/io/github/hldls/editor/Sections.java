package io.github.hldls.editor;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.facts.Passage.Kind;
import io.github.hldls.text.TextRange;
import java.util.List;
import java.util.Optional;

/** The headed sections of a file. */
final class Sections {
  private Sections() {}

  /** In document order, each before those inside it. */
  static List<Passage> of(FileFacts file) {
    return file.passages().stream().filter(Sections::isHeaded).toList();
  }

  private static boolean isHeaded(Passage passage) {
    return passage.kind() == Kind.SECTION && !passage.title().isEmpty();
  }

  /** The innermost section around an offset. */
  static Optional<Passage> innermost(FileFacts file, int offset) {
    Passage found = null;
    for (Passage section : file.passages()) {
      if (!isHeaded(section)) {
        continue;
      }
      if (section.range().start() > offset) {
        break;
      }
      int lineStart = file.source().lineStart(file.source().lineOf(section.range().start()));
      if (lineStart <= offset && offset <= end(section, file)) {
        found = section;
      }
    }
    return Optional.ofNullable(found);
  }

  /** The section whose heading stands on the line of an offset. */
  static Optional<Passage> headedAt(FileFacts file, int offset) {
    int line = file.source().lineOf(offset);
    return of(file).stream()
        .filter(section -> file.source().lineOf(section.title().start()) == line)
        .findFirst();
  }

  /** The innermost section around a range that is no larger than the range itself need be. */
  static Optional<Passage> around(FileFacts file, TextRange range) {
    Passage found = null;
    for (Passage section : of(file)) {
      if (section.range().contains(range)) {
        found = section;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Where a section ends: with the blank lines up to the next heading. */
  private static int end(Passage section, FileFacts file) {
    int end = section.range().end();
    String text = file.source().text();
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end == text.length() ? end : Math.max(section.range().end(), end - 1);
  }

  static String title(FileFacts file, Passage section) {
    return file.source().substring(section.title()).strip();
  }
}
