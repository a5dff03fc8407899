package io.github.hldls.template;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.hldls.template.Way.Grade;
import io.github.hldls.template.Way.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a template from its folder: {@code template.json} and, for each step, the file of rows that
 * it names. Every error names the file, the row and the key.
 */
public final class TemplateLoader {
  private static final Set<String> STEP_KEYS =
      Set.of("id", "number", "title", "file", "parts", "titles", "topic", "rows");
  private static final Set<String> ROW_KEYS =
      Set.of(
          "id",
          "part",
          "kind",
          "severity",
          "title",
          "text",
          "template",
          "why",
          "satisfies",
          "requires",
          "follows",
          "forbids",
          "evidence");
  private static final Set<String> WAY_KEYS =
      Set.of("title", "under", "not", "has", "need", "times", "words", "span", "grade");

  private final TemplateSource source;
  private final Map<String, Expression> lists = new LinkedHashMap<>();
  private final ExpressionParser expressions = new ExpressionParser(lists);

  private final List<String> rowFiles = new ArrayList<>();

  /** What is being read, for messages. */
  private String place = "template.json";

  private TemplateLoader(TemplateSource source) {
    this.source = source;
  }

  /**
   * Reads a template.
   *
   * @throws TemplateException if the template cannot be used
   */
  public static Template load(TemplateSource source) {
    return new TemplateLoader(source).load();
  }

  private Template load() {
    JsonObject root = object(parse("template.json"), "");
    try {
      for (Map.Entry<String, JsonElement> list : optionalObject(root, "words").entrySet()) {
        place = "template.json: words: " + list.getKey();
        lists.put(list.getKey(), expressions.parse(list.getValue().getAsString()));
      }
      place = "template.json";
      List<FileRole> files = new ArrayList<>();
      for (JsonElement file : array(root, "files")) {
        JsonObject row = object(file, "files");
        files.add(new FileRole(string(row, "id"), string(row, "name"), string(row, "title")));
      }
      List<Step> steps = new ArrayList<>();
      for (JsonElement step : array(root, "steps")) {
        steps.add(step(object(step, "steps")));
      }
      List<Requirement> rules = root.has("rules") ? rows(string(root, "rules"), "") : List.of();
      place = "template.json";
      return new Template(
          string(root, "name"),
          files,
          steps,
          rules,
          ownFindings(),
          rowFiles,
          expression(root, "placeholder"));
    } catch (IllegalStateException | UnsupportedOperationException | ClassCastException e) {
      throw error("a value has the wrong type: " + e.getMessage());
    }
  }

  private Step step(JsonObject step) {
    place = "template.json: step " + optionalString(step, "id", "?");
    knownKeys(step, STEP_KEYS);
    Map<String, String> parts = new LinkedHashMap<>();
    optionalObject(step, "parts")
        .entrySet()
        .forEach(e -> parts.put(e.getKey(), e.getValue().getAsString()));
    String id = string(step, "id");
    Topic topic = step.has("topic") ? topic(object(step.get("topic"), "topic")) : null;
    Expression titles = expression(step, "titles");
    return new Step(
        id,
        step.get("number").getAsInt(),
        string(step, "title"),
        string(step, "file"),
        parts,
        titles,
        topic,
        rowFile(string(step, "rows"), id));
  }

  private Topic topic(JsonObject topic) {
    return new Topic(
        expression(topic, "titles"),
        expression(topic, "words"),
        expression(topic, "absent"),
        expression(topic, "reason"),
        expression(topic, "change"));
  }

  /** The rules that hold whatever the template says. */
  private static List<Requirement> ownFindings() {
    return new TemplateLoader(TemplateSource.builtIn()).rows("findings", "");
  }

  private List<Requirement> rowFile(String name, String step) {
    rowFiles.add(name);
    return rows(name, step);
  }

  private List<Requirement> rows(String name, String step) {
    String file = name + ".json";
    List<Requirement> rows = new ArrayList<>();
    for (JsonElement row : parse(file).getAsJsonArray()) {
      JsonObject object = object(row, file);
      place = file + ": " + optionalString(object, "id", "row " + (rows.size() + 1));
      rows.add(requirement(object, step));
    }
    return rows;
  }

