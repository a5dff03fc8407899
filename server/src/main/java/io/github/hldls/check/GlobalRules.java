package io.github.hldls.check;

import io.github.hldls.facts.PackFacts;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules about every file, as far as they follow from the rows of the steps. */
final class GlobalRules {
  private GlobalRules() {}

  /** A verdict on each global rule: it is kept as far as the rows that it follows from are met. */
  static List<Verdict> judge(Template template, PackFacts facts, List<Verdict> rows) {
    return template.rules().stream().map(rule -> judge(rule, template, facts, rows)).toList();
  }

  private static Verdict judge(
      Requirement rule, Template template, PackFacts facts, List<Verdict> rows) {
    if (!rule.forbids().isEmpty()) {
      boolean broken = !Deferrals.of(rule, template.phrase("within"), facts).isEmpty();
      return new Verdict(rule, broken ? Status.WEAK : Status.MET, List.of());
    }
    Set<String> follows = new HashSet<>(rule.follows());
    List<Verdict> followed =
        rows.stream()
            .filter(v -> follows.contains(v.requirement().id()))
            .filter(v -> v.status() != Status.NOT_APPLICABLE)
            .toList();
    long missing = followed.stream().filter(v -> v.status() == Status.MISSING).count();
    boolean wrong =
        rule.check().equals(WrongCalculations.CHECK)
            && facts.files().values().stream().anyMatch(f -> !WrongCalculations.wrong(f).isEmpty());
    Status status =
        missing == 0 && !wrong
            ? Status.MET
            : missing == followed.size() ? Status.MISSING : Status.WEAK;
    return new Verdict(
        rule, status, followed.stream().flatMap(v -> v.evidence().stream().limit(1)).toList());
  }
}
