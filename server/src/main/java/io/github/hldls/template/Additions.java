package io.github.hldls.template;

import java.util.List;
import java.util.Map;

/**
 * What a team adds to a template without writing one.
 *
 * @param words more alternatives for the template's word lists, by list
 * @param technologies more products
 * @param files other names for files, by role id; the first takes the place of the template's
 */
public record Additions(
    Map<String, List<String>> words,
    List<Technology> technologies,
    Map<String, List<String>> files) {
  public static final Additions NONE = new Additions(Map.of(), List.of(), Map.of());

  public Additions {
    words = Map.copyOf(words);
    technologies = List.copyOf(technologies);
    files = Map.copyOf(files);
  }
}
