package io.github.hldls.report;

import io.github.hldls.template.Severity;
import java.io.IOException;
import java.io.Writer;

/** Checkstyle's XML, which many tools read. */
final class CheckstyleReport implements Report {
  private final XmlText xml;

  CheckstyleReport(Writer out) throws IOException {
    xml = new XmlText(out);
    xml.begin("checkstyle", "version", "4.3");
  }

  @Override
  public void pack(PackReport pack) throws IOException {
    String file = "";
    for (PackReport.FindingEntry finding : pack.findings()) {
      PackReport.Place place = finding.place();
      if (!place.file().equals(file)) {
        if (!file.isEmpty()) {
          xml.end();
        }
        file = place.file();
        xml.begin("file", "name", pack.located(file));
      }
      xml.begin(
              "error",
              "line",
              String.valueOf(place.line()),
              "column",
              String.valueOf(place.column()),
              "severity",
              severity(finding.severity()),
              "message",
              finding.message(),
              "source",
              finding.rule())
          .end();
    }
    if (!file.isEmpty()) {
      xml.end();
    }
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "info";
    };
  }

  @Override
  public void end(Summary summary) throws IOException {
    xml.end().close();
  }
}
