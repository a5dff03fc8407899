package io.github.hldls.report;

import io.github.hldls.template.Severity;
import java.io.IOException;
import java.io.Writer;

/** A line for each finding, as compilers write them, and one that counts them. */
final class ConciseReport implements Report {
  private final Writer out;
  private final boolean colour;
  private final Severity least;

  ConciseReport(Writer out, boolean colour, Severity least) {
    this.out = out;
    this.colour = colour;
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
      out.append(Terminal.safe("internal error: " + failure)).append('\n');
    }
    out.flush();
  }

  private void finding(PackReport pack, PackReport.FindingEntry finding) throws IOException {
    String severity = JsonPack.name(finding.severity());
    out.append(Terminal.safe(pack.located(finding.place().file())))
        .append(":" + finding.place().line() + ":" + finding.place().column() + ": ")
        .append(colour ? Style.of(finding.severity()).paint(severity) : severity)
        .append(": ")
        .append(Terminal.safe(finding.message()))
        .append(" [" + finding.rule() + "]\n");
  }

  @Override
  public void end(Summary summary) throws IOException {
    out.append(summary.line(least)).append('\n');
    out.flush();
  }
}
