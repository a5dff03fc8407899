package io.github.hldls.check;

import io.github.hldls.pack.PackFile;
import io.github.hldls.template.Requirement;
import io.github.hldls.text.TextRange;
import java.util.List;

/**
 * How a pack stands to one requirement.
 *
 * @param evidence where it meets it, best first; empty if it is missing
 */
public record Verdict(Requirement requirement, Status status, List<Evidence> evidence) {
  public Verdict {
    evidence = List.copyOf(evidence);
  }

  /** The same row, if nobody asks for it. */
  Verdict notAsked() {
    return new Verdict(requirement, Status.NOT_APPLICABLE, evidence);
  }

  /** A passage that meets a requirement. */
  public record Evidence(PackFile file, TextRange range) {}
}
