package io.github.hldls.calculation;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What comparing a result with its operands showed.
 *
 * @param ratio the computed value over the claimed one; empty if it cannot be computed
 */
record Judgement(Verdict verdict, Optional<BigDecimal> ratio) {
  static final Judgement UNKNOWN = new Judgement(Verdict.UNCLEAR, Optional.empty());

  Judgement as(Verdict other) {
    return new Judgement(other, ratio);
  }

  boolean fits() {
    return verdict == Verdict.OK || verdict == Verdict.ROUNDED;
  }

  boolean isWrong() {
    return verdict == Verdict.WRONG;
  }
}
