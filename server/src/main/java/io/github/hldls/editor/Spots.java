package io.github.hldls.editor;

import io.github.hldls.check.Finding;
import io.github.hldls.facts.Passage;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.text.TextRange;
import java.util.Optional;

/** Where a reader is taken who asks for a step, or for what is missing of it. */
public final class Spots {
  private Spots() {}

  /** The heading of a step's first section. */
  public static Optional<TextRange> of(Step step, FileView file) {
    return StepPlaces.sections(step, file).stream().findFirst().map(Passage::title);
  }

  /** Where the finding about a row stands; else the heading of its step, else of the file. */
  public static TextRange of(Requirement row, Step step, FileView file) {
    return file.findings().stream()
        .filter(finding -> finding.requirements().contains(row.id()))
        .map(Finding::range)
        .findFirst()
        .or(() -> of(step, file))
        .orElse(new TextRange(0, 0));
  }
}
