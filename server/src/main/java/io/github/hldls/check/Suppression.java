package io.github.hldls.check;

import io.github.hldls.text.Glob;
import io.github.hldls.text.TextRange;
import java.util.Optional;

/**
 * A wish, written in a comment of a file, that a rule be silent.
 *
 * @param comment the comment that it stands in
 * @param rule the rules, as they are written
 * @param range where they are written
 * @param glob the rules; empty if that is no pattern
 * @param reason why, in the writer's words; empty if none is given
 * @param first the first line that it holds for
 * @param last the last line that it holds for
 * @param end the comment that ends it, if one does
 */
public record Suppression(
    Comment comment,
    String rule,
    TextRange range,
    Optional<Glob> glob,
    String reason,
    int first,
    int last,
    Optional<Comment> end) {

  /** What a comment does. */
  public enum Kind {
    NEXT_LINE("hld-disable-next-line"),
    FILE("hld-disable-file"),
    DISABLE("hld-disable"),
    ENABLE("hld-enable");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** How a comment spells it. */
    public String word() {
      return word;
    }
  }

  /**
   * A comment that speaks to the checker.
   *
   * @param kind what it does; empty if its first word is none that is known
   * @param word its first word
   * @param rules where its rules stand, in order
   * @param range the whole comment
   * @param line its last line
   */
  record Comment(
      Optional<Kind> kind,
      String word,
      java.util.List<TextRange> rules,
      String reason,
      TextRange range,
      int line) {}

  boolean covers(int line) {
    return first <= line && line <= last;
  }

  boolean names(String id) {
    return glob.filter(pattern -> pattern.matches(id)).isPresent();
  }

  /** The comment that silences a rule. */
  public static String text(Kind kind, String rule) {
    return "<!-- " + kind.word() + " " + rule + " -->";
  }
}
