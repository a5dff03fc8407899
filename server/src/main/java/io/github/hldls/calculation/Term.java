package io.github.hldls.calculation;

import java.util.Optional;

/**
 * A side of an equation.
 *
 * @param expression what it says; empty if it is a calculation that cannot be read
 * @param start offset of the first character
 * @param end offset after the last one
 * @param operators whether it calculates, and is not a mere amount
 * @param loose whether it may mean more than was understood
 * @param linked whether it is itself the result of a calculation
 */
record Term(
    Optional<Expression> expression,
    int start,
    int end,
    boolean operators,
    boolean loose,
    boolean linked) {

  static Term of(Expression expression, boolean operators, boolean loose) {
    return new Term(
        Optional.of(expression), expression.start(), expression.end(), operators, loose, false);
  }

  static Term of(ExpressionParser.Parsed parsed) {
    return of(parsed.expression(), parsed.operators(), parsed.loose());
  }

  static Term unreadable(int start, int end) {
    return new Term(Optional.empty(), start, end, true, true, false);
  }

  Term asResult() {
    return new Term(expression, start, end, operators, loose, true);
  }

  Term asLoose() {
    return new Term(expression, start, end, operators, true, linked);
  }

  /** The amount, if it is one and no calculation. */
  Optional<Amount> amount() {
    return expression.filter(Amount.class::isInstance).map(Amount.class::cast);
  }
}