  private Requirement requirement(JsonObject row, String step) {
    knownKeys(row, ROW_KEYS);
    List<Way> ways = new ArrayList<>();
    if (row.has("evidence")) {
      for (JsonElement way : array(row, "evidence")) {
        ways.add(way(object(way, "evidence")));
      }
    }
    Kind kind = constant(Kind.class, optionalString(row, "kind", "topic"), "kind");
    return new Requirement(
        string(row, "id"),
        step,
        optionalString(row, "part", ""),
        kind,
        constant(Severity.class, optionalString(row, "severity", usual(kind)), "severity"),
        string(row, "title"),
        string(row, "text"),
        optionalString(row, "template", ""),
        optionalString(row, "why", ""),
        optionalString(row, "satisfies", ""),
        optionalString(row, "requires", ""),
        strings(row, "follows"),
        expression(row, "forbids"),
        ways);
  }

  /** What a design cannot do without is an error. */
  private static String usual(Kind kind) {
    return kind == Kind.PART || kind == Kind.SIMULATION ? "error" : "warning";
  }

  private Way way(JsonObject way) {
    knownKeys(way, WAY_KEYS);
    Expression title = expression(way, "title");
    List<Expression> has = new ArrayList<>();
    if (way.has("has")) {
      for (JsonElement group : array(way, "has")) {
        has.add(parseExpression(group.getAsString()));
      }
    }
    if (title.isEmpty() && has.isEmpty()) {
      throw error("a way needs \"title\" or \"has\"");
    }
    return new Way(
        title,
        expression(way, "under"),
        expression(way, "not"),
        has,
        way.has("need") ? way.get("need").getAsInt() : has.size(),
        way.has("times") ? way.get("times").getAsInt() : 1,
        way.has("words") ? way.get("words").getAsInt() : title.isEmpty() ? 0 : 6,
        constant(
            Span.class, optionalString(way, "span", title.isEmpty() ? "block" : "section"), "span"),
        constant(Grade.class, optionalString(way, "grade", "met"), "grade"));
  }

  private Expression expression(JsonObject object, String key) {
    return object.has(key) ? parseExpression(object.get(key).getAsString()) : Expression.NONE;
  }

  private Expression parseExpression(String text) {
    try {
      return expressions.parse(text);
    } catch (TemplateException e) {
      throw error(e.getMessage() == null ? "" : e.getMessage());
    }
  }

  private JsonElement parse(String file) {
    place = file;
    try {
      return JsonParser.parseString(source.read(file));
    } catch (JsonParseException e) {
      throw new TemplateException(file + ": " + e.getMessage(), e);
    }
  }

  private <E extends Enum<E>> E constant(Class<E> type, String name, String key) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(name)) {
        return constant;
      }
    }
    throw error("\"" + key + "\" cannot be \"" + name + "\"");
  }

  private void knownKeys(JsonObject object, Set<String> known) {
    for (String key : object.keySet()) {
      if (!known.contains(key)) {
        throw error("there is no key \"" + key + "\"");
      }
    }
  }

  private JsonObject object(JsonElement element, String key) {
    if (!element.isJsonObject()) {
      throw error("\"" + key + "\" must be an object");
    }
    return element.getAsJsonObject();
  }

  private List<String> strings(JsonObject object, String key) {
    List<String> strings = new ArrayList<>();
    if (object.has(key)) {
      array(object, key).forEach(element -> strings.add(element.getAsString()));
    }
    return strings;
  }

  private static JsonObject optionalObject(JsonObject object, String key) {
    return object.has(key) ? object.getAsJsonObject(key) : new JsonObject();
  }

  private JsonArray array(JsonObject object, String key) {
    JsonElement value = object.get(key);
    if (value == null || !value.isJsonArray()) {
      throw error("\"" + key + "\" must be an array");
    }
    return value.getAsJsonArray();
  }

  private String string(JsonObject object, String key) {
    JsonElement value = object.get(key);
    if (value == null || !value.isJsonPrimitive()) {
      throw error("\"" + key + "\" is missing");
    }
    return value.getAsString();
  }

  private static String optionalString(JsonObject object, String key, String otherwise) {
    return object.has(key) ? object.get(key).getAsString() : otherwise;
  }

  private TemplateException error(String message) {
    return new TemplateException(place + ": " + message);
  }
}
