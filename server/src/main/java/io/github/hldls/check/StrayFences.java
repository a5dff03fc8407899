package io.github.hldls.check;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.markdown.FenceProblem;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Template;
import java.util.ArrayList;
import java.util.List;

/** {@code markdown/stray-fence}: code fences that open or close nothing and swallow the text. */
final class StrayFences {
  static final String RULE = "markdown/stray-fence";

  private StrayFences() {}

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    List<Finding> findings = new ArrayList<>();
    for (FileFacts file : facts.files().values()) {
      for (FenceProblem problem : file.file().markdown().fenceProblems()) {
        findings.add(
            new Finding(
                RULE,
                Severity.WARNING,
                message(problem),
                file.file().path(),
                problem.range(),
                List.of(),
                List.of(),
                List.of(problem.fix())));
      }
    }
    return findings;
  }

  private static String message(FenceProblem problem) {
    return switch (problem.kind()) {
      case STRAY ->
          "This code fence belongs to no pair: it turns the text after it into code. Remove it.";
      case UNCLOSED ->
          "This code block is never closed: it swallows the text after it. Add a closing fence.";
    };
  }
}
