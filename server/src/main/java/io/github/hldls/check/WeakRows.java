package io.github.hldls.check;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Template;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Says where a requirement is touched but not treated, unless a check of its own tells more. */
final class WeakRows {
  private WeakRows() {}

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    List<Finding> findings = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      Requirement row = verdict.requirement();
      boolean told =
          row.kind() == Kind.STATEMENT
              ? !Rules.checkedBy(UnstatedSteps.CHECK, template).isEmpty()
              : row.step().isEmpty() && !row.check().isEmpty();
      if (verdict.status() == Status.WEAK && !told && !verdict.evidence().isEmpty()) {
        findings.add(finding(verdict));
      }
    }
    return findings;
  }

  private static Finding finding(Verdict verdict) {
    Requirement row = verdict.requirement();
    Verdict.Evidence evidence = verdict.evidence().get(0);
    return new Finding(
        row.id(),
        Severity.INFO,
        row.title() + " is only touched here. " + row.satisfies(),
        evidence.file().path(),
        firstLine(evidence.file().markdown().source(), evidence.range()),
        List.of(row.id()),
        List.of(),
        List.of());
  }

  /** The part of a range on its first line. */
  static TextRange firstLine(SourceText source, TextRange range) {
    int end = source.line(source.lineOf(range.start())).end();
    return new TextRange(range.start(), Math.max(range.start(), Math.min(range.end(), end)));
  }

  static TextRange firstLine(FileFacts file, TextRange range) {
    return firstLine(file.source(), range);
  }
}
