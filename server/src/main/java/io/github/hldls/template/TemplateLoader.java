package io.github.hldls.template;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.hldls.json.JsonException;
import io.github.hldls.json.JsonText;
import io.github.hldls.template.Way.Grade;
import io.github.hldls.template.Way.Span;
import io.github.hldls.text.Glob;
import io.github.hldls.text.LineColumn;
import io.github.hldls.text.Near;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a template from its folder: {@code template.json} and, for each step, the file of rows that
 * it names. Every error names the file, the line, the row and the key.
 */
public final class TemplateLoader {
  private static final Set<String> ROOT_KEYS =
      Set.of("$schema", "name", "words", "technologies", "placeholder", "files", "steps", "rules");
  private static final Set<String> FILE_KEYS = Set.of("id", "name", "title");
  private static final Set<String> TECHNOLOGY_KEYS = Set.of("name", "aliases", "kind");
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
  private final Additions additions;
  private final Map<String, Expression> lists = new LinkedHashMap<>();
  private final ExpressionParser expressions = new ExpressionParser(lists);

  private final List<String> rowFiles = new ArrayList<>();
  private final Set<String> stepIds = new HashSet<>();
  private final Set<String> rowIds = new HashSet<>();

  /** The file that is being read, and the object and key in it that were looked at last. */
  private String name = "template.json";

  private JsonText json = JsonText.parse("{}");
  private JsonElement owner = json.root();
  private String key = "";

  /** What part of the file is being read, for messages. */
  private String part = "";

  private TemplateLoader(TemplateSource source, Additions additions) {
    this.source = source;
    this.additions = additions;
  }

  /**
   * Reads a template.
   *
   * @throws TemplateException if the template cannot be used
   */
  public static Template load(TemplateSource source) {
    return load(source, Additions.NONE);
  }

  /**
   * Reads a template and adds to it.
   *
   * @throws TemplateException if the template cannot be used
   * @throws AdditionException if something added does not fit it
   */
  static Template load(TemplateSource source, Additions additions) {
    return new TemplateLoader(source, additions).load();
  }

  private Template load() {
    JsonObject root = object(parse("template.json"), "template");
    knownKeys(root, ROOT_KEYS);
    List<Technology> technologies = technologies(root);
    words(root, technologies);
    List<FileRole> files = files(root);
    for (JsonElement step : array(root, "steps")) {
      stepIds.add(optionalString(object(step, "steps"), "id", ""));
    }
    String templateName = string(root, "name");
    Expression placeholder = expression(root, "placeholder");
    String rules = optionalString(root, "rules", "");
    JsonText template = json;
    List<Step> steps = new ArrayList<>();
    for (JsonElement step : array(root, "steps")) {
      look("template.json", template, "");
      steps.add(step(object(step, "steps"), files));
    }
    return new Template(
        templateName,
        files,
        steps,
        rules.isEmpty() ? List.of() : rowFile(rules, "", Map.of()),
        ownFindings(),
        rowFiles,
        technologies,
        placeholder);
  }

  private void look(String file, JsonText text, String section) {
    name = file;
    json = text;
    part = section;
  }

  /** The word lists, each with what is added to it. */
  private void words(JsonObject root, List<Technology> technologies) {
    JsonObject words = optionalObject(root, "words");
    additions.words().keySet().stream()
        .filter(list -> !words.has(list))
        .forEach(list -> noList(list, words, "vocabulary", list));
    for (String list : words.keySet()) {
      Expression own = expression(words, list);
      for (String more : additions.words().getOrDefault(list, List.of())) {
        own = own.or(added(more, "vocabulary", list));
      }
      for (Technology technology : technologies) {
        if (technology.kind().equals(list)) {
          own = own.or(added(String.join(" | ", technology.phrases()), "technologies"));
        }
      }
      lists.put(list, own);
    }
  }

  private static void noList(String list, JsonObject words, String... path) {
    throw new AdditionException(
        "the template has no word list \"" + list + "\"" + Near.suggestion(list, words.keySet()),
        path);
  }

  private Expression added(String text, String... path) {
    try {
      return expressions.parse(text);
    } catch (TemplateException e) {
      throw new AdditionException(String.valueOf(e.getMessage()), path);
    }
  }

