package io.github.hldls.calculation;

/** What recomputing a calculation showed. */
public enum Verdict {
  /** The claimed result is within 2 % of the computed one, under a fair reading of the units. */
  OK,
  /**
   * Not exact, but no reviewer objects: within 15 %, visibly rounded, right to the digits that are
   * written, or rounded up to whole servers.
   */
  ROUNDED,
  /** An error under every fair reading. */
  WRONG,
  /** Recognised as a calculation, but something in it is not a number or its units do not fit. */
  UNCLEAR
}
