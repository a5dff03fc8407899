package io.github.hldls.report;

import io.github.hldls.template.Severity;
import java.io.Writer;

/** Workflow commands that make GitHub show findings beside the lines that they are about. */
final class GithubReport extends LineReport {
  GithubReport(Writer out, Severity least) {
    super(out, least);
  }

  @Override
  String line(PackReport pack, PackReport.FindingEntry finding) {
    PackReport.Place place = finding.place();
    boolean isOneLine = place.line() == place.endLine();
    return "::"
        + command(finding.severity())
        + " file="
        + property(pack.located(place.file()))
        + ",line="
        + place.line()
        + ",endLine="
        + place.endLine()
        + (isOneLine ? ",col=" + place.column() + ",endColumn=" + place.endColumn() : "")
        + ",title="
        + property(finding.rule())
        + "::"
        + data(finding.message());
  }

  @Override
  String line(String failure) {
    return "::error title=internal error::" + data(failure);
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "notice";
    };
  }

  private static String data(String text) {
    return Terminal.safe(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
