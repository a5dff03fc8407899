package io.github.hldls.cli;

/** Something that the user asked for cannot be done; the message says what and why. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
