package io.github.hldls.check;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.facts.Passage.Kind;
import io.github.hldls.template.Expression;
import java.util.ArrayList;
import java.util.List;

/** Finds the headings over nothing, or over a text that is still to be written. */
final class EmptySections {
  private static final int PLACEHOLDER_WORDS = 12;

  private EmptySections() {}

  /** The innermost empty sections of a file, in order. */
  static List<Passage> of(FileFacts file, Expression placeholder) {
    List<Passage> empty = new ArrayList<>();
    List<Passage> passages = file.passages();
    for (int i = 1; i < passages.size(); i++) {
      Passage section = passages.get(i);
      if (section.kind() == Kind.SECTION
          && !section.title().isEmpty()
          && !hasSubsection(passages, i)
          && !isDocumentTitle(file, i)
          && isEmpty(file, section, placeholder)) {
        empty.add(section);
      }
    }
    return empty;
  }

  /** Whether a file's first heading, or the subtitle on the line below it, stands over others. */
  private static boolean isDocumentTitle(FileFacts file, int index) {
    List<Passage> passages = file.passages();
    boolean first = index == 1 || (index == 2 && passages.get(1).kind() == Kind.SECTION);
    int line = file.source().lineOf(passages.get(index).title().start());
    int before = index > 1 ? file.source().lineOf(passages.get(1).title().start()) : line - 1;
    return first && line == before + 1 && index + 1 < passages.size();
  }

  private static boolean hasSubsection(List<Passage> passages, int index) {
    for (int i = index + 1; i < passages.size(); i++) {
      if (passages.get(i).kind() == Kind.SECTION) {
        return passages.get(i).range().start() < passages.get(index).range().end();
      }
    }
    return false;
  }

  private static boolean isEmpty(FileFacts file, Passage section, Expression placeholder) {
    int words = file.bodyWords(section);
    return words == 0 || (words <= PLACEHOLDER_WORDS && file.bodyMentions(placeholder, section));
  }
}
