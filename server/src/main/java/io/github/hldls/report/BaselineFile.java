package io.github.hldls.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.hldls.check.Baseline;
import io.github.hldls.template.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A baseline as a file: JSON with a line for each entry, in order, so that a change of one finding
 * is a change of one line.
 */
public final class BaselineFile {
  private BaselineFile() {}

  public static String write(Baseline baseline) {
    List<String> lines = new ArrayList<>();
    for (Baseline.Entry entry : baseline.entries()) {
      JsonObject json = new JsonObject();
      json.addProperty("pack", entry.pack());
      json.addProperty("file", entry.file());
      json.addProperty("heading", entry.heading());
      json.addProperty("rule", entry.rule());
      json.addProperty("severity", entry.severity().toString());
      json.addProperty("count", entry.count());
      lines.add("    " + json);
    }
    String findings = lines.isEmpty() ? "[]" : "[\n" + String.join(",\n", lines) + "\n  ]";
    return "{\n  \"version\": 1,\n  \"findings\": " + findings + "\n}\n";
  }

  /**
   * Reads a baseline.
   *
   * @throws IllegalArgumentException if the text is none; the message says why
   */
  public static Baseline read(String text) {
    try {
      JsonObject root = JsonParser.parseString(text).getAsJsonObject();
      if (root.get("version").getAsInt() != 1) {
        throw new IllegalArgumentException("it is of a newer version: " + root.get("version"));
      }
      JsonArray findings = root.getAsJsonArray("findings");
      List<Baseline.Entry> entries = new ArrayList<>();
      for (JsonElement each : findings) {
        entries.add(entry(each.getAsJsonObject()));
      }
      return new Baseline(entries);
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | NumberFormatException
        | NullPointerException e) {
      throw new IllegalArgumentException("it is no baseline: " + e.getMessage(), e);
    }
  }

  private static Baseline.Entry entry(JsonObject json) {
    return new Baseline.Entry(
        json.get("pack").getAsString(),
        json.get("file").getAsString(),
        json.get("heading").getAsString(),
        json.get("rule").getAsString(),
        Severity.valueOf(json.get("severity").getAsString().toUpperCase(Locale.ROOT)),
        json.get("count").getAsInt());
  }
}
