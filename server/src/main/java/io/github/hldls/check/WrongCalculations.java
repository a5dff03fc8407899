package io.github.hldls.check;

import io.github.hldls.calculation.Calculation;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Template;
import io.github.hldls.text.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** Calculations whose result is not what their operands give, for the rule that asks for it. */
final class WrongCalculations {
  /** What a rule's {@code check} says to be reported from here. */
  static final String CHECK = "calculations";

  private WrongCalculations() {}

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    List<Finding> findings = new ArrayList<>();
    for (Requirement rule : template.rules()) {
      if (rule.check().equals(CHECK)) {
        for (FileFacts file : facts.files().values()) {
          wrong(file).forEach(calculation -> findings.add(finding(rule, file, calculation)));
        }
      }
    }
    return findings;
  }

  static List<Calculation> wrong(FileFacts file) {
    return file.calculations().stream()
        .filter(
            calculation ->
                switch (calculation.verdict()) {
                  case WRONG -> true;
                  case OK, ROUNDED, UNCLEAR -> false;
                })
        .toList();
  }

  private static Finding finding(Requirement rule, FileFacts file, Calculation calculation) {
    return new Finding(
        rule.id(),
        Severity.WARNING,
        "This does not add up: " + calculation.working() + ".",
        file.file().path(),
        calculation.claimedRange(),
        List.of(),
        List.of(),
        calculation.replacement().stream()
            .map(text -> new TextEdit(calculation.claimedRange(), text))
            .toList());
  }
}
