package io.github.hldls.editor;

import io.github.hldls.template.Requirement;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Words after headings: which requirements they meet. */
public final class Hints {
  private Hints() {}

  /** A hint at an offset. */
  public record Hint(int offset, String words, String rule) {}

  public static List<Hint> requirements(FileView file, TextRange range) {
    List<Hint> hints = new ArrayList<>();
    StepPlaces.rowsBySection(file)
        .forEach(
            (section, rows) -> {
              int end = section.title().end();
              if (range.start() <= end && end <= range.end()) {
                Requirement first = rows.get(0);
                String more = rows.size() > 1 ? " +" + (rows.size() - 1) : "";
                hints.add(new Hint(end, "✓ " + first.id() + more, first.id()));
              }
            });
    return hints;
  }
}
