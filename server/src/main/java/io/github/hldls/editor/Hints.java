package io.github.hldls.editor;

import io.github.hldls.template.Requirement;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Words that a file does not hold: which requirements its headings meet, what its sums give. */
public final class Hints {
  private Hints() {}

  /**
   * A hint.
   *
   * @param rule the row it is about; empty for none
   */
  public record Hint(int offset, String words, String rule) {}

  /**
   * The results that calculations should have.
   *
   * @param all whether those that are as they are written are told, too
   */
  public static List<Hint> values(FileView file, TextRange range, boolean all) {
    return Sums.hints(file, range, all);
  }

  public static List<Hint> requirements(FileView file, TextRange range) {
    List<Hint> hints = new ArrayList<>();
    StepPlaces.rowsBySection(file)
        .forEach(
            (section, rows) -> {
              int end = section.title().end();
              if (range.start() <= end && end <= range.end()) {
                Requirement first = rows.get(0);
                String more = rows.size() > 1 ? " +" + (rows.size() - 1) : "";
                String mark = Progress.mark(file.status(first));
                hints.add(new Hint(end, mark + " " + first.id() + more, first.id()));
              }
            });
    return hints;
  }
}
