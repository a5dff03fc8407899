package io.github.hldls.template;

/** How much a finding matters, worst first. */
public enum Severity {
  ERROR,
  WARNING,
  INFO,
  HINT
}
