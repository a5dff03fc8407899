package io.github.hldls.calculation;

import io.github.hldls.calculation.Expression.Binary;
import io.github.hldls.calculation.Expression.Operator;
import io.github.hldls.calculation.ExpressionParser.Parsed;
import io.github.hldls.calculation.Token.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Reads the factor in a remark behind an amount: {@code 5 TB (3x replication)}, {@code 5 TB at RF
 * 3}, {@code 100/s, ×5 at peak}.
 */
final class Remarks {
  private Remarks() {}

  /**
   * The product of an amount and the factor that stands between it and {@code end}; empty if there
   * is none, or if another number stands there too.
   */
  static Optional<Term> factor(List<Token> tokens, Term base, int from, int end) {
    Optional<Amount> amount = base.amount().filter(a -> !a.marks().times() && !a.percent());
    int place = onlyNumber(tokens, base.end(), from, end);
    if (amount.isEmpty() || place < 0) {
      return Optional.empty();
    }
    boolean named =
        tokens.get(place - 1).is(Kind.TIMES)
            || (tokens.get(place - 1).is(Kind.WORD)
                && Vocabulary.isFactor(tokens.get(place - 1).text()));
    return ExpressionParser.parse(tokens, place, end)
        .flatMap(Parsed::amount)
        .filter(f -> f.marks().times() || (named && f.isBare()))
        .map(f -> new Binary(Operator.TIMES, amount.get(), f))
        .map(product -> Term.of(product, true, base.loose()));
  }

  /** The index of the one number that stands behind an offset; -1 if there is not exactly one. */
  private static int onlyNumber(List<Token> tokens, int offset, int from, int end) {
    int place = -1;
    for (int i = Math.max(1, from); i < end; i++) {
      if (tokens.get(i).is(Kind.NUMBER) && tokens.get(i).start() >= offset) {
        if (place >= 0) {
          return -1;
        }
        place = i;
      }
    }
    return place;
  }
}
