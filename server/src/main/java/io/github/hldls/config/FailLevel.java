package io.github.hldls.config;

import io.github.hldls.template.Severity;
import java.util.Locale;

/** The levels from which on findings make a run fail. */
public enum FailLevel {
  ERROR,
  WARNING,
  INFO,
  NEVER;

  /** As people write it: in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

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
