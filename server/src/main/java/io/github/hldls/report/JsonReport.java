package io.github.hldls.report;

import com.google.gson.stream.JsonWriter;
import io.github.hldls.check.Status;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** The JSON format; {@code docs/check.schema.json} is its contract. */
public final class JsonReport implements Report {
  private final Writer out;
  private final JsonWriter json;
  private final JsonPack form;
  private final boolean tellsSuppressed;

  /** The findings come after all packs. */
  private final List<PackReport> packs = new ArrayList<>();

  /**
   * @param tellsSuppressed whether findings are told that files ask not to be told of
   */
  public JsonReport(Writer out, boolean tellsSuppressed) throws IOException {
    this.tellsSuppressed = tellsSuppressed;
    this.out = out;
    json = new JsonWriter(new JsonSafe(out));
    form = new JsonPack(json);
    json.beginObject();
    json.name("version").value(1);
    json.name("packs").beginArray();
  }

  /** A status as the format spells it. */
  public static String name(Status status) {
    return JsonPack.name(status);
  }

  @Override
  public void pack(PackReport pack) throws IOException {
    packs.add(pack.withoutRequirements());
    json.beginObject();
    form.pack(pack);
    json.endObject();
  }

  @Override
  public void end(Summary summary) throws IOException {
    json.endArray();
    json.name("findings").beginArray();
    for (PackReport pack : packs) {
      for (PackReport.FindingEntry finding : pack.findings()) {
        form.finding(pack, finding);
      }
    }
    json.endArray();
    if (tellsSuppressed) {
      json.name("suppressed").beginArray();
      for (PackReport pack : packs) {
        for (PackReport.SuppressedEntry suppressed : pack.suppressed()) {
          form.suppressed(pack, suppressed);
        }
      }
      json.endArray();
    }
    json.name("summary");
    form.summary(summary);
    json.endObject();
    json.flush();
    out.append('\n').flush();
  }
}
