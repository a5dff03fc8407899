package io.github.hldls.editor;

import io.github.hldls.template.FileRole;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Texts that meet requirements, made of their examples. What a writer would replace stands in
 * {@code {{double braces}}}, as in the examples themselves.
 */
final class Drafts {
  private static final int EXAMPLE_LEVEL = 3;

  private Drafts() {}

  /** A section for a row with its heading at a level. */
  static String row(Requirement row, int level, Catalogue catalogue) {
    String example =
        catalogue
            .examples()
            .marked(row.id())
            .orElse("### " + row.title() + "\n\n" + row.satisfies() + "\n");
    return withLevel(example, level).strip();
  }

  /** The same without the heading. */
  static String body(Requirement row, int level, Catalogue catalogue) {
    String text = row(row, level, catalogue);
    int end = text.indexOf('\n');
    return end < 0 ? "" : text.substring(end).strip();
  }

  /** A text whose headings are as many levels deeper as its first one is; code stays as it is. */
  private static String withLevel(String text, int level) {
    StringBuilder shifted = new StringBuilder();
    boolean inCode = false;
    for (String line : text.split("\n", -1)) {
      inCode ^= line.startsWith("```") || line.startsWith("~~~");
      if (!inCode && line.startsWith("#")) {
        int marks = 0;
        while (marks < line.length() && line.charAt(marks) == '#') {
          marks++;
        }
        int now = Math.max(1, Math.min(6, marks - EXAMPLE_LEVEL + level));
        shifted.append("#".repeat(now)).append(line, marks, line.length());
      } else {
        shifted.append(line);
      }
      shifted.append('\n');
    }
    return shifted.toString();
  }

  /** Rows of one step, those of a part below the part's own row. */
  static String rows(Step step, List<Requirement> rows, int level, Catalogue catalogue) {
    List<String> texts = new ArrayList<>();
    List<Requirement> whole = withoutStatement(rows);
    for (Requirement row : whole) {
      boolean below =
          row.kind() != Kind.PART
              && whole.stream().anyMatch(r -> r.kind() == Kind.PART && r.part().equals(row.part()));
      texts.add(row(row, below ? level + 1 : level, catalogue));
    }
    return String.join("\n\n", texts);
  }

  private static List<Requirement> withoutStatement(List<Requirement> rows) {
    List<Requirement> rest = rows.stream().filter(r -> r.kind() != Kind.STATEMENT).toList();
    return rest.isEmpty() ? rows : rest;
  }

  /** A whole step with its heading. */
  static String step(Step step, List<Requirement> rows, int level, Catalogue catalogue) {
    if (!step.isNumbered()) {
      return rows(step, rows, level, catalogue);
    }
    StringBuilder text = new StringBuilder(heading(step, level)).append("\n\n");
    boolean partless = rows.stream().allMatch(row -> row.part().isEmpty());
    if (step.parts().isEmpty() || partless) {
      return text.append(rows(step, rows, level + 1, catalogue)).toString();
    }
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, String> part : step.parts().entrySet()) {
      List<Requirement> ofPart =
          withoutStatement(rows).stream().filter(r -> r.part().equals(part.getKey())).toList();
      if (ofPart.isEmpty()) {
        continue;
      }
      boolean hasHeading = ofPart.stream().anyMatch(r -> r.kind() == Kind.PART);
      String heading =
          "#".repeat(level + 1) + " " + part.getKey() + ") " + part.getValue() + "\n\n";
      parts.add(
          hasHeading
              ? rows(step, partFirst(ofPart), level + 1, catalogue)
              : heading + rows(step, ofPart, level + 2, catalogue));
    }
    return text.append(String.join("\n\n", parts)).toString();
  }

  private static List<Requirement> partFirst(List<Requirement> rows) {
    List<Requirement> sorted = new ArrayList<>(rows);
    sorted.sort(java.util.Comparator.comparing(row -> row.kind() != Kind.PART));
    return sorted;
  }

  static String heading(Step step, int level) {
    return "#".repeat(level) + " " + step.heading().replaceFirst("^Step ", "STEP ");
  }

  /** A file with all that it must hold. */
  static String file(FileRole role, String design, Catalogue catalogue) {
    List<String> texts = new ArrayList<>();
    texts.add("# {{" + design.replaceAll("[{}|]", "") + "}}: " + role.title());
    for (Step step : catalogue.template().stepsIn(role)) {
      texts.add(step(step, step.requirements(), 2, catalogue));
    }
    return String.join("\n\n", texts) + "\n";
  }
}
