package io.github.hldls.calculation;

import io.github.hldls.text.TextRange;
import java.util.Optional;

/**
 * A written calculation and what recomputing it gave: one link of a chain, a sum of a table's
 * column or of a list, or a table's factor.
 *
 * @param range the whole calculation, from the operands to the result; several lines in a chain
 * @param claimedRange the claimed result: what a quick fix replaces
 * @param line the line of the claimed result, counted from 0
 * @param expression the operands as they are written, on one line
 * @param claimed the result as it is written
 * @param computed the result as it should be, in the unit of the claim; empty if not computable
 * @param verdict whether the two agree
 * @param working a sentence for the reader: {@code 20 × 5 KB = 100 KB, not 1 MB: off by 10×}
 * @param replacement what to write instead of the claimed result, if that is wrong
 */
public record Calculation(
    TextRange range,
    TextRange claimedRange,
    int line,
    String expression,
    String claimed,
    String computed,
    Verdict verdict,
    String working,
    Optional<String> replacement) {

  /** The same calculation in a text where it stands so many characters and lines later. */
  public Calculation moved(int characters, int lines) {
    return characters == 0 && lines == 0
        ? this
        : new Calculation(
            range.moved(characters),
            claimedRange.moved(characters),
            line + lines,
            expression,
            claimed,
            computed,
            verdict,
            working,
            replacement);
  }
}
