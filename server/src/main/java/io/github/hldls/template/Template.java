package io.github.hldls.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a pack must hold.
 *
 * @param name of the template
 * @param files the files of a pack, in order
 * @param steps the steps, in order
 * @param rules the rows that hold for every file
 * @param findings the rules that the program adds to every template
 * @param rowFiles the names of the files of rows, without ending
 * @param technologies the products that it knows by name
 * @param technologyNames finds them in texts
 * @param phrases what the checks look for, by the name that they know it by
 * @param quantities what must be the same wherever it is stated
 * @param placeholder what stands in a text that is still to be written
 * @param likeness which words are typical of what meets its rows
 */
public record Template(
    String name,
    List<FileRole> files,
    List<Step> steps,
    List<Requirement> rules,
    List<Requirement> findings,
    List<String> rowFiles,
    List<Technology> technologies,
    TechnologyNames technologyNames,
    Map<String, Expression> phrases,
    List<Quantity> quantities,
    Expression placeholder,
    Likeness likeness) {

  public Template {
    files = List.copyOf(files);
    steps = List.copyOf(steps);
    rules = List.copyOf(rules);
    findings = List.copyOf(findings);
    rowFiles = List.copyOf(rowFiles);
    technologies = List.copyOf(technologies);
    quantities = List.copyOf(quantities);
    phrases = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(phrases));
  }

  /** What a check looks for; nothing if the template does not say. */
  public Expression phrase(String name) {
    return phrases.getOrDefault(name, Expression.NONE);
  }

  /** The rows of all steps, then the rules about every file. */
  public List<Requirement> requirements() {
    List<Requirement> all = new ArrayList<>();
    for (Step step : steps) {
      all.addAll(step.requirements());
    }
    all.addAll(rules);
    return all;
  }

  public List<Step> stepsIn(FileRole file) {
    return steps.stream().filter(step -> step.file().equals(file.id())).toList();
  }

  public Optional<Step> step(String id) {
    for (Step step : steps) {
      if (step.id().equals(id)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  public Optional<Requirement> requirement(String id) {
    return requirements().stream().filter(row -> row.id().equals(id)).findFirst();
  }

  public Optional<FileRole> file(String id) {
    return files.stream().filter(file -> file.id().equals(id)).findFirst();
  }

  /** The role of a file by its name. */
  public Optional<FileRole> role(String fileName) {
    return files.stream().filter(file -> file.isCalled(fileName)).findFirst();
  }

  /** Whether each file is a pack of its own. */
  public boolean isPerFile() {
    return files.stream().anyMatch(FileRole::isPattern);
  }

  /** Every id that a finding may have. */
  public List<String> ruleIds() {
    return Stream.concat(requirements().stream(), findings.stream()).map(Requirement::id).toList();
  }
}
