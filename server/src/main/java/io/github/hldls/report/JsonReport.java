package io.github.hldls.report;

import com.google.gson.stream.JsonWriter;
import io.github.hldls.check.Status;
import io.github.hldls.template.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The JSON format; {@code docs/check.schema.json} is its contract. */
public final class JsonReport implements Report {
  private final JsonWriter json;
  private final boolean tellsSuppressed;

  /** The findings come after all packs. */
  private final List<PackReport> packs = new ArrayList<>();

  /**
   * @param tellsSuppressed whether findings are told that files ask not to be told of
   */
  public JsonReport(Writer out, boolean tellsSuppressed) throws IOException {
    this.tellsSuppressed = tellsSuppressed;
    json = new JsonWriter(out);
    json.beginObject();
    json.name("version").value(1);
    json.name("packs").beginArray();
  }

  /** A status as the format spells it. */
  public static String name(Status status) {
    return switch (status) {
      case MET -> "met";
      case WEAK -> "weak";
      case MISSING -> "missing";
      case NOT_APPLICABLE -> "notApplicable";
    };
  }

  @Override
  public void pack(PackReport pack) throws IOException {
    packs.add(pack);
    json.beginObject();
    json.name("name").value(pack.name());
    json.name("path").value(pack.path());
    json.name("files").beginArray();
    for (PackReport.FileEntry file : pack.files()) {
      json.beginObject();
      json.name("role").value(file.role().id());
      json.name("path").value(file.path());
      json.name("present").value(file.present());
      json.endObject();
    }
    json.endArray();
    json.name("requirements").beginArray();
    for (PackReport.Entry entry : pack.requirements()) {
      requirement(entry);
    }
    json.endArray();
    json.name("calculations").beginArray();
    for (PackReport.CalculationEntry calculation : pack.calculations()) {
      json.beginObject();
      json.name("file").value(calculation.file());
      json.name("line").value(calculation.line());
      json.name("expression").value(calculation.expression());
      json.name("claimed").value(calculation.claimed());
      json.name("computed").value(calculation.computed());
      json.name("verdict").value(calculation.verdict());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private void requirement(PackReport.Entry entry) throws IOException {
    json.beginObject();
    json.name("id").value(entry.requirement().id());
    json.name("status").value(name(entry.status()));
    json.name("evidence").beginArray();
    for (PackReport.Lines lines : entry.evidence()) {
      json.beginObject();
      json.name("file").value(lines.file());
      json.name("startLine").value(lines.first());
      json.name("endLine").value(lines.last());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  @Override
  public void end(Summary summary) throws IOException {
    json.endArray();
    json.name("findings").beginArray();
    for (PackReport pack : packs) {
      for (PackReport.FindingEntry finding : pack.findings()) {
        finding(pack, finding);
      }
    }
    json.endArray();
    if (tellsSuppressed) {
      suppressed();
    }
    json.name("summary").beginObject();
    json.name("packs").value(summary.packs());
    json.name("files").value(summary.files());
    for (Severity severity : Severity.values()) {
      json.name(severity.name().toLowerCase(Locale.ROOT) + "s").value(summary.count(severity));
    }
    for (Status status : Status.values()) {
      json.name(name(status)).value(summary.count(status));
    }
    json.name("suppressed").value(summary.suppressed());
    json.name("known").value(summary.known());
    json.name("fixed").value(summary.fixed());
    json.endObject();
    json.endObject();
    json.flush();
  }

  private void suppressed() throws IOException {
    json.name("suppressed").beginArray();
    for (PackReport pack : packs) {
      for (PackReport.SuppressedEntry suppressed : pack.suppressed()) {
        json.beginObject();
        members(pack, suppressed.finding());
        json.name("reason").value(suppressed.reason());
        json.name("by").beginObject();
        place(suppressed.by());
        json.endObject();
        json.endObject();
      }
    }
    json.endArray();
  }

  private void finding(PackReport pack, PackReport.FindingEntry finding) throws IOException {
    json.beginObject();
    members(pack, finding);
    json.endObject();
  }

  private void members(PackReport pack, PackReport.FindingEntry finding) throws IOException {
    json.name("rule").value(finding.rule());
    json.name("severity").value(finding.severity().name().toLowerCase(Locale.ROOT));
    json.name("message").value(finding.message());
    json.name("pack").value(pack.path());
    place(finding.place());
    json.name("requirements").beginArray();
    for (String id : finding.requirements()) {
      json.value(id);
    }
    json.endArray();
    json.name("related").beginArray();
    for (PackReport.RelatedEntry related : finding.related()) {
      json.beginObject();
      json.name("message").value(related.message());
      place(related.place());
      json.endObject();
    }
    json.endArray();
    json.name("fixable").value(finding.fixable());
  }

  private void place(PackReport.Place place) throws IOException {
    json.name("file").value(place.file());
    json.name("range").beginObject();
    json.name("start").beginObject();
    json.name("line").value(place.line()).name("column").value(place.column());
    json.endObject();
    json.name("end").beginObject();
    json.name("line").value(place.endLine()).name("column").value(place.endColumn());
    json.endObject();
    json.endObject();
  }
}
