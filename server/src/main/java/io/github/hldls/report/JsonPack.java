package io.github.hldls.report;

import com.google.gson.stream.JsonWriter;
import io.github.hldls.check.Status;
import io.github.hldls.template.Severity;
import java.io.IOException;

/** Writes what is said of a pack as JSON; {@link JsonPackReader} reads it. */
final class JsonPack {
  private final JsonWriter json;

  JsonPack(JsonWriter json) {
    this.json = json;
  }

  /** A status as the format spells it. */
  static String name(Status status) {
    return switch (status) {
      case MET -> "met";
      case WEAK -> "weak";
      case MISSING -> "missing";
      case NOT_APPLICABLE -> "notApplicable";
    };
  }

  /** The members of a pack, without its findings. */
  void pack(PackReport pack) throws IOException {
    json.name("name").value(pack.name());
    json.name("path").value(pack.path());
    json.name("home").value(pack.home());
    json.name("template").value(pack.template().name());
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
    json.name("known").value(pack.known());
    json.name("fixed").value(pack.fixed());
    json.name("failures").beginArray();
    for (String failure : pack.failures()) {
      json.value(failure);
    }
    json.endArray();
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
      if (!lines.excerpt().isEmpty()) {
        json.name("excerpt").value(lines.excerpt());
      }
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  void finding(PackReport pack, PackReport.FindingEntry finding) throws IOException {
    json.beginObject();
    members(pack, finding);
    json.endObject();
  }

  void suppressed(PackReport pack, PackReport.SuppressedEntry suppressed) throws IOException {
    json.beginObject();
    members(pack, suppressed.finding());
    json.name("reason").value(suppressed.reason());
    json.name("by").beginObject();
    place(suppressed.by());
    json.endObject();
    json.endObject();
  }

  private void members(PackReport pack, PackReport.FindingEntry finding) throws IOException {
    json.name("rule").value(finding.rule());
    json.name("severity").value(finding.severity().toString());
    json.name("message").value(finding.message());
    json.name("pack").value(pack.path());
    place(finding.place());
    json.name("source").value(finding.source());
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
    json.name("fixable").value(!finding.fix().isEmpty());
    if (!finding.fix().isEmpty()) {
      json.name("fix").beginArray();
      for (PackReport.EditEntry edit : finding.fix()) {
        json.beginObject();
        range(edit.place());
        json.name("text").value(edit.text());
        json.endObject();
      }
      json.endArray();
    }
  }

  private void place(PackReport.Place place) throws IOException {
    json.name("file").value(place.file());
    range(place);
  }

  private void range(PackReport.Place place) throws IOException {
    json.name("range").beginObject();
    json.name("start").beginObject();
    json.name("line").value(place.line()).name("column").value(place.column());
    json.endObject();
    json.name("end").beginObject();
    json.name("line").value(place.endLine()).name("column").value(place.endColumn());
    json.endObject();
    json.endObject();
  }

  void summary(Summary summary) throws IOException {
    json.beginObject();
    json.name("packs").value(summary.packs());
    json.name("files").value(summary.files());
    for (Severity severity : Severity.values()) {
      json.name(severity + "s").value(summary.count(severity));
    }
    for (Status status : Status.values()) {
      json.name(name(status)).value(summary.count(status));
    }
    json.name("suppressed").value(summary.suppressed());
    json.name("known").value(summary.known());
    json.name("fixed").value(summary.fixed());
    json.endObject();
  }
}
