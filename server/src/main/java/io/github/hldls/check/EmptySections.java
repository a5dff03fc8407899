package io.github.hldls.check;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.facts.Passage.Kind;
import io.github.hldls.template.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the titles over nothing, or over a text that says nothing or little of what they announce.
 */
final class EmptySections {
  /** So many words tell more than that there is such a thing. */
  private static final int BRIEF = 15;

  private EmptySections() {}

  /** Whether a passage has so few words beside its title that it can hardly meet anything. */
  static boolean isBrief(Passage passage, FileFacts file) {
    return file.bodyWords(passage) < BRIEF;
  }

  /** Whether a section or label says nothing beside its title. */
  static boolean isEmpty(Passage section, FileFacts file, Template template) {
    boolean blank = section.kind() == Kind.SECTION && file.bodyWords(section) == 0;
    return blank || Unwritten.is(file, template, section);
  }

  /**
   * The innermost sections and labels of a file that are empty, and the brief sections, by index,
   * in order.
   */
  static List<Integer> of(FileFacts file, Template template) {
    List<Integer> empty = new ArrayList<>();
    List<Passage> passages = file.passages();
    for (int i = 1; i < passages.size(); i++) {
      Passage section = passages.get(i);
      if ((section.kind() == Kind.SECTION || section.kind() == Kind.LABEL)
          && !section.title().isEmpty()
          && ((section.kind() == Kind.SECTION && isBrief(section, file))
              || isEmpty(section, file, template))
          && !hasSubsection(passages, i)
          && !isDocumentTitle(file, i)) {
        empty.add(i);
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
}
