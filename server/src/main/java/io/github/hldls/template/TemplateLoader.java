package io.github.hldls.template;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.hldls.text.Glob;
import io.github.hldls.text.Near;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a template from its folder: {@code template.json} and, for each step, the file of rows that
 * it names. Every error names the file, the line, the row and the key.
 */
public final class TemplateLoader {
  /** The file of rows for what the program finds whatever the template says. */
  static final String OWN_FINDINGS = "findings";

  private static final String LIKENESS = "likeness.txt";

  private static final Set<String> ROOT_KEYS =
      Set.of(
          "$schema",
          "name",
          "words",
          "phrases",
          "quantities",
          "technologies",
          "placeholder",
          "files",
          "steps",
          "rules");
  private static final Set<String> FILE_KEYS = Set.of("id", "name", "title");
  private static final Set<String> TOPIC_KEYS =
      Set.of("technologies", "titles", "words", "absent", "reason", "change");
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
  private final TemplateSource source;
  private final Additions additions;
  private final Map<String, Expression> lists = new LinkedHashMap<>();
  private final ExpressionParser expressions;

  private final List<String> rowFiles = new ArrayList<>();
  private final Set<String> stepIds = new HashSet<>();
  private final Set<String> rowIds = new HashSet<>();

  /** The file that is being read. */
  private TemplateJson json = TemplateJson.NONE;

  private TemplateLoader(TemplateSource source, Additions additions) {
    this.source = source;
    this.additions = additions;
    this.expressions = new ExpressionParser(lists, source.isProven());
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
    JsonObject root = json.object(open("template.json"), "template");
    json.knownKeys(root, ROOT_KEYS);
    List<Technology> technologies = new ArrayList<>(catalogue(root));
    List<Technology> own = technologies(root, technologies);
    words(root, own);
    technologies.addAll(own);
    List<FileRole> files = files(root);
    for (JsonElement step : json.array(root, "steps")) {
      stepIds.add(json.optionalString(json.object(step, "steps"), "id", ""));
    }
    String templateName = json.string(root, "name");
    Expression placeholder = expression(root, "placeholder");
    Map<String, Expression> phrases = phrases(root);
    TechnologyNames names = names(technologies);
    List<Quantity> quantities = QuantityReader.read(json, expressions, root);
    String rules = json.optionalString(root, "rules", "");
    TemplateJson template = json;
    List<Step> steps = new ArrayList<>();
    for (JsonElement step : json.array(root, "steps")) {
      json = template;
      steps.add(step(json.object(step, "steps"), files));
    }
    return new Template(
        templateName,
        files,
        steps,
        rules.isEmpty() ? List.of() : rowFile(rules, "", Map.of()),
        ownFindings(),
        rowFiles,
        technologies,
        names,
        phrases,
        quantities,
        placeholder,
        source
            .find(LIKENESS)
            .map(text -> Likeness.read(LIKENESS, text, source.isProven()))
            .orElse(Likeness.NONE));
  }

