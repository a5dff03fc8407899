package io.github.hldls.text;

import java.util.Locale;
import java.util.Map;

/**
 * How words are compared: without case, plural endings, apostrophes, or the differences between
 * British and American spelling. Text and patterns go through the same door, so a word need not
 * come out as a dictionary has it ({@code queries} and {@code query} only have to meet).
 */
public final class Words {
  private static final Map<String, String> AS_IS =
      Map.of("https", "https", "kubernetes", "kubernetes", "cors", "cors", "always", "always");

  private Words() {}

  /** The form of {@code word} that stands for all its spellings. */
  public static String normalize(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.length() < 4 || !isAsciiLetters(lower)) {
      return lower;
    }
    String kept = AS_IS.get(lower);
    return kept != null ? kept : american(singular(lower));
  }

  private static String singular(String word) {
    if (!word.endsWith("s") || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
      return word;
    }
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean es =
        word.endsWith("ches")
            || word.endsWith("shes")
            || word.endsWith("xes")
            || word.endsWith("sses");
    return word.substring(0, word.length() - (es ? 2 : 1));
  }

  private static String american(String word) {
    if (word.length() < 6) {
      return word.equals("color") ? "colour" : word;
    }
    String result = word;
    if (result.endsWith("ise")) {
      result = result.substring(0, result.length() - 2) + "ze";
    } else if (result.endsWith("ised") || result.endsWith("iser")) {
      result =
          result.substring(0, result.length() - 3) + "z" + result.substring(result.length() - 2);
    } else if (result.endsWith("ising")) {
      result = result.substring(0, result.length() - 4) + "zing";
    } else if (result.endsWith("isation")) {
      result = result.substring(0, result.length() - 6) + "zation";
    }
    return result.endsWith("our") ? result.substring(0, result.length() - 2) + "r" : result;
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
