package io.github.hldls.config;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.hldls.config.ConfigFile.Located;
import io.github.hldls.json.JsonException;
import io.github.hldls.json.JsonText;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Technology;
import io.github.hldls.text.Glob;
import io.github.hldls.text.LineColumn;
import io.github.hldls.text.Near;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the text of a configuration. What cannot be used is told and left out. */
final class ConfigReader {
  private static final List<String> KEYS =
      List.of(
          "$schema",
          "extends",
          "template",
          "rules",
          "overrides",
          "ignore",
          "files",
          "technologies",
          "vocabulary",
          "failOn",
          "diagnostics",
          "baseline");
  private static final List<String> SEVERITIES = List.of("off", "error", "warning", "info", "hint");

  /** More patterns than this would make checking slow, and no team writes them. */
  private static final int MAX_PATTERNS = 1000;

  private final Path file;
  private final Path folder;
  private final JsonText json;
  private final Consumer<Problem> problems;
  private final List<RuleSetting> rules = new ArrayList<>();
  private final List<Located<String>> patterns = new ArrayList<>();
  private final List<Setting> settings = new ArrayList<>();
  private int count;

  private ConfigReader(Path file, JsonText json, Consumer<Problem> problems) {
    this.file = file;
    this.folder = file.toAbsolutePath().normalize().resolveSibling("");
    this.json = json;
    this.problems = problems;
  }

  /** Reads a file's text; the choices that can be used. */
  static ConfigFile read(Path file, String text, Consumer<Problem> problems) {
    try {
      JsonText json = JsonText.parse(text);
      ConfigReader reader = new ConfigReader(file, json, problems);
      if (json.root() instanceof JsonObject root) {
        return reader.file(root);
      }
      reader.problem(json.root(), "", "a configuration is an object");
    } catch (JsonException e) {
      problems.accept(new Problem(new Origin(file, e.place()), "", "no JSON: " + e.getMessage()));
    }
    return ConfigFile.EMPTY;
  }

  private ConfigFile file(JsonObject root) {
    knownKeys(root, KEYS);
    List<String> bases = strings(root, "extends");
    bases.stream()
        .filter(base -> !isPath(base))
        .forEach(base -> problem(root, "extends", "\"" + quotable(base) + "\" is no path"));
    List<Located<String>> extended =
        located(root, "extends", bases.stream().filter(ConfigReader::isPath).toList());
    Optional<Located<String>> template = single(root, "template");
    rules(root, List.of());
    overrides(root);
    Map<String, List<String>> files = lists(root, "files");
    checkNames(root, files);
    return new ConfigFile(
        extended,
        rules,
        patterns,
        paths(root, "ignore"),
        files,
        technologies(root),
        lists(root, "vocabulary"),
        choice(root, "failOn", FailLevel.class),
        scope(root),
        template,
        single(root, "baseline"),
        settings);
  }

  private void rules(JsonObject owner, List<PathPattern> where) {
    JsonObject named = object(owner, "rules");
    for (Map.Entry<String, JsonElement> entry : named.entrySet()) {
      String rule = entry.getKey();
      String value = string(entry.getValue()).orElse("");
      if (!SEVERITIES.contains(value)) {
        problem(named, rule, "must be one of " + quoted(SEVERITIES) + suggestion(value));
      } else if (isPattern(named, rule, rule)) {
        rules.add(new RuleSetting(Glob.ofName(rule), severity(value), where));
        patterns.add(new Located<>(rule, origin(named, rule)));
        settings.add(new Setting("rules: " + rule, value, where, false, origin(named, rule)));
      }
    }
  }

  private static String suggestion(String value) {
    return Near.suggestion(value, SEVERITIES);
  }

  private static Optional<Severity> severity(String value) {
    return value.equals("off")
        ? Optional.empty()
        : Optional.of(Severity.valueOf(value.toUpperCase(Locale.ROOT)));
  }

  /** Whether a text is a pattern; tells if it is not. */
  private boolean isPattern(JsonElement owner, String key, String text) {
    try {
      Glob.ofName(text);
      return hasRoom(owner, key);
    } catch (IllegalArgumentException e) {
      problem(owner, key, String.valueOf(e.getMessage()));
      return false;
    }
  }

  private boolean hasRoom(JsonElement owner, String key) {
    count++;
    if (count == MAX_PATTERNS + 1) {
      problem(owner, key, "this and all that follow are left out: there are too many patterns");
    }
    return count <= MAX_PATTERNS;
  }

  private void overrides(JsonObject root) {
    for (JsonElement each : array(root, "overrides")) {
      if (!(each instanceof JsonObject override)) {
        problem(root, "overrides", "must hold objects with \"paths\" and \"rules\"");
        continue;
      }
      knownKeys(override, List.of("paths", "rules"));
      List<PathPattern> where = paths(override, "paths");
      if (where.isEmpty()) {
        problem(override, "paths", "an override needs the paths that it is for");
      } else {
        rules(override, where);
      }
    }
  }

  private List<PathPattern> paths(JsonObject owner, String key) {
    List<PathPattern> paths = new ArrayList<>();
    for (String text : strings(owner, key)) {
      try {
        if (hasRoom(owner, key)) {
          paths.add(new PathPattern(text, folder));
        }
        if (key.equals("ignore")) {
          settings.add(new Setting(key, text, List.of(), true, origin(owner, key)));
        }
      } catch (IllegalArgumentException e) {
        problem(owner, key, "\"" + text + "\": " + e.getMessage());
      }
    }
    return paths;
  }

