package io.github.hldls.config;

import io.github.hldls.template.Severity;

/** The levels from which on findings make a run fail. */
public enum FailLevel {
  ERROR,
  WARNING,
  INFO,
  NEVER;

  /** Whether a finding of a severity makes a run fail. */
  public boolean isReachedBy(Severity severity) {
    return switch (this) {
      case ERROR -> severity.compareTo(Severity.ERROR) <= 0;
      case WARNING -> severity.compareTo(Severity.WARNING) <= 0;
      case INFO -> severity.compareTo(Severity.INFO) <= 0;
      case NEVER -> false;
    };
  }
}
