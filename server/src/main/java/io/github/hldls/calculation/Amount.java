package io.github.hldls.calculation;

import io.github.hldls.text.TextRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A number with its scale, unit and noun: {@code ~1.2 TB/year}, {@code $0.10/GB}, {@code 30 %},
 * {@code 3.3 million views per day}.
 *
 * @param start offset of the number or its currency sign
 * @param end offset after the last word that belongs to it
 * @param number as it is written, without the scale
 * @param numberRange where it stands
 * @param suffix where the scale or unit stands that a change of magnitude replaces; empty if none
 * @param scale what a word such as {@code million} multiplies by; 1 without one
 * @param factors the units
 * @param noun what is counted, in lower case and the singular; empty if not said
 * @param marks what else was seen
 */
record Amount(
    int start,
    int end,
    BigDecimal number,
    TextRange numberRange,
    TextRange suffix,
    BigDecimal scale,
    List<Factor> factors,
    String noun,
    Marks marks)
    implements Expression {

  Amount {
    factors = List.copyOf(factors);
  }

  /**
   * A unit and whether it divides.
   *
   * @param exponent 1 or -1
   */
  record Factor(Unit unit, int exponent) {}

  /**
   * What an amount is besides its number and unit.
   *
   * @param approximate it is marked as rounded
   * @param percent it is a percentage
   * @param times it is a factor: {@code 3x}
   * @param billionOrBytes its scale is the letter B
   * @param each it is that of one of several things: {@code 4 TB per node}
   */
  record Marks(
      boolean approximate, boolean percent, boolean times, boolean billionOrBytes, boolean each) {
    static final Marks NONE = new Marks(false, false, false, false, false);
  }

  private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
  private static final BigDecimal EIGHT = new BigDecimal(8);
  private static final BigDecimal EIGHTH = new BigDecimal("0.125");

  boolean percent() {
    return marks.percent();
  }

  /** The mere number. */
  Amount withoutUnit() {
    return new Amount(start, end, number, numberRange, suffix, scale, List.of(), "", marks);
  }

  /** The same number as money. */
  Amount inCurrency() {
    List<Factor> money = List.of(new Factor(AmountParser.CURRENCY, 1));
    return new Amount(start, end, number, numberRange, suffix, scale, money, noun, marks);
  }

  /** One of its unit. */
  Amount unitAlone() {
    return new Amount(
        start, end, BigDecimal.ONE, numberRange, suffix, BigDecimal.ONE, factors, noun, marks);
  }

  boolean isEightBits() {
    return number.compareTo(EIGHT) == 0
        && factors.size() == 1
        && factors.get(0).exponent() == 1
        && factors.get(0).unit().size().compareTo(EIGHTH) == 0
        && factors.get(0).unit().dimension().equals(new Dimension(1, 0, 0));
  }

  boolean isBare() {
    return factors.isEmpty() && scale.compareTo(BigDecimal.ONE) == 0 && !percent();
  }

  @Override
  public Optional<Quantity> value(Reading reading) {
    if (factors.isEmpty()) {
      BigDecimal bare = number.multiply(percent() ? HUNDREDTH : scale, Quantity.PRECISION);
      return Optional.of(new Quantity(bare, BigDecimal.ONE, Dimension.NONE));
    }
    BigDecimal size = BigDecimal.ONE;
    Dimension dimension = Dimension.NONE;
    BigDecimal count = marks.percent() ? HUNDREDTH : scale;
    for (Factor factor : factors) {
      Unit unit = factor.unit();
      BigDecimal unitSize = reading.binary() ? unit.binarySize() : unit.size();
      Dimension measured = unit.dimension();
      if (reading.swapped()) {
        unitSize = unitSize.multiply(unit.otherMeaning());
      }
      if (reading.timeless() && measured.time() != 0) {
        unitSize = measured.data() == 0 ? BigDecimal.ONE : unitSize;
        measured = new Dimension(measured.data(), 0, measured.money());
      }
      boolean over = factor.exponent() < 0;
      size = over ? size.divide(unitSize, Quantity.PRECISION) : size.multiply(unitSize);
      dimension = over ? dimension.over(measured) : dimension.times(measured);
    }
    BigDecimal value = number.multiply(count).multiply(size, Quantity.PRECISION);
    return Optional.of(new Quantity(value, size, dimension));
  }

  @Override
  public void amounts(Consumer<Amount> visitor) {
    visitor.accept(this);
  }
}
