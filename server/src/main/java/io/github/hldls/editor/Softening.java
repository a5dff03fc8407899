package io.github.hldls.editor;

import io.github.hldls.check.Finding;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.template.Severity;
import java.util.Optional;

/** Lets what is said about a section that is just being written matter less. */
public final class Softening {
  private Softening() {}

  /**
   * How much a finding matters while a file is being edited.
   *
   * @param edit the offset at which it was last edited
   */
  public static Severity severity(Finding finding, FileFacts file, int edit) {
    Optional<Passage> section = Sections.innermost(file, edit).filter(s -> s.level() > 1);
    boolean here =
        section.isPresent() && section.equals(Sections.innermost(file, finding.range().start()));
    return here && finding.fix().isEmpty() ? Severity.HINT : finding.severity();
  }
}
