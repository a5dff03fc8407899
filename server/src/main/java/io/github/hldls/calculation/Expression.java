package io.github.hldls.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Consumer;

/** A calculation as it is written, before any reading of its units. */
sealed interface Expression permits Amount, Expression.Binary, Expression.Power, Expression.Group {

  /** Offset of the first character in the file. */
  int start();

  /** Offset after the last character. */
  int end();

  /** The value under a reading; empty if it cannot be computed. */
  Optional<Quantity> value(Reading reading);

  /** Hands over every number with its unit, from left to right. */
  void amounts(Consumer<Amount> visitor);

  /** The signs between operands. */
  enum Operator {
    PLUS,
    MINUS,
    TIMES,
    DIVIDE
  }

  /**
   * Two operands and the sign between them. A percentage that is added is one of the left operand:
   * {@code 200 + 50 %} is 300.
   */
  record Binary(Operator operator, Expression left, Expression right) implements Expression {
    @Override
    public int start() {
      return left.start();
    }

    @Override
    public int end() {
      return right.end();
    }

    @Override
    public Optional<Quantity> value(Reading reading) {
      Optional<Quantity> a = left.value(reading);
      Optional<Quantity> b = a.isPresent() ? right.value(reading) : a;
      if (a.isEmpty() || b.isEmpty()) {
        return Optional.empty();
      }
      Quantity first = a.get();
      Quantity second = isShare() ? share(first, b.get()) : b.get();
      return switch (operator) {
        case PLUS -> first.plus(second);
        case MINUS -> first.plus(second.negated());
        case TIMES -> isConversion(first) ? a : first.times(second);
        case DIVIDE -> first.over(second);
      };
    }

    boolean isProduct() {
      return operator == Operator.TIMES || operator == Operator.DIVIDE;
    }

    /** Whether bytes are only converted: {@code 2 MB × 8 bits}. */
    private boolean isConversion(Quantity bytes) {
      return bytes.dimension().data() == 1
          && right instanceof Amount amount
          && amount.isEightBits();
    }

    private boolean isShare() {
      return (operator == Operator.PLUS || operator == Operator.MINUS)
          && right instanceof Amount amount
          && amount.percent()
          && !(left instanceof Amount whole && whole.percent());
    }

    private static Quantity share(Quantity whole, Quantity percentage) {
      BigDecimal part = whole.value().multiply(percentage.value(), Quantity.PRECISION);
      boolean fraction = whole.dimension().isNone() && whole.value().compareTo(BigDecimal.ONE) == 0;
      return fraction ? percentage : new Quantity(part, whole.scale(), whole.dimension());
    }

    @Override
    public void amounts(Consumer<Amount> visitor) {
      left.amounts(visitor);
      right.amounts(visitor);
    }
  }

  /** A base and a whole exponent. */
  record Power(Expression base, Expression exponent) implements Expression {
    @Override
    public int start() {
      return base.start();
    }

    @Override
    public int end() {
      return exponent.end();
    }

    @Override
    public Optional<Quantity> value(Reading reading) {
      return base.value(reading)
          .flatMap(b -> exponent.value(reading).flatMap(e -> b.power(e.value())));
    }

    @Override
    public void amounts(Consumer<Amount> visitor) {
      base.amounts(visitor);
      exponent.amounts(visitor);
    }
  }

  /**
   * Something in parentheses, or with a sign before it.
   *
   * @param start offset of the opening sign
   * @param end offset after the closing one and its unit
   */
  record Group(int start, int end, Wrapping wrapping, Expression inner) implements Expression {

    /** What the signs around it do. */
    enum Wrapping {
      NOTHING,
      NEGATE,
      CEILING,
      FLOOR,
      ROUND,
      ROOT,
      LOG2,
      LOG10,
      LN
    }

    static Group of(Expression inner) {
      return new Group(inner.start(), inner.end(), Wrapping.NOTHING, inner);
    }

    @Override
    public Optional<Quantity> value(Reading reading) {
      Optional<Quantity> value = inner.value(reading);
      return switch (wrapping) {
        case NOTHING -> value;
        case NEGATE -> value.map(Quantity::negated);
        case CEILING -> value.map(q -> q.whole(RoundingMode.CEILING));
        case FLOOR -> value.map(q -> q.whole(RoundingMode.FLOOR));
        case ROUND -> value.map(q -> q.whole(RoundingMode.HALF_UP));
        case ROOT -> value.flatMap(q -> q.function(Math::sqrt));
        case LOG2 -> value.flatMap(q -> q.function(n -> Math.log(n) / Math.log(2)));
        case LOG10 -> value.flatMap(q -> q.function(Math::log10));
        case LN -> value.flatMap(q -> q.function(Math::log));
      };
    }

    @Override
    public void amounts(Consumer<Amount> visitor) {
      inner.amounts(visitor);
    }
  }
}
