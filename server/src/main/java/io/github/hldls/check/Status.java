package io.github.hldls.check;

/** How a pack stands to a requirement. */
public enum Status {
  MET,
  /** Touched, but clearly less than is asked. */
  WEAK,
  MISSING,
  /** The pack says that it does not apply, or its condition does not hold. */
  NOT_APPLICABLE
}
