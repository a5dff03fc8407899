package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A claim that was found: operands and their result.
 *
 * @param left the operands
 * @param right the claimed result
 * @param relation the sign between them
 * @param visible whether the text says that the result is rounded
 * @param around numbers near it that belong to neither side, and may be factors of it
 * @param apart the operands one by one, if they do not stand together in the text
 * @param tentative whether it may be no equation at all, and is one only if it fits
 * @param upper the same at the other end of its ranges, if it has any
 */
record Equation(
    Term left,
    Term right,
    Kind relation,
    boolean visible,
    List<Double> around,
    List<Amount> apart,
    boolean tentative,
    Optional<Equation> upper) {
  Equation {
    around = List.copyOf(around);
    apart = List.copyOf(apart);
  }

  private static final Optional<Equation> NONE = Optional.empty();

  static Equation of(Term left, Term right, Kind relation, boolean visible) {
    return new Equation(left, right, relation, visible, List.of(), List.of(), false, NONE);
  }

  /** An equation whose operands stand apart: a sum's, or a factor and its base. */
  static Equation implied(Term left, Term right, boolean visible, List<Amount> apart) {
    return new Equation(left, right, Kind.EQUALS, visible, List.of(), apart, false, NONE);
  }

  Equation among(List<Double> numbers) {
    return new Equation(left, right, relation, visible, numbers, apart, tentative, upper);
  }

  /** The same, but never an error. */
  Equation asLoose() {
    return new Equation(left.asLoose(), right, relation, visible, around, apart, tentative, upper);
  }

  /** The same, but only if it fits. */
  Equation asTentative() {
    return new Equation(left, right, relation, visible, around, apart, true, upper);
  }

  /** The same as the lower end of a range, up to another. */
  Equation upTo(Equation other) {
    return new Equation(
        left, right, relation, visible, around, apart, tentative, Optional.of(other));
  }

  /** The same without the other end of its ranges. */
  Equation lower() {
    return new Equation(left, right, relation, visible, around, apart, tentative, NONE);
  }

  /** The same claim about other operands. */
  Equation from(Term operands) {
    return new Equation(operands, right, relation, visible, around, apart, tentative, NONE);
  }
}
