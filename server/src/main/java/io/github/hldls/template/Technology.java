package io.github.hldls.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    List<String> names = new ArrayList<>(List.of(name));
    names.addAll(aliases);
    names.removeIf(String::isBlank);
    return names;
  }

  /** Whether a name of this technology only counts with the same capitals: short initials do. */
  boolean isExact(String written) {
    return exact
        || (written.length() <= MAX_INITIALS && written.equals(written.toUpperCase(Locale.ROOT)));
  }

  /** The names as a vocabulary writes them: as one word, and as two where a text may be split. */
  Set<String> phrases() {
    Set<String> phrases = new LinkedHashSet<>();
    for (String each : names()) {
      String words = words(each).strip();
      if (!words.isEmpty()) {
        phrases.add(words.toLowerCase(Locale.ROOT));
        phrases.add(humps(words).toLowerCase(Locale.ROOT));
      }
    }
    return phrases;
  }

  /** Letters and digits, with one blank for all that stands between; "Let's" is "Let". */
  private static String words(String name) {
    if (isPlain(name)) {
      return name;
    }
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

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 128 || !Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    return true;
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

  // The JDK would make these when they are first called, which takes longer than to read a file.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Technology o
        && name.equals(o.name)
        && aliases.equals(o.aliases)
        && kind.equals(o.kind)
        && about.equals(o.about)
        && exact == o.exact
        && common == o.common;
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + kind.hashCode();
  }
}
