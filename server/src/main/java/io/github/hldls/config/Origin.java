package io.github.hldls.config;

import io.github.hldls.text.LineColumn;
import java.nio.file.Path;

/** Where a choice was made. */
public record Origin(Path file, LineColumn place) {

  @Override
  public String toString() {
    return file + ":" + (place.line() + 1);
  }
}
