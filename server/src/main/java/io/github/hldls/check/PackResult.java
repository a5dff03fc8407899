package io.github.hldls.check;

import io.github.hldls.facts.PackFacts;
import java.util.List;

/**
 * What the checker says of a pack.
 *
 * @param facts what it went by
 * @param verdicts one on each row of the template, in its order
 * @param findings by file and place
 * @param failures what went wrong in the checker itself; empty unless it has a bug
 */
public record PackResult(
    PackFacts facts, List<Verdict> verdicts, List<Finding> findings, List<String> failures) {
  public PackResult {
    verdicts = List.copyOf(verdicts);
    findings = List.copyOf(findings);
    failures = List.copyOf(failures);
  }
}
