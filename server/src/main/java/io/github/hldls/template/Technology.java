package io.github.hldls.template;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A product that designs are made of.
 *
 * @param name as it is written
 * @param aliases what else it is called
 * @param kind what sort it is; the word list that its names belong to, if there is one of this name
 * @param about what it is, in a sentence; empty if that is not known
 * @param exact whether capitals matter, since the name is a word of the language, too
 * @param common whether every reader knows it
 */
public record Technology(
    String name, List<String> aliases, String kind, String about, boolean exact, boolean common) {
  private static final int MAX_INITIALS = 4;

  public Technology {
    aliases = List.copyOf(aliases);
  }

  /** A product of which nothing is known but its names. */
  public Technology(String name, List<String> aliases, String kind) {
    this(name, aliases, kind, "", false, false);
  }

  /** The name and the aliases. */
  public List<String> names() {
    return Stream.concat(Stream.of(name), aliases.stream()).filter(n -> !n.isBlank()).toList();
  }

  /** Whether a name of this technology only counts with the same capitals: short initials do. */
  boolean isExact(String written) {
    return exact
        || (written.length() <= MAX_INITIALS && written.equals(written.toUpperCase(Locale.ROOT)));
  }

  /** The names as a vocabulary writes them: as one word, and as two where a text may be split. */
  List<String> phrases() {
    return names().stream()
        .map(Technology::words)
        .flatMap(words -> Stream.of(words, humps(words)))
        .map(words -> words.toLowerCase(Locale.ROOT).strip())
        .filter(words -> !words.isEmpty())
        .distinct()
        .toList();
  }

  /** Letters and digits, with one blank for all that stands between; "Let's" is "Let". */
  private static String words(String name) {
    StringBuilder words = new StringBuilder();
    String text = name.replace("'s", "").replace("’s", "");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        words.append(c);
      } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.toString();
  }

  private static String humps(String words) {
    StringBuilder split = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (i > 0 && Character.isUpperCase(c) && Character.isLowerCase(words.charAt(i - 1))) {
        split.append(' ');
      }
      split.append(c);
    }
    return split.toString();
  }
}
