package io.github.hldls.editor;

import io.github.hldls.facts.Passage;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Words above headings: how complete what follows is. */
public final class Lenses {
  private Lenses() {}

  /**
   * A lens.
   *
   * @param missing the ids of the rows that could be inserted
   */
  public record Lens(TextRange range, String words, List<String> missing) {
    public Lens {
      missing = List.copyOf(missing);
    }
  }

  public static List<Lens> of(FileView file) {
    List<Lens> lenses = new ArrayList<>();
    List<Passage> sections = Sections.of(file.facts());
    TextRange top = sections.isEmpty() ? new TextRange(0, 0) : sections.get(0).title();
    List<Requirement> all =
        file.steps().stream().flatMap(step -> step.requirements().stream()).toList();
    Progress whole = Progress.of(all.stream().map(file::verdict).toList());
    lenses.add(new Lens(top, whole.words(), missing(all, file)));
    for (Step step : file.steps()) {
      for (Passage section : StepPlaces.sections(step, file)) {
        if (!section.title().equals(top)) {
          lenses.add(
              new Lens(
                  section.title(),
                  Progress.of(step, file).words(),
                  missing(step.requirements(), file)));
          break;
        }
      }
    }
    return lenses;
  }

  private static List<String> missing(List<Requirement> rows, FileView file) {
    return rows.stream()
        .filter(row -> row.kind() != Kind.STATEMENT && Fixes.isMissing(file, row))
        .map(Requirement::id)
        .toList();
  }
}
