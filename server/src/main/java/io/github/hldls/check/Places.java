package io.github.hldls.check;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.facts.Passage.Kind;
import io.github.hldls.facts.TopicUse;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.text.TextRange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a finding about missing text belongs: on the narrowest heading that should hold it. */
final class Places {
  private Places() {}

  /** The heading of a row's part, else of its step, else of the file. */
  static TextRange of(
      Requirement row, Step step, FileFacts file, PackFacts facts, Map<String, Verdict> verdicts) {
    for (Requirement other : step.requirements()) {
      if (!row.part().isEmpty() && other.part().equals(row.part())) {
        Verdict verdict = verdicts.get(other.id());
        if (verdict == null) {
          break;
        }
        for (Verdict.Evidence evidence : verdict.evidence()) {
          Passage passage = sectionAt(file, evidence.range());
          if (passage != null) {
            return passage.title();
          }
        }
        break;
      }
    }
    return of(step, file, facts);
  }

  private static @Nullable Passage sectionAt(FileFacts file, TextRange range) {
    for (Passage passage : file.passages()) {
      if (passage.kind() == Kind.SECTION && passage.range().equals(range)) {
        return passage;
      }
    }
    return null;
  }

  /** The heading of a step, else of the file. */
  static TextRange of(Step step, FileFacts file, PackFacts facts) {
    TopicUse use = facts.topics().get(step.id());
    return file.once(Places.class, step.id(), () -> of(step, file, use));
  }

  private static TextRange of(Step step, FileFacts file, @Nullable TopicUse use) {
    if (use != null && !use.regions().isEmpty()) {
      return file.passage(use.regions().get(0)).title();
    }
    List<Passage> passages = file.passages();
    for (int level = 1; level <= 3; level++) {
      for (Passage passage : passages) {
        if (passage.kind() == Kind.SECTION
            && passage.level() == level
            && !file.isDocumentTitle(passage)
            && file.titleMentions(step.titles(), passage)) {
          return passage.title();
        }
      }
    }
    return title(file);
  }

  /** The first heading, else the first line. */
  static TextRange title(FileFacts file) {
    for (Passage passage : file.passages()) {
      if (passage.kind() == Kind.SECTION) {
        return passage.title();
      }
    }
    return file.source().line(0);
  }
}
