package io.github.hldls.report;

import com.google.gson.stream.JsonWriter;
import io.github.hldls.template.Severity;
import java.io.IOException;
import java.io.Writer;

/** The code quality report of GitLab, which is a part of Code Climate's. */
final class GitlabReport implements Report {
  private final Writer out;
  private final JsonWriter json;
  private final Identities identities = new Identities();

  GitlabReport(Writer out) throws IOException {
    this.out = out;
    json = new JsonWriter(new JsonSafe(out));
    json.beginArray();
  }

  @Override
  public void pack(PackReport pack) throws IOException {
    for (PackReport.FindingEntry finding : pack.findings()) {
      PackReport.Place place = finding.place();
      json.beginObject();
      json.name("type").value("issue");
      json.name("categories").beginArray().value("Clarity").endArray();
      json.name("description").value(finding.message());
      json.name("check_name").value(finding.rule());
      json.name("fingerprint").value(identities.next(pack, finding));
      json.name("severity").value(severity(finding.severity()));
      json.name("location").beginObject();
      json.name("path").value(pack.located(place.file()));
      json.name("lines").beginObject();
      json.name("begin").value(place.line());
      json.name("end").value(place.endLine());
      json.endObject().endObject().endObject();
    }
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case INFO, HINT -> "info";
    };
  }

  @Override
  public void end(Summary summary) throws IOException {
    json.endArray();
    json.flush();
    out.append('\n').flush();
  }
}
