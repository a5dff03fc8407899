package io.github.hldls.editor;

import io.github.hldls.check.Finding;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.template.Severity;
import java.util.Optional;

/** Lets what is said about a section that is just being written matter less. */
public final class Softening {
  private final FileFacts file;
  private final Optional<Passage> section;

  /**
   * @param file the file that is being edited
   * @param edit the offset at which it was last edited
   */
  public Softening(FileFacts file, int edit) {
    this.file = file;
    this.section = Sections.innermost(file, edit).filter(s -> s.level() > 1);
  }

  /** How much a finding of the file matters while it is being edited. */
  public Severity severity(Finding finding) {
    boolean here =
        section.isPresent() && section.equals(Sections.innermost(file, finding.range().start()));
    return here && finding.fix().isEmpty() ? Severity.HINT : finding.severity();
  }
}
