package io.github.hldls.report;

import io.github.hldls.check.Status;
import io.github.hldls.template.Step;
import java.util.List;

/**
 * How many of the requirements that apply are met.
 *
 * @param met how many
 * @param asked of how many; 0 if none applies
 */
public record Completeness(int met, int asked) {

  /** That of a whole pack. */
  public static Completeness of(PackReport pack) {
    return of(pack.requirements());
  }

  /** That of one step; what only states that the step does not apply counts for nothing. */
  static Completeness of(PackReport pack, Step step) {
    Completeness all =
        of(
            pack.requirements().stream()
                .filter(entry -> entry.requirement().step().equals(step.id()))
                .toList());
    return step.topic().isPresent() && all.asked == 1 ? new Completeness(0, 0) : all;
  }

  private static Completeness of(List<PackReport.Entry> rows) {
    int met = 0;
    int asked = 0;
    for (PackReport.Entry row : rows) {
      met += row.status() == Status.MET ? 1 : 0;
      asked += row.status() == Status.NOT_APPLICABLE ? 0 : 1;
    }
    return new Completeness(met, asked);
  }

  /** In percent, rounded down, so that 100 means all; 100 if nothing is asked. */
  public int percent() {
    return asked == 0 ? 100 : (int) (met * 100L / asked);
  }
}
