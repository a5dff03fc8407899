package io.github.hldls.template;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A product that designs are made of.
 *
 * @param name as it is written
 * @param aliases what else it is called
 * @param kind the word list that its names belong to; empty if they stand there anyway
 */
public record Technology(String name, List<String> aliases, String kind) {
  public Technology {
    aliases = List.copyOf(aliases);
  }

  /** The name and the aliases. */
  public List<String> names() {
    return Stream.concat(Stream.of(name), aliases.stream()).filter(n -> !n.isBlank()).toList();
  }

  /** The names as a vocabulary writes them: as one word, and as two where a text may be split. */
  List<String> phrases() {
    return names().stream()
        .map(written -> written.replaceAll("[^\\p{L}\\p{N}]++", " ").strip())
        .flatMap(words -> Stream.of(words, words.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")))
        .map(words -> words.toLowerCase(Locale.ROOT))
        .filter(words -> !words.isEmpty())
        .distinct()
        .toList();
  }
}
