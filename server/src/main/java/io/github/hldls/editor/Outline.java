package io.github.hldls.editor;

import io.github.hldls.check.Status;
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
    return new Builder(
            sections, StepPlaces.stepBySection(file), StepPlaces.rowsBySection(file), file)
        .children(0, sections.size());
  }

  /** What is known of a file's sections, found once for all of them. */
  private record Builder(
      List<Passage> sections,
      Map<Passage, Step> steps,
      Map<Passage, List<Requirement>> rows,
      FileView file) {

    List<Outline> children(int from, int to) {
      List<Outline> nodes = new ArrayList<>();
      int i = from;
      while (i < to) {
        Passage section = sections.get(i);
        int next = i + 1;
        while (next < to && section.range().contains(sections.get(next).range())) {
          next++;
        }
        nodes.add(node(section, children(i + 1, next)));
        i = next;
      }
      return nodes;
    }

    private Outline node(Passage section, List<Outline> children) {
      Step step = steps.get(section);
      if (step != null) {
        String detail = step.mention() + " · " + Progress.of(step, file).words();
        return node(section, Kind.STEP, detail, children);
      }
      if (StepPlaces.isWholeFile(section, file.facts())) {
        return node(section, Kind.DOCUMENT, "", children);
      }
      List<Requirement> met = rows.getOrDefault(section, List.of());
      return met.isEmpty()
          ? node(section, Kind.OTHER, "", children)
          : node(section, Kind.REQUIREMENT, detail(met.get(0)), children);
    }

    private String detail(Requirement row) {
      return row.title() + (file.status(row) == Status.WEAK ? " · weak" : "");
    }

    private Outline node(Passage section, Kind kind, String detail, List<Outline> children) {
      String name = Sections.title(file.facts(), section);
      return new Outline(name, kind, detail, section.range(), section.title(), children);
    }
  }
}
