package io.github.hldls.editor;

import io.github.hldls.facts.Passage;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A heading and what stands below it.
 *
 * @param name the heading
 * @param kind what it is to the template
 * @param detail its state in a few words; empty for none
 * @param range the whole section
 * @param title the heading's text
 * @param children in order
 */
public record Outline(
    String name,
    Kind kind,
    String detail,
    TextRange range,
    TextRange title,
    List<Outline> children) {

  public Outline {
    children = List.copyOf(children);
  }

  /** What a heading is to the template. */
  public enum Kind {
    DOCUMENT,
    STEP,
    REQUIREMENT,
    OTHER
  }

  /** The headings of a file as a tree. */
  public static List<Outline> of(FileView file) {
    List<Passage> sections = Sections.of(file.facts());
    Map<Passage, List<Requirement>> rows = StepPlaces.rowsBySection(file);
    return children(sections, 0, sections.size(), rows, file);
  }

  private static List<Outline> children(
      List<Passage> sections,
      int from,
      int to,
      Map<Passage, List<Requirement>> rows,
      FileView file) {
    List<Outline> nodes = new ArrayList<>();
    int i = from;
    while (i < to) {
      Passage section = sections.get(i);
      int next = i + 1;
      while (next < to && section.range().contains(sections.get(next).range())) {
        next++;
      }
      nodes.add(node(section, children(sections, i + 1, next, rows, file), rows, file));
      i = next;
    }
    return nodes;
  }

  private static Outline node(
      Passage section,
      List<Outline> children,
      Map<Passage, List<Requirement>> rows,
      FileView file) {
    String name = Sections.title(file.facts(), section);
    for (Step step : file.steps()) {
      if (StepPlaces.sections(step, file).contains(section)) {
        String detail = step.mention() + " · " + Progress.of(step, file).words();
        return new Outline(name, Kind.STEP, detail, section.range(), section.title(), children);
      }
    }
    if (StepPlaces.isWholeFile(section, file.facts())) {
      return new Outline(name, Kind.DOCUMENT, "", section.range(), section.title(), children);
    }
    List<Requirement> met = rows.getOrDefault(section, List.of());
    return met.isEmpty()
        ? new Outline(name, Kind.OTHER, "", section.range(), section.title(), children)
        : new Outline(
            name, Kind.REQUIREMENT, met.get(0).title(), section.range(), section.title(), children);
  }
}