  /** The word lists, each with what is added to it. */
  private void words(JsonObject root, List<Technology> technologies) {
    JsonObject words = json.optionalObject(root, "words");
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
      // The build has not proven what a team adds, so it is read at once.
      return expressions.parse(text).read();
    } catch (TemplateException e) {
      throw new AdditionException(String.valueOf(e.getMessage()), path);
    }
  }

  private Map<String, Expression> phrases(JsonObject root) {
    JsonObject written = json.optionalObject(root, "phrases");
    Map<String, Expression> phrases = new LinkedHashMap<>();
    written.keySet().forEach(name -> phrases.put(name, expression(written, name)));
    return phrases;
  }

  /** The technologies in a file of their own. Their names stand in the word lists anyway. */
  private List<Technology> catalogue(JsonObject root) {
    if (!root.has("technologies") || root.get("technologies").isJsonArray()) {
      return List.of();
    }
    TemplateJson template = json;
    JsonElement all = open(json.string(root, "technologies") + ".json");
    if (!all.isJsonArray()) {
      throw json.error("the file must be an array of technologies");
    }
    List<Technology> read = TechnologyReader.read(json, all.getAsJsonArray());
    json = template;
    return read;
  }

  /** The technologies in the template itself, and those that are added. */
  private List<Technology> technologies(JsonObject root, List<Technology> catalogue) {
    List<Technology> all = new ArrayList<>();
    if (root.has("technologies") && root.get("technologies").isJsonArray()) {
      all.addAll(TechnologyReader.read(json, json.array(root, "technologies")));
    }
    JsonObject words = json.optionalObject(root, "words");
    for (Technology technology : additions.technologies()) {
      String kind = technology.kind();
      if (!kind.isEmpty()
          && !words.has(kind)
          && catalogue.stream().noneMatch(known -> known.kind().equals(kind))) {
        noList(kind, words, "technologies", technology.name());
      }
      all.add(technology);
    }
    return all;
  }

  private TechnologyNames names(List<Technology> technologies) {
    List<String> phrases = new ArrayList<>();
    technologies.forEach(technology -> phrases.addAll(technology.phrases()));
    if (phrases.isEmpty()) {
      return TechnologyNames.NONE;
    }
    String all = String.join(" | ", phrases);
    boolean own = additions.technologies().isEmpty();
    return new TechnologyNames(
        technologies, own ? expressions.parse(all) : added(all, "technologies"));
  }

  private List<FileRole> files(JsonObject root) {
    List<FileRole> files = new ArrayList<>();
    for (JsonElement file : json.array(root, "files")) {
      files.add(file(json.object(file, "files")));
    }
    json.part("");
    if (files.size() > 1 && files.stream().anyMatch(FileRole::isPattern)) {
      throw json.error("\"files\" has a pattern: it must be the only one, for a pack in each file");
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
    json.part("file " + json.optionalString(file, "id", "?"));
    json.knownKeys(file, FILE_KEYS);
    String own = json.string(file, "name");
    checkName(own);
    FileRole role = new FileRole(json.string(file, "id"), own, json.string(file, "title"));
    List<String> names = new ArrayList<>(additions.files().getOrDefault(role.id(), List.of()));
    if (names.isEmpty()) {
      return role;
    }
    names.add(role.name());
    return new FileRole(role.id(), names.get(0), role.title(), names.subList(1, names.size()));
  }

  private void checkName(String file) {
    if (!FileRole.isName(file)) {
      throw json.error("\"name\" must be the name of a file, not a path: \"" + file + "\"");
    }
    try {
      Glob.ofName(file);
    } catch (IllegalArgumentException e) {
      throw json.error("\"name\": " + e.getMessage());
    }
  }

  private Step step(JsonObject step, List<FileRole> files) {
    json.part("step " + json.optionalString(step, "id", "?"));
    json.knownKeys(step, STEP_KEYS);
    JsonObject named = json.optionalObject(step, "parts");
    Map<String, String> parts = new LinkedHashMap<>();
    named.keySet().forEach(letter -> parts.put(letter, json.string(named, letter)));
    String id = json.string(step, "id");
    String file = json.string(step, "file");
    if (files.stream().noneMatch(role -> role.id().equals(file))) {
      throw json.error("\"file\" names no file: \"" + file + "\"");
    }
    Topic topic = step.has("topic") ? topic(json.object(step.get("topic"), "topic")) : null;
    Expression titles = expression(step, "titles");
    return new Step(
        id,
        json.integer(step, "number", 0),
        json.string(step, "title"),
        file,
        parts,
        titles,
        topic,
        rowFile(json.string(step, "rows"), id, parts));
  }

  private Topic topic(JsonObject topic) {
    json.knownKeys(topic, TOPIC_KEYS);
    return new Topic(
        json.optionalString(topic, "technologies", ""),
        expression(topic, "titles"),
        expression(topic, "words"),
        expression(topic, "absent"),
        expression(topic, "reason"),
        expression(topic, "change"));
  }

  /** The rules that hold whatever the template says. */
  private static List<Requirement> ownFindings() {
    return new TemplateLoader(TemplateSource.builtIn(), Additions.NONE)
        .rows(OWN_FINDINGS, "", Map.of());
  }

  private List<Requirement> rowFile(String name, String step, Map<String, String> parts) {
    rowFiles.add(name);
    return rows(name, step, parts);
  }

  private List<Requirement> rows(String name, String step, Map<String, String> parts) {
    String file = name + ".json";
    List<Requirement> rows = new ArrayList<>();
    JsonElement all = open(file);
    if (!all.isJsonArray()) {
      throw json.error("the file must be an array of rows");
    }
    for (JsonElement row : all.getAsJsonArray()) {
      json.part("row " + (rows.size() + 1));
      JsonObject object = json.object(row, "row");
      json.part(json.optionalString(object, "id", "row " + (rows.size() + 1)));
      Requirement requirement = requirement(object, step);
      checkIds(requirement, parts, object);
      rows.add(requirement);
    }
    return rows;
  }

  private Requirement requirement(JsonObject row, String step) {
    json.knownKeys(row, ROW_KEYS);
    List<Way> ways = new ArrayList<>();
    if (row.has("evidence")) {
      for (JsonElement way : json.array(row, "evidence")) {
        ways.add(WayReader.read(json, expressions, json.object(way, "evidence")));
      }
    }
    Kind kind = json.constant(Kind.class, json.optionalString(row, "kind", "topic"), "kind");
    return new Requirement(
        json.string(row, "id"),
        step,
        json.optionalString(row, "part", ""),
        kind,
        json.constant(
            Severity.class, json.optionalString(row, "severity", usual(kind)), "severity"),
        json.string(row, "title"),
        json.string(row, "text"),
        json.optionalString(row, "template", ""),
        json.optionalString(row, "why", ""),
        json.optionalString(row, "satisfies", ""),
        json.optionalString(row, "requires", ""),
        json.strings(row, "follows"),
        expression(row, "forbids"),
        json.optionalString(row, "check", ""),
        ways);
  }

  /** A row's own id is the only one; the others name something that is there. */
  private void checkIds(Requirement row, Map<String, String> parts, JsonObject written) {
    json.look(written, "id");
    if (!rowIds.add(row.id())) {
      throw json.error("\"id\" is taken: \"" + row.id() + "\"");
    }
    json.look(written, "part");
    if (!row.part().isEmpty() && !parts.containsKey(row.part())) {
      throw json.error("\"part\" names no part of its step: \"" + row.part() + "\"");
    }
    json.look(written, "requires");
    if (!row.requires().isEmpty() && !stepIds.contains(row.requires())) {
      throw json.error("\"requires\" names no step: \"" + row.requires() + "\"");
    }
  }

  /** What a design cannot do without is an error. */
  private static String usual(Kind kind) {
    return kind == Kind.PART || kind == Kind.SIMULATION ? "error" : "warning";
  }

  private Expression expression(JsonObject object, String key) {
    return expressions.of(json, object, key);
  }

  private JsonElement open(String file) {
    json =
        source
            .json(file)
            .map(root -> TemplateJson.of(file, root))
            .orElseGet(() -> TemplateJson.read(file, source.read(file)));
    return json.root();
  }
}
