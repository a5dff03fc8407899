package io.github.hldls.calculation;

import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A quantity as a text states it.
 *
 * @param range from its number or currency to its last word
 * @param value in bytes, seconds and the currency
 * @param number the number without its unit, but with its scale
 * @param estimated whether it is of a kind that a design estimates: a rate per second, much data,
 *     money over time; and is not that of one thing of several, nor a factor or share
 */
public record Figure(TextRange range, double value, double number, boolean estimated) {
  private static final double MUCH_DATA = 1e9;

  /** The quantities of a line that only states some: nothing is calculated or compared in it. */
  public static List<Figure> stated(SourceText source, TextRange line, NumberStyle style) {
    char[] text = source.substring(line).toCharArray();
    LineShape shape = LineShape.of(text, 0, text.length);
    boolean states = shape.digit && !shape.equation && shape.factors == 0;
    return states && !isSpelled(text, style) ? read(text, line.start(), style) : List.of();
  }

  /** Whether a number is written as a word, which may well be a factor. */
  private static boolean isSpelled(char[] text, NumberStyle style) {
    return Lexer.tokens(text, 0, text.length, style).stream()
        .anyMatch(token -> token.is(Token.Kind.WORD) && NumberWords.isNumber(token.text()));
  }

  /** All quantities of a line, wherever they stand in it. */
  public static List<Figure> all(SourceText source, TextRange line, NumberStyle style) {
    for (int i = line.start(); i < line.end(); i++) {
      char c = source.text().charAt(i);
      if (c >= '0' && c <= '9') {
        return read(source.substring(line).toCharArray(), line.start(), style);
      }
    }
    return List.of();
  }

  /** The same for a text of its own. */
  public static List<Figure> all(String text, NumberStyle style) {
    return read(text.toCharArray(), 0, style);
  }

  private static List<Figure> read(char[] text, int offset, NumberStyle style) {
    List<Token> tokens = Lexer.tokens(text, 0, text.length, style);
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean money = i > 0 && tokens.get(i - 1).is(Token.Kind.CURRENCY);
      if (token.is(Token.Kind.NUMBER)) {
        new AmountParser(tokens, money ? i - 1 : i, tokens.size())
            .amount()
            .flatMap(amount -> of(amount, offset))
            .ifPresent(figures::add);
      }
    }
    return figures;
  }

  private static Optional<Figure> of(Amount amount, int offset) {
    TextRange range = new TextRange(amount.start() + offset, amount.end() + offset);
    return amount
        .value(Reading.PLAIN)
        .map(
            value ->
                new Figure(
                    range,
                    Quantity.toDouble(value.value()),
                    Quantity.toDouble(value.number()),
                    isEstimated(amount, value)));
  }

  private static boolean isEstimated(Amount amount, Quantity value) {
    Amount.Marks marks = amount.marks();
    if (marks.each() || marks.times() || marks.percent()) {
      return false;
    }
    Dimension dimension = value.dimension();
    boolean second =
        amount.factors().stream()
            .anyMatch(
                f ->
                    f.unit().dimension().time() * f.exponent() < 0
                        && f.unit().size().compareTo(BigDecimal.ONE) == 0);
    boolean rate = dimension.time() == -1 && dimension.money() == 0 && dimension.data() == 0;
    boolean flow = dimension.time() == -1 && (dimension.data() == 1 || dimension.money() == 1);
    boolean data = dimension.equals(new Dimension(1, 0, 0));
    return (rate && second) || flow || (data && Quantity.toDouble(value.value()) >= MUCH_DATA);
  }

  /**
   * Whether this, or what it is rounded to, is among numbers.
   *
   * @param sorted the values and the bare numbers of other quantities, in order
   */
  public boolean isAmong(double[] sorted) {
    return isAmong(sorted, value) || isAmong(sorted, number);
  }

  private static boolean isAmong(double[] sorted, double wanted) {
    int found = Arrays.binarySearch(sorted, wanted);
    int next = found >= 0 ? found : -found - 1;
    return (next < sorted.length && near(sorted[next], wanted))
        || (next > 0 && near(sorted[next - 1], wanted));
  }

  /** The same in a text that begins {@code by} characters later. */
  public Figure moved(int by) {
    return new Figure(range.moved(by), value, number, estimated);
  }

  /** Whether this follows from two others by one step of arithmetic. */
  public boolean follows(Figure a, Figure b) {
    return near(value, a.value * b.value)
        || near(value, a.value / b.value)
        || near(value, b.value / a.value)
        || near(value, a.value + b.value)
        || near(value, Math.abs(a.value - b.value));
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= 0.03 * Math.max(Math.abs(a), Math.abs(b));
  }
}
