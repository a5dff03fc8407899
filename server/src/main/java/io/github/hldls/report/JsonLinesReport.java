package io.github.hldls.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;

/**
 * A line of JSON for each pack, as soon as it is checked, with its findings in it, and one for the
 * summary. Each has one member, which says what it is.
 */
final class JsonLinesReport implements Report {
  private final Writer out;
  private final boolean tellsSuppressed;

  JsonLinesReport(Writer out, boolean tellsSuppressed) {
    this.out = out;
    this.tellsSuppressed = tellsSuppressed;
  }

  @Override
  public void pack(PackReport pack) throws IOException {
    out.append(line(pack, tellsSuppressed)).append('\n');
    out.flush();
  }

  /** All that is said of a pack, on one line. */
  static String line(PackReport pack, boolean tellsSuppressed) throws IOException {
    StringWriter line = new StringWriter();
    JsonWriter json = new JsonWriter(new JsonSafe(line));
    JsonPack form = new JsonPack(json);
    json.beginObject();
    json.name("pack").beginObject();
    form.pack(pack);
    json.name("findings").beginArray();
    for (PackReport.FindingEntry finding : pack.findings()) {
      form.finding(pack, finding);
    }
    json.endArray();
    if (tellsSuppressed) {
      json.name("suppressed").beginArray();
      for (PackReport.SuppressedEntry suppressed : pack.suppressed()) {
        form.suppressed(pack, suppressed);
      }
      json.endArray();
    }
    json.endObject();
    json.endObject();
    json.flush();
    return line.toString();
  }

  @Override
  public void end(Summary summary) throws IOException {
    StringWriter line = new StringWriter();
    JsonWriter json = new JsonWriter(line);
    json.beginObject().name("summary");
    new JsonPack(json).summary(summary);
    json.endObject();
    json.flush();
    out.append(line.toString()).append('\n');
    out.flush();
  }
}
