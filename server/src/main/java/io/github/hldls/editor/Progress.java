package io.github.hldls.editor;

import io.github.hldls.check.PackResult;
import io.github.hldls.check.Status;
import io.github.hldls.check.Verdict;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How complete something is. Rows that do not apply are not counted.
 *
 * @param met rows that are met
 * @param weak rows that are touched
 * @param missing rows that are missing
 */
public record Progress(int met, int weak, int missing) {

  static Progress of(Step step, FileView file) {
    return of(step.requirements().stream().map(file::verdict).toList());
  }

  /** Of a whole pack. */
  public static Progress of(PackResult result) {
    return of(result.verdicts().stream().filter(v -> !v.requirement().step().isEmpty()).toList());
  }

  static Map<FileRole, Progress> byFile(FileView file) {
    Map<FileRole, Progress> all = new LinkedHashMap<>();
    for (FileRole role : file.catalogue().template().files()) {
      all.put(
          role,
          of(
              file.catalogue().template().stepsIn(role).stream()
                  .flatMap(step -> step.requirements().stream())
                  .map((Requirement row) -> file.verdict(row))
                  .toList()));
    }
    return all;
  }

  /** Of some verdicts. */
  public static Progress of(List<Verdict> verdicts) {
    return new Progress(
        count(verdicts, Status.MET), count(verdicts, Status.WEAK), count(verdicts, Status.MISSING));
  }

  private static int count(List<Verdict> verdicts, Status status) {
    return (int) verdicts.stream().filter(verdict -> verdict.status() == status).count();
  }

  /** The sign for a row's state. */
  static String mark(Status status) {
    return switch (status) {
      case MET -> "✓";
      case WEAK -> "~";
      case MISSING -> "✗";
      case NOT_APPLICABLE -> "–";
    };
  }

  public int total() {
    return met + weak + missing;
  }

  /** Such as {@code 9/18 · 3 missing}. */
  public String words() {
    return total() == 0
        ? "not applicable"
        : met
            + "/"
            + total()
            + (weak > 0 ? " · " + weak + " weak" : "")
            + (missing > 0 ? " · " + missing + " missing" : "");
  }
}
