package io.github.hldls.check;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.facts.Passage.Kind;
import io.github.hldls.template.Expression;
import io.github.hldls.template.Template;

/**
 * Tells texts that say nothing of what their title announces: what is still to be written, what is
 * only promised, and what praises without a fact.
 */
final class Unwritten {
  /** A text of at most so many words that says "TODO" is not written yet. */
  private static final int PLACEHOLDER_WORDS = 12;

  /** A longer text says more than that something will be said, or is good. */
  private static final int MAX_WORDS = 80;

  /** So many words for one of praise leave room for nothing else. */
  private static final int WORDS_TO_PRAISE = 20;

  private Unwritten() {}

  /** Whether a passage says nothing beside its title. */
  static boolean is(FileFacts facts, Template template, Passage passage) {
    int words = facts.bodyWords(passage);
    if (words <= PLACEHOLDER_WORDS && facts.bodyMentions(template.placeholder(), passage)) {
      return true;
    }
    if (words <= MAX_WORDS && isProse(passage) && isMereTalk(facts, template, passage, words)) {
      return true;
    }
    // Nothing but headings.
    return words > PLACEHOLDER_WORDS
        && (passage.kind() == Kind.SECTION || passage.kind() == Kind.FILE)
        && facts.proseWords(passage) <= facts.count(template.placeholder(), passage);
  }

  private static boolean isProse(Passage passage) {
    return switch (passage.kind()) {
      case PARAGRAPH, LABEL, SECTION -> true;
      case FILE, LIST, ITEM, TABLE, ROW, CODE -> false;
    };
  }

  /** Whether most of a text promises that something will be said, or praises it. */
  private static boolean isMereTalk(
      FileFacts facts, Template template, Passage passage, int words) {
    Expression promises = template.phrase("promises");
    Expression praises = template.phrase("praises");
    boolean promise = facts.bodyMentions(promises, passage);
    int praised = facts.bodyCount(praises, passage);
    boolean praise = praised > 1 && praised * WORDS_TO_PRAISE >= words;
    return (promise || praise)
        && 2 * facts.wordsAbout(promises, praises, passage) >= words
        && !hasFact(facts, passage);
  }

  /** Whether a passage has a number, code, or items of a list or table. */
  private static boolean hasFact(FileFacts facts, Passage passage) {
    String text = facts.source().text();
    boolean opens = true;
    for (int i = Math.max(passage.range().start(), passage.title().end());
        i < passage.range().end();
        i++) {
      char c = text.charAt(i);
      boolean item = opens && (c == '-' || c == '*' || c == '+') && text.startsWith(" ", i + 1);
      if ((c >= '0' && c <= '9') || c == '`' || c == '|' || item) {
        return true;
      }
      opens = c == '\n' || (opens && c == ' ');
    }
    return false;
  }
}
