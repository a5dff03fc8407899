package io.github.hldls.json;

import io.github.hldls.text.LineColumn;

/** A text is no JSON; the message says what is wrong. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient LineColumn place;

  JsonException(String message, LineColumn place) {
    super(message);
    this.place = place;
  }

  /** Where it is wrong. */
  public LineColumn place() {
    return place;
  }
}
