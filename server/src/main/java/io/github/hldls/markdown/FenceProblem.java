package io.github.hldls.markdown;

import io.github.hldls.text.TextEdit;
import io.github.hldls.text.TextRange;

/**
 * A code fence that belongs to no pair.
 *
 * @param kind what is wrong
 * @param range the fence line
 * @param fix the edit that repairs the file
 */
public record FenceProblem(Kind kind, TextRange range, TextEdit fix) {

  /** What is wrong with a fence. */
  public enum Kind {
    /** It opens or closes nothing. */
    STRAY,
    /** It opens a block that is never closed. */
    UNCLOSED
  }
}
