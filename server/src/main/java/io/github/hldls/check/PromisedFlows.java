package io.github.hldls.check;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Flows;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.template.Expression;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Headings that promise a simulation or a way out of a failure, over a text that has no steps. */
final class PromisedFlows {
  /** What a rule's {@code check} says to be reported from here, and the phrases of its titles. */
  private static final Map<String, String> CHECKS =
      Map.of("simulations", "simulation", "recoveries", "recovery");

  /** What has fewer steps is no run of events. */
  private static final int MIN_STEPS = 3;

  /** So many words tell a run of events, whatever their form. */
  private static final int TOLD = 20;

  private PromisedFlows() {}

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    List<Finding> findings = new ArrayList<>();
    CHECKS.forEach(
        (check, phrase) -> {
          for (Requirement rule : Rules.checkedBy(check, template)) {
            List<Finding> ofRule = new ArrayList<>();
            for (FileFacts file : facts.files().values()) {
              ofRule.addAll(of(rule, template.phrase(phrase), file, template));
            }
            findings.addAll(ofRule.subList(0, Math.min(Rules.MOST, ofRule.size())));
          }
        });
    return findings;
  }

  private static List<Finding> of(
      Requirement rule, Expression titles, FileFacts file, Template template) {
    List<Finding> findings = new ArrayList<>();
    int last = -1;
    for (int token : file.titleMentionsOf(titles)) {
      int index = file.ownerOf(token);
      Passage section = file.passage(index);
      // What is empty is told as such.
      if (index != last
          && section.kind() == Passage.Kind.SECTION
          && !file.isDocumentTitle(section)
          && file.proseWords(section) > 0
          && file.proseWords(section) < TOLD
          && !Unwritten.is(file, template, section)) {
        int steps = Flows.steps(file, section, template);
        if (steps < MIN_STEPS) {
          findings.add(finding(rule, file, section, steps));
        }
      }
      last = index;
    }
    return findings;
  }

  private static Finding finding(Requirement rule, FileFacts file, Passage section, int steps) {
    String title = file.source().substring(section.title());
    return new Finding(
        rule.id(),
        Severity.INFO,
        "\""
            + title
            + "\" promises a run of events and has "
            + (steps == 0 ? "no steps. " : steps == 1 ? "one step. " : "two steps. ")
            + rule.satisfies(),
        file.file().path(),
        section.title(),
        List.of(),
        List.of(),
        List.of());
  }
}
