package io.github.hldls.editor;

import io.github.hldls.facts.Passage;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The order of a step's parts: A before B before C. */
final class Parts {
  private Parts() {}

  /** Whether a file has parts of a step side by side, but not in the template's order. */
  static boolean areMixedUp(Step step, FileView file) {
    List<Passage> parts = sections(step, file);
    boolean sideBySide = parts.stream().map(Passage::parent).distinct().count() == 1;
    return parts.size() > 1 && sideBySide && !parts.equals(byPlace(parts));
  }

  /** Each part's text goes where the part that is now in its place stands. */
  static List<MarkedEdit> inOrder(Step step, FileView file) {
    if (!areMixedUp(step, file)) {
      return List.of();
    }
    List<Passage> wanted = sections(step, file);
    List<Passage> places = byPlace(wanted);
    List<MarkedEdit> edits = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      if (!places.get(i).equals(wanted.get(i))) {
        String text = file.source().substring(wanted.get(i).range());
        edits.add(new MarkedEdit(places.get(i).range(), text, false));
      }
    }
    return edits;
  }

  private static List<Passage> byPlace(List<Passage> parts) {
    return parts.stream().sorted(Comparator.comparingInt(p -> p.range().start())).toList();
  }

  /** The sections that are a step's parts, in the template's order. */
  private static List<Passage> sections(Step step, FileView file) {
    return step.requirements().stream()
        .filter(row -> row.kind() == Kind.PART)
        .sorted(Comparator.comparing(Requirement::part))
        .flatMap(row -> section(row, file).stream())
        .distinct()
        .toList();
  }

  private static Optional<Passage> section(Requirement row, FileView file) {
    return Sections.of(file.facts()).stream()
        .filter(
            section ->
                file.verdict(row).evidence().stream()
                    .anyMatch(evidence -> evidence.range().equals(section.range())))
        .findFirst();
  }
}