  private Map<String, List<String>> lists(JsonObject root, String key) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    JsonObject named = object(root, key);
    for (String name : named.keySet()) {
      List<String> values = strings(named, name);
      if (!values.isEmpty()) {
        lists.put(name, values);
        boolean addsUp = key.equals("vocabulary");
        settings.add(
            new Setting(
                key + ": " + name,
                String.join(", ", values),
                List.of(),
                addsUp,
                origin(named, name)));
      }
    }
    return lists;
  }

  private void checkNames(JsonObject root, Map<String, List<String>> files) {
    JsonObject named = object(root, "files");
    files
        .entrySet()
        .removeIf(
            entry -> {
              boolean bad =
                  entry.getValue().stream().anyMatch(n -> !FileRole.isName(n) || Glob.isPattern(n));
              if (bad) {
                problem(named, entry.getKey(), "must be names of files, not paths or patterns");
              }
              return bad;
            });
  }

  private List<Technology> technologies(JsonObject root) {
    List<Technology> technologies = new ArrayList<>();
    for (JsonElement each : array(root, "technologies")) {
      if (!(each instanceof JsonObject technology)) {
        problem(root, "technologies", "must hold objects with \"name\", \"aliases\" and \"kind\"");
        continue;
      }
      knownKeys(technology, List.of("name", "aliases", "kind", "about"));
      Optional<String> name = string(technology.get("name")).filter(n -> !n.isBlank());
      if (name.isEmpty()) {
        problem(technology, "name", "a technology needs a name");
        continue;
      }
      String kind = string(technology.get("kind")).orElse("");
      String about = string(technology.get("about")).orElse("");
      technologies.add(
          new Technology(name.get(), strings(technology, "aliases"), kind, about, false, false));
      settings.add(
          new Setting(
              "technologies",
              name.get() + " (" + kind + ")",
              List.of(),
              true,
              origin(technology, "name")));
    }
    return technologies;
  }

  private Optional<Boolean> scope(JsonObject root) {
    JsonObject diagnostics = object(root, "diagnostics");
    knownKeys(diagnostics, List.of("scope"));
    if (!diagnostics.has("scope")) {
      return Optional.empty();
    }
    String value = string(diagnostics.get("scope")).orElse("");
    if (!value.equals("workspace") && !value.equals("openFiles")) {
      problem(diagnostics, "scope", "must be \"workspace\" or \"openFiles\"");
      return Optional.empty();
    }
    settings.add(
        new Setting("diagnostics: scope", value, List.of(), false, origin(diagnostics, "scope")));
    return Optional.of(value.equals("workspace"));
  }

  private Optional<Located<String>> single(JsonObject root, String key) {
    if (!root.has(key)) {
      return Optional.empty();
    }
    Optional<String> value = string(root.get(key)).filter(ConfigReader::isPath);
    if (value.isEmpty()) {
      problem(root, key, "must be a path");
    }
    value.ifPresent(v -> settings.add(new Setting(key, v, List.of(), false, origin(root, key))));
    return value.map(v -> new Located<>(v, origin(root, key)));
  }

  private static boolean isPath(String text) {
    try {
      return !text.isBlank() && !Path.of(text).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String quotable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private List<Located<String>> located(JsonObject owner, String key, List<String> values) {
    return values.stream().map(value -> new Located<>(value, origin(owner, key))).toList();
  }

  private <E extends Enum<E>> Optional<E> choice(JsonObject root, String key, Class<E> type) {
    if (!root.has(key)) {
      return Optional.empty();
    }
    String value = string(root.get(key)).orElse("");
    List<String> names =
        Arrays.stream(type.getEnumConstants()).map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
    if (!names.contains(value)) {
      problem(root, key, "must be one of " + quoted(names) + Near.suggestion(value, names));
      return Optional.empty();
    }
    settings.add(new Setting(key, value, List.of(), false, origin(root, key)));
    return Optional.of(Enum.valueOf(type, value.toUpperCase(Locale.ROOT)));
  }

  private static String quoted(Collection<String> words) {
    return "\"" + String.join("\", \"", words) + "\"";
  }

  private void knownKeys(JsonObject object, List<String> known) {
    for (String key : object.keySet()) {
      if (!known.contains(key)) {
        problem(object, key, "there is no such key" + Near.suggestion(key, known));
      }
    }
  }

  private JsonObject object(JsonObject owner, String key) {
    JsonElement value = owner.get(key);
    if (value != null && !value.isJsonObject()) {
      problem(owner, key, "must be an object");
    }
    return value instanceof JsonObject object ? object : new JsonObject();
  }

  private JsonArray array(JsonObject owner, String key) {
    JsonElement value = owner.get(key);
    if (value != null && !value.isJsonArray()) {
      problem(owner, key, "must be an array");
    }
    return value instanceof JsonArray array ? array : new JsonArray();
  }

  /** A text, or an array of texts. */
  private List<String> strings(JsonObject owner, String key) {
    JsonElement value = owner.get(key);
    if (value == null) {
      return List.of();
    }
    List<String> strings = new ArrayList<>();
    for (JsonElement each : value.isJsonArray() ? value.getAsJsonArray() : arrayOf(value)) {
      Optional<String> text = string(each);
      if (text.isEmpty()) {
        problem(owner, key, "must be a text or an array of texts");
        return List.of();
      }
      strings.add(text.get());
    }
    return strings;
  }

  private static JsonArray arrayOf(JsonElement value) {
    JsonArray array = new JsonArray();
    array.add(value);
    return array;
  }

  private static Optional<String> string(@Nullable JsonElement value) {
    return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  private Origin origin(JsonElement owner, String key) {
    LineColumn place = json.place(owner, key);
    return new Origin(file, place);
  }

  private void problem(JsonElement owner, String key, String message) {
    problems.accept(new Problem(origin(owner, key), key, message));
  }
}
