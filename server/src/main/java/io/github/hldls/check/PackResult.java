package io.github.hldls.check;

import io.github.hldls.facts.PackFacts;
import java.util.List;

/**
 * What the checker says of a pack.
 *
 * @param facts what it went by
 * @param verdicts one on each row of the template, in its order
 * @param findings those to tell of, by file and place
 * @param suppressed those that the files ask not to be told of
 * @param known those that the baseline knows
 * @param fixed how many that the baseline knows are there no more
 * @param failures what went wrong in the checker itself; empty unless it has a bug
 */
public record PackResult(
    PackFacts facts,
    List<Verdict> verdicts,
    List<Finding> findings,
    List<Suppressed> suppressed,
    List<Finding> known,
    int fixed,
    List<String> failures) {
  public PackResult {
    verdicts = List.copyOf(verdicts);
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    known = List.copyOf(known);
    failures = List.copyOf(failures);
  }
}
