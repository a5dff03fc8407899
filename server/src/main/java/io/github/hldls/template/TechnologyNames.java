package io.github.hldls.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of a template's technologies, to find them in texts. */
public final class TechnologyNames {
  static final TechnologyNames NONE = new TechnologyNames(List.of(), Expression.NONE);

  private final Expression expression;

  /** By the first word, in small letters; longer names first. */
  private final Map<String, List<Name>> byWord = new HashMap<>();

  /** A name and what it is one of. */
  private record Name(String written, Technology technology) {}

  /** A technology and how many characters its name takes. */
  public record Found(Technology technology, int length) {}

  TechnologyNames(List<Technology> technologies, Expression expression) {
    this.expression = expression;
    for (Technology technology : technologies) {
      for (String name : technology.names()) {
        byWord
            .computeIfAbsent(word(name, 0), word -> new ArrayList<>())
            .add(new Name(name, technology));
      }
    }
    for (List<Name> names : byWord.values()) {
      if (names.size() > 1) {
        names.sort((a, b) -> Integer.compare(b.written.length(), a.written.length()));
      }
    }
  }

  /** Says any of the names, in whatever case. */
  public Expression expression() {
    return expression;
  }

  /** The technology of a name, in whatever case. */
  public Optional<Technology> named(String name) {
    return byWord.getOrDefault(word(name, 0), List.of()).stream()
        .filter(known -> known.written.equalsIgnoreCase(name))
        .map(Name::technology)
        .findFirst();
  }

  /** The technology that is named where a word begins: by the longest name that stands there. */
  public Optional<Found> at(String text, int start) {
    if (start > 0 && isInside(text.charAt(start - 1))) {
      return Optional.empty();
    }
    String word = word(text, start);
    List<Name> names = byWord.get(word);
    if (names == null && word.endsWith("s")) {
      names = byWord.get(word.substring(0, word.length() - 1));
    }
    if (names == null) {
      return Optional.empty();
    }
    for (Name name : names) {
      boolean exact = name.technology.isExact(name.written);
      int length = name.written.length();
      if (text.regionMatches(!exact, start, name.written, 0, length)
          && ends(text, start + length)
          && !(exact && goesOn(text, start + length))) {
        return Optional.of(new Found(name.technology, length));
      }
    }
    return Optional.empty();
  }

  /** Whether what stands before a word makes it a part of another name, of a path or an address. */
  private static boolean isInside(char before) {
    return Character.isLetterOrDigit(before) || "_.-/@".indexOf(before) >= 0;
  }

  /** Whether a name may end; "s" is its plural. */
  private static boolean ends(String text, int end) {
    boolean plural = end < text.length() && text.charAt(end) == 's';
    int after = plural ? end + 1 : end;
    return after == text.length()
        || !(Character.isLetterOrDigit(text.charAt(after)) || text.charAt(after) == '_');
  }

  /** Whether a hyphen joins a name to another, as in "SSE-S3". */
  private static boolean goesOn(String text, int end) {
    return end + 1 < text.length()
        && text.charAt(end) == '-'
        && (Character.isUpperCase(text.charAt(end + 1)) || Character.isDigit(text.charAt(end + 1)));
  }

  private static String word(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return byWord.toString();
  }
}
