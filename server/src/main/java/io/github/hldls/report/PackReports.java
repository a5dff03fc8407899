package io.github.hldls.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.hldls.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said of packs, as JSON to be kept, and read again. */
public final class PackReports {
  private PackReports() {}

  /** All that is said of a pack, on one line; {@link #read} reads it. */
  public static String write(PackReport pack) {
    try {
      return JsonLinesReport.line(pack, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The packs of a report in either of its forms as JSON.
   *
   * @param templates the template of a pack, by the pack's home and the template's name
   * @throws IllegalArgumentException if the text is no report of this version; the message says why
   */
  public static List<PackReport> read(String text, BiFunction<String, String, Template> templates) {
    try {
      List<PackReport> packs = new ArrayList<>();
      if (text.startsWith("{\"pack\"") || text.startsWith("{\"summary\"")) {
        text.lines().forEach(line -> line(line, templates).forEach(packs::add));
        return packs;
      }
      JsonObject root = JsonParser.parseString(text).getAsJsonObject();
      if (!root.has("version") || root.get("version").getAsInt() != 1) {
        throw new IllegalArgumentException("it is of another version");
      }
      Map<String, JsonArray> findings = byPack(root, "findings");
      Map<String, JsonArray> suppressed = byPack(root, "suppressed");
      for (JsonElement each : root.getAsJsonArray("packs")) {
        JsonObject pack = each.getAsJsonObject();
        String path = JsonPackReader.text(pack, "path");
        packs.add(
            read(
                pack,
                findings.getOrDefault(path, new JsonArray()),
                suppressed.getOrDefault(path, new JsonArray()),
                templates));
      }
      return packs;
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | ClassCastException
        | NullPointerException e) {
      String message = String.valueOf(e.getMessage());
      // Where the reader of JSON says that it stopped.
      Matcher place = Pattern.compile("at (line \\d+ column \\d+)").matcher(message);
      throw new IllegalArgumentException(
          "it is no report of hld check" + (place.find() ? " (" + place.group(1) + ")" : ""), e);
    }
  }

  private static Map<String, JsonArray> byPack(JsonObject root, String list) {
    Map<String, JsonArray> byPack = new HashMap<>();
    if (root.has(list)) {
      for (JsonElement each : root.getAsJsonArray(list)) {
        String pack = JsonPackReader.text(each.getAsJsonObject(), "pack");
        byPack.computeIfAbsent(pack, p -> new JsonArray()).add(each);
      }
    }
    return byPack;
  }

  private static List<PackReport> line(
      String line, BiFunction<String, String, Template> templates) {
    JsonObject json = JsonParser.parseString(line).getAsJsonObject();
    if (!json.has("pack")) {
      return List.of();
    }
    JsonObject pack = json.getAsJsonObject("pack");
    JsonArray suppressed =
        pack.has("suppressed") ? pack.getAsJsonArray("suppressed") : new JsonArray();
    return List.of(read(pack, pack.getAsJsonArray("findings"), suppressed, templates));
  }

  private static PackReport read(
      JsonObject pack,
      JsonArray findings,
      JsonArray suppressed,
      BiFunction<String, String, Template> templates) {
    String home = JsonPackReader.text(pack, "home");
    Template template = templates.apply(home, JsonPackReader.text(pack, "template"));
    return JsonPackReader.read(pack, findings, suppressed, template);
  }
}
