package io.github.hldls.check;

import io.github.hldls.template.Requirement;
import io.github.hldls.template.Template;
import java.util.List;

/** The rules about every file, and which check of the program each is told by. */
final class Rules {
  /** So many findings of a rule about a pack are told one by one. */
  static final int MOST = 10;

  private Rules() {}

  /** The rules whose findings a check makes. */
  static List<Requirement> checkedBy(String check, Template template) {
    return template.rules().stream().filter(rule -> rule.check().equals(check)).toList();
  }
}
