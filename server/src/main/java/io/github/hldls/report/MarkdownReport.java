package io.github.hldls.report;

import io.github.hldls.report.PackReport.FindingEntry;
import io.github.hldls.template.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * A comment on a pull request: a table of packs, and what was found in each, folded up. Services
 * take about 65,000 characters; a longer one is cut, and says so.
 */
final class MarkdownReport implements Report {
  private static final int MOST = 60_000;

  /** By this the comment of an earlier run is found, to write the new one over it. */
  private static final String MARK = "<!-- hld-report -->\n";

  private final Writer out;
  private final Severity least;
  private final List<String> rows = new ArrayList<>();
  private final List<String> details = new ArrayList<>();

  MarkdownReport(Writer out, Severity least) {
    this.out = out;
    this.least = least;
  }

  @Override
  public void pack(PackReport pack) {
    String name = code(pack.path().equals(".") ? pack.name() : pack.path());
    Completeness met = Completeness.of(pack);
    rows.add(
        "| "
            + name
            + " | "
            + met.met()
            + " of "
            + met.asked()
            + " | "
            + met.percent()
            + " % | "
            + count(pack, Severity.ERROR)
            + " | "
            + count(pack, Severity.WARNING)
            + " |\n");
    List<FindingEntry> shown =
        pack.findings().stream().filter(f -> f.severity().compareTo(least) <= 0).toList();
    if (shown.isEmpty() && pack.failures().isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    text.append("\n<details><summary>").append(name).append(": ");
    text.append(Summary.count(shown.size(), "finding")).append("</summary>\n\n");
    shown.forEach(finding -> text.append(line(pack, finding)));
    pack.failures()
        .forEach(
            failure -> text.append("- **internal error** ").append(plain(failure)).append('\n'));
    details.add(text.append("\n</details>\n").toString());
  }

  private static long count(PackReport pack, Severity severity) {
    return pack.findings().stream().filter(f -> f.severity() == severity).count();
  }

  private static String line(PackReport pack, FindingEntry finding) {
    return "- **"
        + finding.severity()
        + "** "
        + code(finding.rule())
        + " in "
        + code(pack.located(finding.place().file()) + ":" + finding.place().line())
        + ": "
        + plain(finding.message())
        + "\n";
  }

  @Override
  public void end(Summary summary) throws IOException {
    StringBuilder text = new StringBuilder(MARK);
    text.append("### Design check: ").append(summary.found()).append(" in ");
    text.append(Summary.count(summary.packs(), "pack")).append("\n\n");
    text.append("| Pack | Requirements met | | Errors | Warnings |\n|---|---|--:|--:|--:|\n");
    int left = append(text, rows, MOST / 2);
    if (left > 0) {
      text.append("\n").append(Summary.count(left, "pack")).append(" more are not shown.\n");
    }
    left = append(text, details, MOST);
    if (left > 0) {
      text.append("\nThe findings of ").append(Summary.count(left, "pack"));
      text.append(" are not shown here, since there are too many.\n");
    }
    if (summary.known() + summary.suppressed() > 0) {
      text.append("\nNot shown: ").append(summary.known()).append(" in the baseline, ");
      text.append(summary.suppressed()).append(" suppressed in the files.\n");
    }
    out.append(text);
    out.flush();
  }

  /** Appends whole parts as long as there is room; the result is how many there was none for. */
  private static int append(StringBuilder text, List<String> parts, int most) {
    int left = 0;
    for (String part : parts) {
      if (left > 0 || text.length() + part.length() > most) {
        left++;
      } else {
        text.append(part);
      }
    }
    return left;
  }

  private static String code(String text) {
    return "<code>" + plain(text) + "</code>";
  }

  /** Text in which nothing means anything: what could, is a character reference. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (char c : Terminal.safe(text).toCharArray()) {
      boolean means = "\\`*_{}[]<>#|~@&$:".indexOf(c) >= 0;
      plain.append(means ? "&#" + (int) c + ";" : String.valueOf(c));
    }
    return plain.toString().replace("www.", "www&#46;");
  }
}
