package io.github.hldls.template;

import java.util.List;

/**
 * One way in which a text can meet a requirement. A passage is evidence if its title (or that of
 * one around it) and its words are as asked.
 *
 * @param title what the passage's title says; empty if any passage will do
 * @param under what the title of a passage around it says; empty for anywhere
 * @param notUnder what the title of no passage around it says, nor its own
 * @param not what its title must not say
 * @param has what the passage says, title included
 * @param need how many of {@code has} it must say, the first always among them
 * @param times how often it must say the first of them
 * @param words how many words stand in it beside its title
 * @param span how much text counts as one passage
 * @param shape what kind of block it is
 * @param grade what it amounts to
 */
public record Way(
    Expression title,
    Expression under,
    Expression notUnder,
    Expression not,
    List<Expression> has,
    int need,
    int times,
    int words,
    Span span,
    Shape shape,
    Grade grade) {

  private static final int NEAR_WORDS = 14;

  public Way {
    has = List.copyOf(has);
  }

  /**
   * The same way, content with half of what it asks beside a title, or with one thing less; but
   * what is so short as to say nothing more than a word in passing does not come near.
   */
  public Way relaxed() {
    int less = title.isEmpty() ? Math.max(3, need - 1) : (need + 1) / 2;
    return new Way(
        title,
        under,
        notUnder,
        not,
        has,
        Math.min(need, less),
        1,
        Math.max(words, NEAR_WORDS),
        span,
        shape,
        grade);
  }

  /** How much text counts as one passage. */
  public enum Span {
    /**
     * A paragraph, list, table or code block, or a label with what belongs to it; for a way without
     * a title a short section, too, however many labels, questions or lists it is made of.
     */
    BLOCK,
    /** A block or a headed section. */
    SECTION,
    /** The whole file. */
    FILE
  }

  /** What kind of block a passage is. */
  public enum Shape {
    ANY,
    /** A drawing in a code block: boxes and arrows, Mermaid, PlantUML. */
    DIAGRAM
  }

  /** What a way amounts to. */
  public enum Grade {
    MET,
    WEAK
  }
}
