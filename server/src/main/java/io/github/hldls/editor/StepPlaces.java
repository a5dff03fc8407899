package io.github.hldls.editor;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which sections of a file are about which of the template's steps. */
final class StepPlaces {
  private StepPlaces() {}

  /** The outermost sections of a step, in document order. */
  static List<Passage> sections(Step step, FileView file) {
    FileFacts facts = file.facts();
    List<Passage> regions =
        file.result().facts().topic(step.id()).stream()
            .flatMap(use -> use.regions().stream())
            .map(facts::passage)
            .toList();
    if (!regions.isEmpty() || step.topic().isPresent()) {
      return regions;
    }
    List<Passage> found = new ArrayList<>();
    for (Passage section : Sections.of(facts)) {
      boolean inside = found.stream().anyMatch(f -> f.range().contains(section.range()));
      if (!inside
          && !isWholeFile(section, facts)
          && section.level() <= 3
          && facts.titleMentions(step.titles(), section)
          && namesBest(step, section, file)) {
        found.add(section);
      }
    }
    return found;
  }

  /** A heading such as "Failure scenarios" may name two steps: the one it names first has it. */
  private static boolean namesBest(Step step, Passage section, FileView file) {
    String title = Sections.title(file.facts(), section).toLowerCase(java.util.Locale.ROOT);
    for (Step other : file.steps()) {
      if (!other.equals(step)
          && other.topic().isEmpty()
          && file.facts().titleMentions(other.titles(), section)
          && title.contains(other.title().toLowerCase(java.util.Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  static boolean isWholeFile(Passage section, FileFacts facts) {
    return section.level() == 1
        && section.range().length() > facts.source().length() * 0.6
        && Sections.of(facts).indexOf(section) == 0;
  }

  /** The step that a section is about: its own, or that of the sections around it. */
  static Optional<Step> stepAt(FileView file, int offset) {
    Step found = null;
    int size = Integer.MAX_VALUE;
    for (Step step : file.steps()) {
      for (Passage section : sections(step, file)) {
        TextRange range = section.range();
        if (range.start() <= offset && offset <= range.end() && range.length() < size) {
          found = step;
          size = range.length();
        }
      }
    }
    return file.steps().size() == 1 ? Optional.of(file.steps().get(0)) : Optional.ofNullable(found);
  }

  /** The step of each section that is the outermost one of a step. */
  static Map<Passage, Step> stepBySection(FileView file) {
    Map<Passage, Step> steps = new HashMap<>();
    for (Step step : file.steps()) {
      sections(step, file).forEach(section -> steps.putIfAbsent(section, step));
    }
    return steps;
  }

  /** The rows for which a section is the evidence, by the section's title. */
  static Map<Passage, List<Requirement>> rowsBySection(FileView file) {
    Map<Passage, List<Requirement>> rows = new LinkedHashMap<>();
    for (Step step : file.steps()) {
      for (Requirement row : step.requirements()) {
        file.evidence(row)
            .flatMap(range -> sectionOf(file.facts(), range))
            .ifPresent(section -> rows.computeIfAbsent(section, s -> new ArrayList<>()).add(row));
      }
    }
    return rows;
  }

  /** The section that a piece of evidence is, or stands in. */
  static Optional<Passage> sectionOf(FileFacts facts, TextRange evidence) {
    return Sections.around(facts, evidence).filter(section -> !isWholeFile(section, facts));
  }
}
