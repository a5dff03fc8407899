package io.github.hldls.check;

import io.github.hldls.check.Finding.Related;
import io.github.hldls.facts.Diagram;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Template;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Drawings that are broken, and those in a section without a sentence about them. */
final class BareDiagrams {
  /** What a rule's {@code check} says to be reported from here. */
  static final String CHECK = "diagrams";

  private BareDiagrams() {}

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    List<Finding> findings = new ArrayList<>();
    for (Requirement rule : Rules.checkedBy(CHECK, template)) {
      List<Finding> bare = new ArrayList<>();
      for (FileFacts file : facts.files().values()) {
        List<Diagram> alone = new ArrayList<>();
        for (Diagram diagram : Diagram.of(file, template)) {
          switch (diagram.state()) {
            case EMPTY ->
                findings.add(
                    broken(rule, file, diagram, "This diagram is empty. Draw it, or remove it."));
            case UNKNOWN ->
                findings.add(
                    broken(
                        rule,
                        file,
                        diagram,
                        "Mermaid knows no such diagram, so this is shown as an error. Begin with a"
                            + " type such as flowchart or sequenceDiagram."));
            case OPEN ->
                findings.add(
                    broken(rule, file, diagram, "A box of this diagram is never closed below."));
            case BARE -> alone.add(diagram);
            case EXPLAINED -> {}
          }
        }
        if (!alone.isEmpty()) {
          bare.add(bare(rule, file, alone));
        }
      }
      findings.addAll(bare);
    }
    return findings.size() > Rules.MOST ? findings.subList(0, Rules.MOST) : findings;
  }

  private static Finding broken(Requirement rule, FileFacts file, Diagram diagram, String message) {
    boolean sure = diagram.state() != Diagram.State.OPEN;
    return finding(
        rule, sure ? Severity.WARNING : Severity.INFO, message, file, diagram.line(), List.of());
  }

  /** One finding for all of a file: they tend to be many, or none. */
  private static Finding bare(Requirement rule, FileFacts file, List<Diagram> alone) {
    List<Related> others =
        alone.subList(1, alone.size()).stream()
            .map(
                d -> new Related(file.file().path(), d.line(), "Nothing explains this one, either"))
            .toList();
    String message =
        (others.isEmpty()
                ? "The section of this diagram has no sentence about it. "
                : alone.size()
                    + " diagrams of this file stand in sections without a sentence about them. ")
            + rule.satisfies();
    return finding(rule, Severity.INFO, message, file, alone.get(0).line(), others);
  }

  private static Finding finding(
      Requirement rule,
      Severity severity,
      String message,
      FileFacts file,
      TextRange range,
      List<Related> related) {
    return new Finding(
        rule.id(), severity, message, file.file().path(), range, List.of(), related, List.of());
  }
}
