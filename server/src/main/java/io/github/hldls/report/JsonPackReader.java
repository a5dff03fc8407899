package io.github.hldls.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.hldls.check.Status;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads what {@link JsonPack} writes. Whatever else is read, is an {@link
 * IllegalArgumentException}.
 */
final class JsonPackReader {
  private static final JsonArray NONE = new JsonArray();
  private static final Map<String, Status> STATUSES = new HashMap<>();

  static {
    for (Status status : Status.values()) {
      STATUSES.put(JsonPack.name(status), status);
    }
  }

  private final JsonObject pack;
  private final Template template;
  private final Map<String, Requirement> rows = new HashMap<>();

  private JsonPackReader(JsonObject pack, Template template) {
    this.pack = pack;
    this.template = template;
    template.requirements().forEach(row -> rows.put(row.id(), row));
  }

  /**
   * A pack.
   *
   * @param findings those of the pack
   * @param suppressed those of the pack that files ask not to be told of
   * @param template the one of the name in {@code template}
   */
  static PackReport read(
      JsonObject pack, JsonArray findings, JsonArray suppressed, Template template) {
    if (!text(pack, "template").equals(template.name())) {
      throw new IllegalArgumentException(
          text(pack, "path") + " was checked by the template " + text(pack, "template"));
    }
    return new JsonPackReader(pack, template).read(findings, suppressed);
  }

  private PackReport read(JsonArray findings, JsonArray suppressed) {
    return new PackReport(
        text(pack, "name"),
        text(pack, "path"),
        text(pack, "home"),
        template,
        list(array(pack, "files"), this::file),
        list(array(pack, "requirements"), this::entry),
        list(array(pack, "calculations"), JsonPackReader::calculation),
        list(findings, JsonPackReader::finding),
        list(suppressed, JsonPackReader::suppressed),
        number(pack, "known"),
        number(pack, "fixed"),
        texts(array(pack, "failures")));
  }

  private PackReport.FileEntry file(JsonObject json) {
    FileRole role =
        template
            .file(text(json, "role"))
            .orElseThrow(() -> new IllegalArgumentException("no such file: " + json));
    return new PackReport.FileEntry(
        role, text(json, "path"), member(json, "present").getAsBoolean());
  }

  private PackReport.Entry entry(JsonObject json) {
    Requirement row = rows.get(text(json, "id"));
    Status status = STATUSES.get(text(json, "status"));
    if (row == null || status == null) {
      throw new IllegalArgumentException("no such requirement or status: " + json);
    }
    return new PackReport.Entry(row, status, list(array(json, "evidence"), JsonPackReader::lines));
  }

  private static PackReport.Lines lines(JsonObject json) {
    String excerpt = json.has("excerpt") ? text(json, "excerpt") : "";
    return new PackReport.Lines(
        text(json, "file"), number(json, "startLine"), number(json, "endLine"), excerpt);
  }

  private static PackReport.CalculationEntry calculation(JsonObject json) {
    return new PackReport.CalculationEntry(
        text(json, "file"),
        number(json, "line"),
        text(json, "expression"),
        text(json, "claimed"),
        text(json, "computed"),
        text(json, "verdict"));
  }

  private static PackReport.FindingEntry finding(JsonObject json) {
    PackReport.Place place = place(json, text(json, "file"));
    return new PackReport.FindingEntry(
        text(json, "rule"),
        Severity.valueOf(text(json, "severity").toUpperCase(Locale.ROOT)),
        text(json, "message"),
        place,
        text(json, "source"),
        texts(array(json, "requirements")),
        list(
            array(json, "related"),
            r -> new PackReport.RelatedEntry(place(r, text(r, "file")), text(r, "message"))),
        list(
            json.has("fix") ? array(json, "fix") : NONE,
            e -> new PackReport.EditEntry(place(e, place.file()), text(e, "text"))));
  }

  private static PackReport.SuppressedEntry suppressed(JsonObject json) {
    JsonObject by = member(json, "by").getAsJsonObject();
    return new PackReport.SuppressedEntry(
        finding(json), place(by, text(by, "file")), text(json, "reason"));
  }

  private static PackReport.Place place(JsonObject json, String file) {
    JsonObject range = member(json, "range").getAsJsonObject();
    JsonObject start = member(range, "start").getAsJsonObject();
    JsonObject end = member(range, "end").getAsJsonObject();
    return new PackReport.Place(
        file,
        number(start, "line"),
        number(start, "column"),
        number(end, "line"),
        number(end, "column"));
  }

  private static JsonElement member(JsonObject json, String name) {
    JsonElement member = json.get(name);
    if (member == null) {
      throw new IllegalArgumentException("\"" + name + "\" is missing");
    }
    return member;
  }

  static String text(JsonObject json, String name) {
    return member(json, name).getAsString();
  }

  private static int number(JsonObject json, String name) {
    return member(json, name).getAsInt();
  }

  private static JsonArray array(JsonObject json, String name) {
    return member(json, name).getAsJsonArray();
  }

  private static List<String> texts(JsonArray array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.getAsString()));
    return texts;
  }

  private static <T> List<T> list(JsonArray array, Function<JsonObject, T> read) {
    List<T> list = new ArrayList<>();
    for (JsonElement each : array) {
      list.add(read.apply(each.getAsJsonObject()));
    }
    return list;
  }
}
