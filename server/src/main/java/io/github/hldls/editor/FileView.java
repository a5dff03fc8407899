package io.github.hldls.editor;

import io.github.hldls.check.Finding;
import io.github.hldls.check.PackResult;
import io.github.hldls.check.Status;
import io.github.hldls.check.Verdict;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * A file of a checked pack: what nearly every answer to an editor starts from.
 *
 * @param catalogue what the pack was held against
 * @param result what the checker says of the pack
 * @param facts what the file says
 */
public record FileView(Catalogue catalogue, PackResult result, FileFacts facts) {

  /** A file of a pack; empty if the pack has none in that role. */
  public static Optional<FileView> of(Catalogue catalogue, PackResult result, FileRole role) {
    return result.facts().file(role.id()).map(facts -> new FileView(catalogue, result, facts));
  }

  public SourceText source() {
    return facts.source();
  }

  String text() {
    return facts.source().text();
  }

  /** A text whose lines end as the first one of the file does. */
  String withLineEnds(String lines) {
    int first = text().indexOf('\n');
    boolean pairs = first > 0 && text().charAt(first - 1) == '\r';
    return pairs ? lines.replace("\r\n", "\n").replace("\n", "\r\n") : lines;
  }

  FileRole role() {
    return facts.file().role();
  }

  String path() {
    return facts.file().path();
  }

  List<Step> steps() {
    return catalogue.template().stepsIn(role());
  }

  List<Finding> findings() {
    return result.findings().stream().filter(f -> f.file().equals(path())).toList();
  }

  Verdict verdict(Requirement row) {
    for (Verdict verdict : result.verdicts()) {
      if (verdict.requirement().id().equals(row.id())) {
        return verdict;
      }
    }
    return new Verdict(row, Status.NOT_APPLICABLE, List.of());
  }

  Status status(Requirement row) {
    return verdict(row).status();
  }

  /** The rows of a step that are missing, in order. */
  List<Requirement> missing(Step step) {
    return step.requirements().stream().filter(row -> status(row) == Status.MISSING).toList();
  }

  /** The rows of a step that the checker asks for. */
  List<Requirement> asked(Step step) {
    return step.requirements().stream()
        .filter(row -> status(row) != Status.NOT_APPLICABLE)
        .toList();
  }

  /** Where a row's best evidence in this file stands. */
  Optional<TextRange> evidence(Requirement row) {
    return verdict(row).evidence().stream()
        .filter(evidence -> evidence.file().path().equals(path()))
        .map(Verdict.Evidence::range)
        .findFirst();
  }

  /** A row's step. */
  Optional<Step> stepOf(Requirement row) {
    return catalogue.template().step(row.step());
  }
}
