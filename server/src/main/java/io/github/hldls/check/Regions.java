package io.github.hldls.check;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.facts.TopicUse;
import io.github.hldls.template.Template;
import java.util.List;

/** What the parts of a file are about. */
final class Regions {
  private Regions() {}

  /**
   * The topics of a file's steps that are said not to apply: what is there would be if they did.
   */
  static List<TopicUse> denied(FileFacts file, PackFacts facts, Template template) {
    return template.stepsIn(file.file().role()).stream()
        .flatMap(step -> facts.topic(step.id()).stream())
        .filter(use -> use.state() == TopicUse.State.NOT_APPLICABLE)
        .toList();
  }

  /** Whether a passage lies in a part about one of some topics. */
  static boolean isInAny(List<TopicUse> topics, int passage, FileFacts file) {
    for (TopicUse use : topics) {
      if (isIn(use, passage, file)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a passage lies in a part about a topic. */
  static boolean isIn(TopicUse use, int passage, FileFacts file) {
    for (int i = passage; i > 0; i = file.passage(i).parent()) {
      if (use.regions().contains(i)) {
        return true;
      }
    }
    return false;
  }
}
