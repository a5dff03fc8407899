package io.github.hldls.editor;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The names by which links reach headings, made as GitHub makes them. */
final class Anchors {
  private Anchors() {}

  /** Headings by anchor, in document order; a repeated one ends with a number. */
  static Map<String, Passage> of(FileFacts file) {
    Map<String, Passage> anchors = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Passage section : Sections.of(file)) {
      String slug = slug(Sections.title(file, section));
      int times = seen.merge(slug, 1, Integer::sum);
      anchors.putIfAbsent(times == 1 ? slug : slug + "-" + (times - 1), section);
    }
    return anchors;
  }

  static String slug(String title) {
    StringBuilder slug = new StringBuilder();
    title
        .replaceAll("[`*]", "")
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                slug.appendCodePoint(c);
              } else if (c == ' ') {
                slug.append('-');
              }
            });
    return slug.toString();
  }
}