  private List<Technology> technologies(JsonObject root) {
    List<Technology> all = new ArrayList<>();
    if (root.has("technologies")) {
      for (JsonElement each : array(root, "technologies")) {
        all.add(each.isJsonObject() ? technology(each.getAsJsonObject()) : plain(each));
      }
    }
    JsonObject words = optionalObject(root, "words");
    for (Technology technology : additions.technologies()) {
      if (!technology.kind().isEmpty() && !words.has(technology.kind())) {
        noList(technology.kind(), words, "technologies", technology.name());
      }
      all.add(technology);
    }
    return all;
  }

  private Technology plain(JsonElement name) {
    return new Technology(text(name, "technologies"), List.of(), "");
  }

  private Technology technology(JsonObject json) {
    knownKeys(json, TECHNOLOGY_KEYS);
    return new Technology(
        string(json, "name"), strings(json, "aliases"), optionalString(json, "kind", ""));
  }

  private List<FileRole> files(JsonObject root) {
    List<FileRole> files = new ArrayList<>();
    for (JsonElement file : array(root, "files")) {
      files.add(file(object(file, "files")));
    }
    part = "";
    if (files.size() > 1 && files.stream().anyMatch(FileRole::isPattern)) {
      throw error("\"files\" has a pattern: it must be the only one, for a pack in each file");
    }
    List<String> ids = files.stream().map(FileRole::id).toList();
    for (String id : additions.files().keySet()) {
      if (!ids.contains(id)) {
        throw new AdditionException(
            "the template has no file \"" + id + "\"" + Near.suggestion(id, ids), "files", id);
      }
    }
    return files;
  }

  private FileRole file(JsonObject file) {
    part = "file " + optionalString(file, "id", "?");
    knownKeys(file, FILE_KEYS);
    String own = string(file, "name");
    checkName(own);
    FileRole role = new FileRole(string(file, "id"), own, string(file, "title"));
    List<String> names = new ArrayList<>(additions.files().getOrDefault(role.id(), List.of()));
    if (names.isEmpty()) {
      return role;
    }
    names.add(role.name());
    return new FileRole(role.id(), names.get(0), role.title(), names.subList(1, names.size()));
  }

  private void checkName(String file) {
    if (file.isEmpty() || file.contains("/") || file.contains("\\")) {
      throw error("\"name\" must be the name of a file, not a path: \"" + file + "\"");
    }
    try {
      Glob.ofName(file);
    } catch (IllegalArgumentException e) {
      throw error("\"name\": " + e.getMessage());
    }
  }

  private Step step(JsonObject step, List<FileRole> files) {
    part = "step " + optionalString(step, "id", "?");
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
    return new TemplateLoader(TemplateSource.builtIn(), Additions.NONE)
        .rows("findings", "", Map.of());
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
      part = "row " + (rows.size() + 1);
      JsonObject object = object(row, "row");
      part = optionalString(object, "id", part);
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
    try {
      look(file, JsonText.parse(source.read(file)), "");
      return json.root();
    } catch (JsonException e) {
      int line = e.place().line() + 1;
      throw new TemplateException(file + ":" + line + ": no JSON: " + e.getMessage(), e);
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
        look(object, key);
        throw error("there is no key \"" + key + "\"" + Near.suggestion(key, known));
      }
    }
  }

  private void look(JsonElement element, String name) {
    owner = element;
    key = name;
  }

  private JsonObject object(JsonElement element, String key) {
    look(element, "");
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
    look(object, key);
    JsonElement value = object.get(key);
    if (value == null || !value.isJsonArray()) {
      throw error("\"" + key + "\" must be an array");
    }
    return value.getAsJsonArray();
  }

  private String string(JsonObject object, String key) {
    look(object, key);
    if (!object.has(key)) {
      throw error("\"" + key + "\" is missing");
    }
    return text(object.get(key), key);
  }

  private String optionalString(JsonObject object, String key, String otherwise) {
    look(object, key);
    return object.has(key) ? text(object.get(key), key) : otherwise;
  }

  private String text(JsonElement value, String key) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw error("\"" + key + "\" must be a text");
    }
    return value.getAsString();
  }

  private int integer(JsonObject object, String key, int otherwise) {
    look(object, key);
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
    LineColumn place = json.place(owner, key);
    String where = name + ":" + (place.line() + 1) + ": " + (part.isEmpty() ? "" : part + ": ");
    return new TemplateException(where + message);
  }
}
