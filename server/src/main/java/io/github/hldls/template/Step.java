package io.github.hldls.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of a template.
 *
 * @param id stable, such as {@code caching}
 * @param number as readers count it, from 1; 0 for a step that has no heading of its own, whose
 *     rows are sections of the file
 * @param title its heading
 * @param file the id of the file that holds it
 * @param parts its parts' headings by letter, in order; empty for a step without parts
 * @param titles what the heading of a section for this step says
 * @param topicOrNull see {@link #topic()}
 * @param requirements its rows, in order
 */
public record Step(
    String id,
    int number,
    String title,
    String file,
    Map<String, String> parts,
    Expression titles,
    @org.jspecify.annotations.Nullable Topic topicOrNull,
    List<Requirement> requirements) {

  public Step {
    parts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parts));
    requirements = List.copyOf(requirements);
  }

  /**
   * What the step is about, if it may be left out or is judged only where the file speaks of it.
   */
  public Optional<Topic> topic() {
    return Optional.ofNullable(topicOrNull);
  }

  public boolean isNumbered() {
    return number > 0;
  }

  /** Its title with its number, as a heading has them. */
  public String heading() {
    return isNumbered() ? "Step " + number + ": " + title : title;
  }

  /** The same in a sentence. */
  public String named() {
    return isNumbered() ? "Step " + number + " (" + title + ")" : title;
  }

  /** In few words inside a sentence. */
  public String mention() {
    return isNumbered() ? "step " + number : title;
  }

  /** Whether a row is the one that asks for a part of the step as such. */
  public boolean isPart(Requirement row, String letter) {
    return requirements.stream()
        .filter(other -> other.part().equals(letter))
        .findFirst()
        .filter(first -> first.id().equals(row.id()))
        .isPresent();
  }
}
