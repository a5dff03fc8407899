package io.github.hldls.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Diagnostics as JSON, written without reflection: they are what a client waits for first. */
final class DiagnosticJson {
  private DiagnosticJson() {}

  static JsonArray of(List<Diagnostic> diagnostics) {
    JsonArray all = new JsonArray(diagnostics.size());
    diagnostics.forEach(diagnostic -> all.add(of(diagnostic)));
    return all;
  }

  private static JsonObject of(Diagnostic diagnostic) {
    JsonObject json = new JsonObject();
    json.add("range", of(diagnostic.getRange()));
    if (diagnostic.getSeverity() != null) {
      json.addProperty("severity", diagnostic.getSeverity().getValue());
    }
    if (diagnostic.getCode() != null) {
      json.addProperty("code", diagnostic.getCode().getLeft());
    }
    if (diagnostic.getCodeDescription() != null) {
      JsonObject description = new JsonObject();
      description.addProperty("href", diagnostic.getCodeDescription().getHref());
      json.add("codeDescription", description);
    }
    if (diagnostic.getSource() != null) {
      json.addProperty("source", diagnostic.getSource());
    }
    json.addProperty("message", diagnostic.getMessage().getLeft());
    if (diagnostic.getTags() != null) {
      JsonArray tags = new JsonArray();
      for (DiagnosticTag tag : diagnostic.getTags()) {
        tags.add(tag.getValue());
      }
      json.add("tags", tags);
    }
    if (diagnostic.getRelatedInformation() != null) {
      json.add("relatedInformation", related(diagnostic.getRelatedInformation()));
    }
    if (diagnostic.getData() instanceof JsonElement data) {
      json.add("data", data);
    }
    return json;
  }

  private static JsonArray related(List<DiagnosticRelatedInformation> all) {
    JsonArray related = new JsonArray(all.size());
    for (DiagnosticRelatedInformation each : all) {
      JsonObject location = new JsonObject();
      location.addProperty("uri", each.getLocation().getUri());
      location.add("range", of(each.getLocation().getRange()));
      JsonObject json = new JsonObject();
      json.add("location", location);
      json.addProperty("message", each.getMessage());
      related.add(json);
    }
    return related;
  }

  private static JsonObject of(Range range) {
    JsonObject json = new JsonObject();
    json.add("start", of(range.getStart()));
    json.add("end", of(range.getEnd()));
    return json;
  }

  private static JsonObject of(Position position) {
    JsonObject json = new JsonObject();
    json.addProperty("line", position.getLine());
    json.addProperty("character", position.getCharacter());
    return json;
  }
}
