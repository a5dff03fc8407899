package io.github.hldls.mcp;

/** What a tool was asked for cannot be done; the message tells a model what to do instead. */
final class ToolException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ToolException(String message) {
    super(message);
  }
}
