package io.github.hldls.report;

import io.github.hldls.template.Severity;
import java.io.IOException;
import java.io.Writer;

/** A line for each finding that is severe enough, and the summary's. */
abstract class LineReport implements Report {
  private final Writer out;
  private final Severity least;

  LineReport(Writer out, Severity least) {
    this.out = out;
    this.least = least;
  }

  /** The line of a finding, without its end. */
  abstract String line(PackReport pack, PackReport.FindingEntry finding);

  /** The line of something that went wrong in the checker. */
  abstract String line(String failure);

  @Override
  public void pack(PackReport pack) throws IOException {
    for (PackReport.FindingEntry finding : pack.findings()) {
      if (finding.severity().compareTo(least) <= 0) {
        out.append(line(pack, finding)).append('\n');
      }
    }
    for (String failure : pack.failures()) {
      out.append(line(failure)).append('\n');
    }
    out.flush();
  }

  @Override
  public void end(Summary summary) throws IOException {
    out.append(summary.line(least)).append('\n');
    out.flush();
  }
}
