package io.github.hldls.facts;

import io.github.hldls.template.Quantity;
import io.github.hldls.text.TextRange;
import java.util.Set;

/**
 * A place where a file says how much there is of something.
 *
 * @param quantity what is counted
 * @param subject the words that say of what, normalised; empty for the whole design
 * @param measure how much
 * @param name how the text calls it
 * @param range the number as it stands there
 */
public record Statement(
    Quantity quantity, Set<String> subject, Measure measure, TextRange name, TextRange range) {
  public Statement {
    subject = Set.copyOf(subject);
  }

  /** Whether another says something different of the same. */
  public boolean contradicts(Statement other) {
    return measure.contradicts(other.measure);
  }
}
