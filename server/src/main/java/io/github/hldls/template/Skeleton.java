package io.github.hldls.template;

import java.util.List;
import java.util.Map;

/** Files with a heading for every row and nothing below them yet. */
public final class Skeleton {
  private Skeleton() {}

  /**
   * The text of a file that is still to be written.
   *
   * @param design what is designed
   */
  public static String file(Template template, FileRole role, String design) {
    return file(template, role, design, Map.of());
  }

  /**
   * The text of a file in which some steps do not apply.
   *
   * @param left what is said instead of a step, by the step's id
   */
  public static String file(
      Template template, FileRole role, String design, Map<String, String> left) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(design).append(": ").append(role.title()).append("\n");
    for (Step step : template.stepsIn(role)) {
      if (step.isNumbered()) {
        text.append("\n## ").append(step.heading()).append("\n");
      }
      String statement = left.get(step.id());
      if (statement != null) {
        text.append("\n").append(statement);
        continue;
      }
      if (step.parts().isEmpty()) {
        rows(text, step.requirements(), step.isNumbered() ? "###" : "##");
      }
      step.parts()
          .forEach(
              (letter, title) -> {
                text.append("\n### ").append(letter).append(") ").append(title).append("\n");
                List<Requirement> rows =
                    step.requirements().stream().filter(r -> r.part().equals(letter)).toList();
                rows(text, rows, "####");
              });
    }
    return text.toString();
  }

  private static void rows(StringBuilder text, List<Requirement> rows, String heading) {
    for (Requirement row : rows) {
      if (row.kind() != Kind.STATEMENT) {
        text.append("\n").append(heading).append(" ").append(row.title()).append("\n\n");
        text.append(body(row));
      }
    }
  }

  /** What stands below a heading until its section is written. */
  static String body(Requirement row) {
    return "<!-- " + row.satisfies() + " -->\n\nTODO\n";
  }
}
