package io.github.hldls.check;

import io.github.hldls.check.Finding.Related;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.facts.Statement;
import io.github.hldls.facts.Statements;
import io.github.hldls.template.Expression;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Template;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Decisions ("we chose X") and parameters ({@code TTL: 24 h}) without a reason near them. */
final class BareDecisions {
  /** What a rule's {@code check} says to be reported from here. */
  static final String CHECK = "decisions";

  /** So many words before and after a decision may give its reason. */
  private static final int BEFORE = 25;

  private static final int AFTER = 60;

  private BareDecisions() {}

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    List<Finding> findings = new ArrayList<>();
    for (Requirement rule : Rules.checkedBy(CHECK, template)) {
      for (FileFacts file : facts.files().values()) {
        List<TextRange> decisions =
            file.once(BareDecisions.class, "", () -> decisions(file, template));
        together(rule, file, "decision", "decisions", decisions, findings);
        together(rule, file, "parameter", "parameters", parameters(file, template), findings);
      }
    }
    return findings.size() > Rules.MOST ? findings.subList(0, Rules.MOST) : findings;
  }

  private static List<TextRange> decisions(FileFacts file, Template template) {
    List<TextRange> bare = new ArrayList<>();
    Expression grounds = template.phrase("grounds");
    int last = -1;
    for (int token : file.mentionsOf(template.phrase("decides"))) {
      int line = file.source().lineOf(file.tokens().start(token));
      Passage section = file.passage(section(file, token));
      int from = Math.max(file.tokens().firstFrom(section.range().start()), token - BEFORE);
      int to = Math.min(file.tokens().firstFrom(section.range().end()), token + AFTER);
      if (line != last
          && !file.isHeading(token)
          && !file.isCode(file.ownerOf(token))
          && file.count(grounds, from, to) == 0) {
        int end = file.source().line(line).end();
        bare.add(new TextRange(file.tokens().start(token), end));
      }
      last = line;
    }
    return bare;
  }

  /** Settings in a section that gives no reason for anything. */
  private static List<TextRange> parameters(FileFacts file, Template template) {
    List<TextRange> bare = new ArrayList<>();
    Expression grounds = template.phrase("grounds");
    for (Statement statement : Statements.of(file, template)) {
      int token = file.tokens().firstFrom(statement.range().start());
      if (statement.quantity().chosen()
          && !file.mentions(grounds, file.passage(section(file, token)))) {
        bare.add(statement.range());
      }
    }
    return bare;
  }

  private static int section(FileFacts file, int token) {
    int index = file.ownerOf(token);
    while (index > 0 && file.passage(index).kind() != Passage.Kind.SECTION) {
      index = file.passage(index).parent();
    }
    return index;
  }

  private static void together(
      Requirement rule,
      FileFacts file,
      String one,
      String several,
      List<TextRange> bare,
      List<Finding> findings) {
    if (bare.isEmpty()) {
      return;
    }
    List<Related> others =
        bare.subList(1, bare.size()).stream()
            .map(range -> new Related(file.file().path(), range, "No reason is near this, either"))
            .toList();
    String message =
        others.isEmpty()
            ? "No reason is given near this " + one + ". "
            : bare.size() + " " + several + " of this file have no reason near them. ";
    findings.add(
        new Finding(
            rule.id(),
            Severity.INFO,
            message + rule.satisfies(),
            file.file().path(),
            bare.get(0),
            List.of(),
            others,
            List.of()));
  }
}
