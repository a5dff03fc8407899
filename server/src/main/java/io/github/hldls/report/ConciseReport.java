package io.github.hldls.report;

import io.github.hldls.template.Severity;
import java.io.Writer;

/** A line for each finding, as compilers write them, and one that counts them. */
final class ConciseReport extends LineReport {
  private final boolean colour;

  ConciseReport(Writer out, boolean colour, Severity least) {
    super(out, least);
    this.colour = colour;
  }

  @Override
  String line(PackReport pack, PackReport.FindingEntry finding) {
    PackReport.Place place = finding.place();
    String severity = finding.severity().toString();
    return Terminal.safe(pack.located(place.file()))
        + ":"
        + place.line()
        + ":"
        + place.column()
        + ": "
        + (colour ? Style.of(finding.severity()).paint(severity) : severity)
        + ": "
        + Terminal.safe(finding.message())
        + " ["
        + finding.rule()
        + "]";
  }

  @Override
  String line(String failure) {
    return Terminal.safe("internal error: " + failure);
  }
}
