package io.github.hldls.config;

import java.util.List;

/**
 * One choice, as {@code hld config --show} tells it.
 *
 * @param key its key, with those around it
 * @param value its value as it was written
 * @param where the files it holds for; empty for all
 * @param addsUp whether it goes beside earlier choices of the same key rather than in their place
 */
public record Setting(
    String key, String value, List<PathPattern> where, boolean addsUp, Origin origin) {
  public Setting {
    where = List.copyOf(where);
  }
}
