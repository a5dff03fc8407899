package io.github.hldls.check;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.template.Expression;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Template;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Words that a rule forbids, such as pointing to another file for what belongs here. */
final class Deferrals {
  private Deferrals() {}

  /** So many words ahead it may be said that the place is in the same file. */
  private static final int NEAR = 12;

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    List<Finding> findings = new ArrayList<>();
    for (Requirement rule : template.rules()) {
      findings.addAll(of(rule, template.phrase("within"), facts));
    }
    return findings;
  }

  static List<Finding> of(Requirement rule, Expression within, PackFacts facts) {
    List<Finding> findings = new ArrayList<>();
    if (rule.forbids().isEmpty()) {
      return findings;
    }
    for (FileFacts file : facts.files().values()) {
      int told = -1;
      for (int token : file.mentionsOf(rule.forbids())) {
        int at = file.source().lineOf(file.tokens().start(token));
        boolean here = file.count(within, token, token + NEAR) > 0;
        boolean code = file.isCode(file.ownerOf(token));
        if (at == told || here || code || findings.size() == Rules.MOST) {
          continue;
        }
        told = at;
        TextRange word = new TextRange(file.tokens().start(token), file.tokens().end(token));
        TextRange line = file.source().line(file.source().lineOf(word.start()));
        findings.add(
            new Finding(
                rule.id(),
                Severity.INFO,
                "This defers to another place. " + rule.satisfies(),
                file.file().path(),
                new TextRange(word.start(), line.end()),
                List.of(),
                List.of(),
                List.of()));
      }
    }
    return findings;
  }
}
