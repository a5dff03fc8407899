package io.github.hldls.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How words are compared: without case, plural endings, apostrophes, or the differences between
 * British and American spelling. Text and patterns go through the same door, so a word need not
 * come out as a dictionary has it ({@code queries} and {@code query} only have to meet).
 */
public final class Words {
  /** Words that look like something else, and plurals that no rule below undoes. */
  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          Map.entry("https", "https"),
          Map.entry("kubernetes", "kubernetes"),
          Map.entry("cors", "cors"),
          Map.entry("nats", "nats"),
          Map.entry("news", "news"),
          Map.entry("always", "always"),
          Map.entry("alias", "alias"),
          Map.entry("aliases", "alias"),
          Map.entry("buses", "bus"),
          Map.entry("caches", "cache"),
          Map.entry("indices", "index"),
          Map.entry("statuses", "status"));

  /** What follows the {@code i} or {@code y} of a verb that is written with z in America. */
  private static final List<String> VERB_ENDINGS = List.of("se", "sed", "ser", "sing", "sation");

  private Words() {}

  /** The words of a text, each in the form that stands for all its spellings. */
  public static List<String> in(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(normalize(word));
      }
    }
    return words;
  }

  /** The form of {@code word} that stands for all its spellings. */
  public static String normalize(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.length() < 4 || !isAsciiLetters(lower)) {
      return lower;
    }
    String exception = EXCEPTIONS.get(lower);
    return exception != null ? exception : american(singular(lower));
  }

  private static String singular(String word) {
    // "cookies" loses the same letters as "queries", so "cookie" must too.
    if (word.length() > 4 && word.endsWith("ie")) {
      return withoutLast(word, 2) + "y";
    }
    if (!word.endsWith("s") || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
      return word;
    }
    if (word.length() > 4 && word.endsWith("ies")) {
      return withoutLast(word, 3) + "y";
    }
    boolean es =
        word.endsWith("ches")
            || word.endsWith("shes")
            || word.endsWith("xes")
            || word.endsWith("sses");
    return withoutLast(word, es ? 2 : 1);
  }

  private static String american(String word) {
    if (word.length() < 6) {
      return word;
    }
    for (String ending : VERB_ENDINGS) {
      int before = word.length() - ending.length() - 1;
      if (word.endsWith(ending) && (word.charAt(before) == 'i' || word.charAt(before) == 'y')) {
        return withoutLast(word, ending.length()) + "z" + ending.substring(1);
      }
    }
    if (word.endsWith("our")) {
      return withoutLast(word, 2) + "r";
    }
    if (word.endsWith("tre")) {
      return withoutLast(word, 2) + "er";
    }
    if (word.endsWith("logue")) {
      return withoutLast(word, 2);
    }
    if (word.endsWith("elled") || word.endsWith("elling")) {
      int l = word.lastIndexOf("ll");
      return word.substring(0, l) + word.substring(l + 1);
    }
    return word;
  }

  private static String withoutLast(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  private static boolean isAsciiLetters(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < 'a' || c > 'z') {
        return false;
      }
    }
    return true;
  }
}
