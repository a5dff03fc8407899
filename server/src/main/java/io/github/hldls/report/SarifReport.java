package io.github.hldls.report;

import com.google.gson.stream.JsonWriter;
import io.github.hldls.report.PackReport.FindingEntry;
import io.github.hldls.report.PackReport.Place;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Template;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * SARIF 2.1.0, as code scanning services read it. Paths are relative to {@code %SRCROOT%}, the
 * folder in which the program was run.
 */
final class SarifReport implements Report {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final Writer out;
  private final JsonWriter json;
  private final String version;
  private final boolean tellsSuppressed;
  private final Identities identities = new Identities();

  /** What the results refer to by number, in order. */
  private final Map<String, Integer> ruleNumbers = new LinkedHashMap<>();

  private final List<Template> templates = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  SarifReport(Writer out, String version, boolean tellsSuppressed) throws IOException {
    this.version = version;
    this.tellsSuppressed = tellsSuppressed;
    this.out = out;
    json = new JsonWriter(new JsonSafe(out));
    json.beginObject();
    json.name("$schema").value(SCHEMA);
    json.name("version").value("2.1.0");
    json.name("runs").beginArray().beginObject();
    json.name("columnKind").value("utf16CodeUnits");
    json.name("automationDetails").beginObject().name("id").value("hld/").endObject();
    json.name("originalUriBaseIds").beginObject().name("%SRCROOT%").beginObject();
    text("description", "The folder in which the program was run.");
    json.endObject().endObject();
    json.name("results").beginArray();
  }

  @Override
  public void pack(PackReport pack) throws IOException {
    if (!templates.contains(pack.template())) {
      templates.add(pack.template());
    }
    failures.addAll(pack.failures());
    for (FindingEntry finding : pack.findings()) {
      json.beginObject();
      result(pack, finding);
      json.endObject();
    }
    if (tellsSuppressed) {
      for (PackReport.SuppressedEntry suppressed : pack.suppressed()) {
        json.beginObject();
        result(pack, suppressed.finding());
        json.name("suppressions").beginArray().beginObject();
        json.name("kind").value("inSource");
        json.name("justification").value(suppressed.reason());
        json.name("location").beginObject();
        physical(pack, suppressed.by());
        json.endObject();
        json.endObject().endArray();
        json.endObject();
      }
    }
  }

  private void result(PackReport pack, FindingEntry finding) throws IOException {
    json.name("ruleId").value(finding.rule());
    json.name("ruleIndex").value(ruleNumbers.computeIfAbsent(finding.rule(), r -> nextRule()));
    json.name("level").value(level(finding.severity()));
    message(finding.message());
    json.name("locations").beginArray().beginObject();
    physical(pack, finding.place());
    json.endObject().endArray();
    json.name("partialFingerprints").beginObject();
    String identity = identities.next(pack, finding);
    json.name("primaryLocationLineHash").value(identity + ":1");
    json.name("hldFinding/v1").value(identity);
    json.endObject();
    related(pack, finding);
    fix(pack, finding);
    json.name("properties").beginObject().name("requirements").beginArray();
    for (String row : finding.requirements()) {
      json.value(row);
    }
    json.endArray().endObject();
  }

  private int nextRule() {
    return ruleNumbers.size();
  }

  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "note";
    };
  }

  private void message(String text) throws IOException {
    json.name("message").beginObject().name("text").value(text).endObject();
  }

  private void physical(PackReport pack, Place place) throws IOException {
    json.name("physicalLocation").beginObject();
    artifact(pack, place);
    json.name("region");
    region(place);
    json.endObject();
  }

  private void artifact(PackReport pack, Place place) throws IOException {
    String path = pack.located(place.file());
    json.name("artifactLocation").beginObject();
    json.name("uri").value(SarifUris.of(path));
    if (!SarifUris.isAbsolute(path)) {
      json.name("uriBaseId").value("%SRCROOT%");
    }
    json.endObject();
  }

  private void region(Place place) throws IOException {
    json.beginObject();
    json.name("startLine").value(place.line()).name("startColumn").value(place.column());
    json.name("endLine").value(place.endLine()).name("endColumn").value(place.endColumn());
    json.endObject();
  }

  private void related(PackReport pack, FindingEntry finding) throws IOException {
    if (!finding.related().isEmpty()) {
      json.name("relatedLocations").beginArray();
      for (int i = 0; i < finding.related().size(); i++) {
        json.beginObject().name("id").value(i + 1);
        physical(pack, finding.related().get(i).place());
        message(finding.related().get(i).message());
        json.endObject();
      }
      json.endArray();
    }
  }

  private void fix(PackReport pack, FindingEntry finding) throws IOException {
    if (!finding.fix().isEmpty()) {
      json.name("fixes").beginArray().beginObject();
      json.name("description").beginObject();
      json.name("text").value("Fix " + finding.rule()).endObject();
      json.name("artifactChanges").beginArray().beginObject();
      artifact(pack, finding.place());
      json.name("replacements").beginArray();
      for (PackReport.EditEntry edit : finding.fix()) {
        json.beginObject().name("deletedRegion");
        region(edit.place());
        json.name("insertedContent").beginObject().name("text").value(edit.text()).endObject();
        json.endObject();
      }
      json.endArray().endObject().endArray().endObject().endArray();
    }
  }

  @Override
  public void end(Summary summary) throws IOException {
    json.endArray();
    json.name("invocations").beginArray().beginObject();
    json.name("executionSuccessful").value(failures.isEmpty());
    if (!failures.isEmpty()) {
      json.name("toolExecutionNotifications").beginArray();
      for (String failure : failures) {
        json.beginObject().name("level").value("error");
        message(failure);
        json.endObject();
      }
      json.endArray();
    }
    json.endObject().endArray();
    json.name("tool").beginObject().name("driver").beginObject();
    json.name("name").value("hld").name("version").value(version);
    json.name("rules").beginArray();
    for (String rule : ruleNumbers.keySet()) {
      rule(rule);
    }
    json.endArray().endObject().endObject();
    json.endObject().endArray().endObject();
    json.flush();
    out.append('\n').flush();
  }

  private void rule(String id) throws IOException {
    json.beginObject().name("id").value(id);
    for (Template template : templates) {
      for (Requirement row :
          Stream.concat(template.requirements().stream(), template.findings().stream())
              .filter(row -> row.id().equals(id))
              .limit(1)
              .toList()) {
        text("shortDescription", row.title());
        text("fullDescription", row.text());
        String help = row.why() + "\n\nWhat meets it: " + row.satisfies();
        json.name("help").beginObject();
        json.name("text").value(help).name("markdown").value(help).endObject();
        json.name("defaultConfiguration").beginObject();
        json.name("level").value(level(row.severity())).endObject();
        json.name("properties").beginObject().name("tags").beginArray();
        json.value(row.step().isEmpty() ? "general" : row.step()).endArray().endObject();
        json.endObject();
        return;
      }
    }
    json.endObject();
  }

  private void text(String name, String text) throws IOException {
    json.name(name).beginObject().name("text").value(text).endObject();
  }
}
