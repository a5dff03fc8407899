package io.github.hldls.facts;

import io.github.hldls.text.TextRange;

/**
 * A piece of a file that stands for itself: a headed section, a label with what belongs to it, a
 * list, a table, a paragraph, a block of code, or the whole file. Passages nest.
 */
public final class Passage {
  private final Kind kind;
  private final int level;
  private final TextRange title;
  private final int parent;
  private TextRange range;
  int firstToken;
  int endToken;
  int titleEndToken;

  /** What a passage is made of. */
  public enum Kind {
    FILE,
    /** A heading and all under it. */
    SECTION,
    /** A bold lead-in, question, caption or the like, and what belongs to it. */
    LABEL,
    LIST,
    ITEM,
    TABLE,
    ROW,
    PARAGRAPH,
    CODE
  }

  Passage(Kind kind, int level, TextRange title, TextRange range, int parent) {
    this.kind = kind;
    this.level = level;
    this.title = title;
    this.range = range;
    this.parent = parent;
  }

  public Kind kind() {
    return kind;
  }

  /** A section's heading level, from 1, more than 6 inside of details; 0 for everything else. */
  public int level() {
    return level;
  }

  /** Where its title stands; empty at its start for a passage without one. */
  public TextRange title() {
    return title;
  }

  /** From its title to the end of its last line. */
  public TextRange range() {
    return range;
  }

  /** The index of the passage around it; -1 for the file. */
  public int parent() {
    return parent;
  }

  /** Finds the tokens between which the passage stands. */
  void locate(Tokens tokens) {
    firstToken = tokens.firstFrom(range.start());
    endToken = tokens.firstFrom(range.end());
    titleEndToken = title.isEmpty() ? firstToken : tokens.firstFrom(title.end());
  }

  void extendTo(int end) {
    if (end > range.end()) {
      range = new TextRange(range.start(), end);
    }
  }
}
