package io.github.hldls.template;

/**
 * Something that a design states in numbers, such as how many users are active a day.
 *
 * @param name what it is called in messages
 * @param says the words that name it
 * @param unit what it is counted in
 * @param whole whether a design has one of it; else each part has its own
 * @param chosen whether the designer sets it, and so has a reason
 */
public record Quantity(String name, Expression says, Unit unit, boolean whole, boolean chosen) {

  /** What numbers count. */
  public enum Unit {
    COUNT,
    TIME,
    PERCENT
  }
}
