package io.github.hldls.report;

import io.github.hldls.template.Severity;
import java.io.IOException;
import java.io.Writer;

/** Workflow commands that make GitHub show findings beside the lines that they are about. */
final class GithubReport implements Report {
  private final Writer out;
  private final Severity least;

  GithubReport(Writer out, Severity least) {
    this.out = out;
    this.least = least;
  }

  @Override
  public void pack(PackReport pack) throws IOException {
    for (PackReport.FindingEntry finding : pack.findings()) {
      if (finding.severity().compareTo(least) <= 0) {
        finding(pack, finding);
      }
    }
    for (String failure : pack.failures()) {
      out.append("::error title=internal error::").append(data(failure)).append('\n');
    }
    out.flush();
  }

  private void finding(PackReport pack, PackReport.FindingEntry finding) throws IOException {
    PackReport.Place place = finding.place();
    out.append("::").append(command(finding.severity()));
    out.append(" file=").append(property(pack.located(place.file())));
    out.append(",line=" + place.line() + ",endLine=" + place.endLine());
    if (place.line() == place.endLine()) {
      out.append(",col=" + place.column() + ",endColumn=" + place.endColumn());
    }
    out.append(",title=").append(property(finding.rule()));
    out.append("::").append(data(finding.message())).append('\n');
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

  @Override
  public void end(Summary summary) throws IOException {
    out.append(summary.line(least)).append('\n');
    out.flush();
  }
}
