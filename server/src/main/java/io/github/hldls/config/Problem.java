package io.github.hldls.config;

/**
 * Something in a configuration that cannot be used; all else of it holds.
 *
 * @param key the key at fault; empty for the whole file
 * @param message what is wrong with it
 */
public record Problem(Origin origin, String key, String message) {

  /** The same in a line, as compilers write them. */
  public String line() {
    return origin.file()
        + ":"
        + (origin.place().line() + 1)
        + ":"
        + (origin.place().column() + 1)
        + ": "
        + text();
  }

  /** What is wrong, without the place. */
  public String text() {
    return (key.isEmpty() ? "" : "\"" + key + "\": ") + message;
  }
}
