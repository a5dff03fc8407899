package io.github.hldls.report;

import io.github.hldls.template.Examples;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import java.util.List;

/** The documentation of all rules as one Markdown page; {@code docs/rules.md} is made of it. */
public final class RulesPage {
  private RulesPage() {}

  public static String of(Template template, Examples examples) {
    StringBuilder page = new StringBuilder();
    page.append(
        "# Rules\n\nMade from the catalogue by `hld rules --format markdown`; do not edit.\n");
    for (Step step : template.steps()) {
      page.append("\n## ").append(step.heading()).append('\n');
      template
          .file(step.file())
          .ifPresent(file -> page.append("\nIn `").append(file.name()).append("`.\n"));
      rows(page, step.requirements(), examples);
    }
    page.append("\n## Every file\n");
    rows(page, template.rules(), examples);
    page.append("\n## Beyond the template\n");
    rows(page, template.findings(), examples);
    return page.toString();
  }

  private static void rows(StringBuilder page, List<Requirement> rows, Examples examples) {
    for (Requirement row : rows) {
      page.append("\n### <a id=\"")
          .append(anchor(row.id()))
          .append("\"></a>`")
          .append(row.id())
          .append("`\n\n");
      page.append("**").append(row.text()).append(".** ");
      page.append("Severity: ").append(row.severity()).append(".\n\n");
      page.append(row.why()).append("\n\n*What meets it:* ").append(row.satisfies()).append('\n');
      examples
          .plain(row.id())
          .ifPresent(
              example -> {
                String fence = example.contains("````") ? "`````" : "````";
                page.append("\n<details><summary>Example</summary>\n\n")
                    .append(fence)
                    .append("markdown\n");
                page.append(example).append(fence).append("\n\n</details>\n");
              });
    }
  }

  /** The anchor of a rule on the page. */
  public static String anchor(String rule) {
    return rule.replace('/', '-');
  }
}
