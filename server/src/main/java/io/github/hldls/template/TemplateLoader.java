package io.github.hldls.template;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.hldls.template.Way.Grade;
import io.github.hldls.template.Way.Span;
import java.util.ArrayList;
import java.util.HashSet;
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
  /** The file of rows for what the program finds whatever the template says. */
  static final String OWN_FINDINGS = "findings";

  private static final Set<String> ROOT_KEYS =
      Set.of("name", "words", "placeholder", "files", "steps", "rules");
  private static final Set<String> FILE_KEYS = Set.of("id", "name", "title");
  private static final Set<String> TOPIC_KEYS =
      Set.of("titles", "words", "absent", "reason", "change");
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
          "check",
          "evidence");
  private static final Set<String> WAY_KEYS =
      Set.of(
          "title",
          "under",
          "notUnder",
          "not",
          "has",
          "need",
          "times",
          "words",
          "span",
          "shape",
          "grade");

  private final TemplateSource source;
  private final Map<String, Expression> lists = new LinkedHashMap<>();
  private final ExpressionParser expressions;

  private final List<String> rowFiles = new ArrayList<>();
  private final Set<String> stepIds = new HashSet<>();
  private final Set<String> rowIds = new HashSet<>();

  /** What is being read, for messages. */
  private String place = "template.json";

  private TemplateLoader(TemplateSource source) {
    this.source = source;
    this.expressions = new ExpressionParser(lists, source.isProven());
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
    JsonObject root = object(parse("template.json"), "template");
    knownKeys(root, ROOT_KEYS);
    JsonObject words = optionalObject(root, "words");
    for (String list : words.keySet()) {
      lists.put(list, expression(words, list));
    }
    List<FileRole> files = new ArrayList<>();
    for (JsonElement file : array(root, "files")) {
      files.add(file(object(file, "files")));
    }
    for (JsonElement step : array(root, "steps")) {
      stepIds.add(optionalString(object(step, "steps"), "id", ""));
    }
    List<Step> steps = new ArrayList<>();
    for (JsonElement step : array(root, "steps")) {
      steps.add(step(object(step, "steps"), files));
    }
    List<Requirement> rules = List.of();
    if (root.has("rules")) {
      rules = rowFile(string(root, "rules"), "", Map.of());
    }
    place = "template.json";
    return new Template(
        string(root, "name"),
        files,
        steps,
        rules,
        ownFindings(),
        rowFiles,
        expression(root, "placeholder"));
  }

  private FileRole file(JsonObject file) {
    place = "template.json: file " + optionalString(file, "id", "?");
    knownKeys(file, FILE_KEYS);
    return new FileRole(string(file, "id"), string(file, "name"), string(file, "title"));
  }

  private Step step(JsonObject step, List<FileRole> files) {
    place = "template.json: step " + optionalString(step, "id", "?");
    knownKeys(step, STEP_KEYS);
    JsonObject named = optionalObject(step, "parts");
    Map<String, String> parts = new LinkedHashMap<>();
    named.keySet().forEach(letter -> parts.put(letter, string(named, letter)));
    String id = string(step, "id");
    String file = string(step, "file");
    if (files.stream().noneMatch(role -> role.id().equals(file))) {
      throw error("\"file\" names no file: \"" + file + "\"");
    }
    Topic topic = step.has("topic") ? topic(object(step.get("topic"), "topic")) : null;
    Expression titles = expression(step, "titles");
    return new Step(
        id,
        integer(step, "number", 0),
        string(step, "title"),
        file,
        parts,
        titles,
        topic,
        rowFile(string(step, "rows"), id, parts));
  }

  private Topic topic(JsonObject topic) {
    knownKeys(topic, TOPIC_KEYS);
    return new Topic(
        expression(topic, "titles"),
        expression(topic, "words"),
        expression(topic, "absent"),
        expression(topic, "reason"),
        expression(topic, "change"));
  }

  /** The rules that hold whatever the template says. */
  private static List<Requirement> ownFindings() {
    return new TemplateLoader(TemplateSource.builtIn()).rows(OWN_FINDINGS, "", Map.of());
  }

  private List<Requirement> rowFile(String name, String step, Map<String, String> parts) {
    rowFiles.add(name);
    return rows(name, step, parts);
  }

  private List<Requirement> rows(String name, String step, Map<String, String> parts) {
    String file = name + ".json";
    List<Requirement> rows = new ArrayList<>();
    JsonElement all = parse(file);
    if (!all.isJsonArray()) {
      throw error("the file must be an array of rows");
    }
    for (JsonElement row : all.getAsJsonArray()) {
      place = file + ": row " + (rows.size() + 1);
      JsonObject object = object(row, "row");
      place = file + ": " + optionalString(object, "id", "row " + (rows.size() + 1));
      Requirement requirement = requirement(object, step);
      checkIds(requirement, parts);
      rows.add(requirement);
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
        optionalString(row, "check", ""),
        ways);
  }

  /** A row's own id is the only one; the others name something that is there. */
  private void checkIds(Requirement row, Map<String, String> parts) {
    if (!rowIds.add(row.id())) {
      throw error("\"id\" is taken: \"" + row.id() + "\"");
    }
    if (!row.part().isEmpty() && !parts.containsKey(row.part())) {
      throw error("\"part\" names no part of its step: \"" + row.part() + "\"");
    }
    if (!row.requires().isEmpty() && !stepIds.contains(row.requires())) {
      throw error("\"requires\" names no step: \"" + row.requires() + "\"");
    }
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
        has.add(parseExpression(text(group, "has"), "has"));
      }
    }
    if (title.isEmpty() && has.isEmpty()) {
      throw error("a way needs \"title\" or \"has\"");
    }
    int need = integer(way, "need", has.size());
    if (need < Math.min(1, has.size()) || need > has.size()) {
      throw error("\"need\" must be from 1 to the number of \"has\", not " + need);
    }
    return new Way(
        title,
        expression(way, "under"),
        expression(way, "notUnder"),
        expression(way, "not"),
        has,
        need,
        integer(way, "times", 1),
        integer(way, "words", title.isEmpty() ? 0 : 6),
        constant(
            Span.class, optionalString(way, "span", title.isEmpty() ? "block" : "section"), "span"),
        constant(Way.Shape.class, optionalString(way, "shape", "any"), "shape"),
        constant(Grade.class, optionalString(way, "grade", "met"), "grade"));
  }

  private Expression expression(JsonObject object, String key) {
    return object.has(key) ? parseExpression(string(object, key), key) : Expression.NONE;
  }

  private Expression parseExpression(String text, String key) {
    try {
      return expressions.parse(text);
    } catch (TemplateException e) {
      throw error("\"" + key + "\": " + e.getMessage());
    }
  }

  private JsonElement parse(String file) {
    place = file;
    return source.json(file);
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
      array(object, key).forEach(element -> strings.add(text(element, key)));
    }
    return strings;
  }

  private JsonObject optionalObject(JsonObject object, String key) {
    return object.has(key) ? object(object.get(key), key) : new JsonObject();
  }

  private JsonArray array(JsonObject object, String key) {
    JsonElement value = object.get(key);
    if (value == null || !value.isJsonArray()) {
      throw error("\"" + key + "\" must be an array");
    }
    return value.getAsJsonArray();
  }

  private String string(JsonObject object, String key) {
    if (!object.has(key)) {
      throw error("\"" + key + "\" is missing");
    }
    return text(object.get(key), key);
  }

  private String optionalString(JsonObject object, String key, String otherwise) {
    return object.has(key) ? text(object.get(key), key) : otherwise;
  }

  private String text(JsonElement value, String key) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw error("\"" + key + "\" must be a text");
    }
    return value.getAsString();
  }

  private int integer(JsonObject object, String key, int otherwise) {
    if (!object.has(key)) {
      return otherwise;
    }
    try {
      return object.get(key).getAsInt();
    } catch (NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
      throw error("\"" + key + "\" must be a whole number");
    }
  }

  private TemplateException error(String message) {
    return new TemplateException(place + ": " + message);
  }
}
