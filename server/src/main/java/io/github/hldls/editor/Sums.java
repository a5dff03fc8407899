package io.github.hldls.editor;

import io.github.hldls.calculation.Calculation;
import io.github.hldls.calculation.Verdict;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calculations of a file, recomputed. */
final class Sums {
  private Sums() {}

  /** The innermost calculation around an offset. */
  static Optional<Calculation> at(FileView file, int offset) {
    Calculation found = null;
    for (Calculation each : file.facts().calculations()) {
      TextRange range = each.range();
      boolean here = range.start() <= offset && offset <= range.end();
      if (here && (found == null || range.length() <= found.range().length())) {
        found = each;
      }
    }
    return Optional.ofNullable(found);
  }

  /** What is said of a calculation. */
  static String words(Calculation sum, Text text) {
    String computed = sum.computed().isEmpty() ? "not computable" : sum.computed();
    return text.bold(text.escape(sum.expression()) + " = " + text.escape(computed))
        + "\n\n"
        + text.escape(sum.working())
        + "\n";
  }

  /** A hint after each claimed result, or after each that is not what its operands give. */
  static List<Hints.Hint> hints(FileView file, TextRange range, boolean all) {
    List<Hints.Hint> hints = new ArrayList<>();
    for (Calculation sum : file.facts().calculations()) {
      int end = sum.claimedRange().end();
      if (range.start() <= end
          && end <= range.end()
          && (all || sum.verdict() != Verdict.OK)
          && !sum.computed().isEmpty()) {
        boolean same = sum.computed().equals(sum.claimed());
        hints.add(new Hints.Hint(end, same ? "✓" : "= " + sum.computed(), ""));
      }
    }
    return hints;
  }
}
