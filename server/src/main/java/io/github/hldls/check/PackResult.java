package io.github.hldls.check;

import io.github.hldls.facts.PackFacts;
import java.util.List;

/**
 * What the checker says of a pack.
 *
 * @param facts what it went by
 * @param verdicts one on each row of each step, in the template's order
 * @param findings by file and place
 */
public record PackResult(PackFacts facts, List<Verdict> verdicts, List<Finding> findings) {
  public PackResult {
    verdicts = List.copyOf(verdicts);
    findings = List.copyOf(findings);
  }
}
