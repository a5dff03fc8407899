package io.github.hldls.cli;

/** Nobody takes the output any more, so there is no use in going on. {@link Main} says why. */
final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1;
}
