package io.github.hldls.template;

import java.util.Locale;

/** How much a finding matters, worst first. */
public enum Severity {
  ERROR,
  WARNING,
  INFO,
  HINT;

  /** As people write it: in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
