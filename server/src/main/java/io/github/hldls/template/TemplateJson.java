package io.github.hldls.template;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.hldls.json.JsonException;
import io.github.hldls.json.JsonText;
import io.github.hldls.text.LineColumn;
import io.github.hldls.text.Near;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One of a template's JSON files. It remembers what was looked at last, so that an error names its
 * line.
 */
final class TemplateJson {
  static final TemplateJson NONE = read("template.json", "{}");

  private final String name;
  private final JsonText text;
  private JsonElement owner;
  private String key = "";

  /** What part of the file is being read, for messages. */
  private String part = "";

  private TemplateJson(String name, JsonText text) {
    this.name = name;
    this.text = text;
    this.owner = text.root();
  }

  /**
   * Reads a file's text.
   *
   * @throws TemplateException if it is no JSON
   */
  static TemplateJson read(String name, String text) {
    try {
      return new TemplateJson(name, JsonText.parse(text));
    } catch (JsonException e) {
      int line = e.place().line() + 1;
      throw new TemplateException(name + ":" + line + ": no JSON: " + e.getMessage(), e);
    }
  }

  /** A file that was read before and is in order. */
  static TemplateJson of(String name, JsonElement root) {
    return new TemplateJson(name, JsonText.of(root));
  }

  JsonElement root() {
    return text.root();
  }

  /** Says what part of the file is read from now on. */
  void part(String words) {
    part = words;
  }

  <E extends Enum<E>> E constant(Class<E> type, String name, String key) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(name) && name.equals(name.toLowerCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw error("\"" + key + "\" cannot be \"" + name + "\"");
  }

  void knownKeys(JsonObject object, Set<String> known) {
    for (String key : object.keySet()) {
      if (!known.contains(key)) {
        look(object, key);
        throw error("there is no key \"" + key + "\"" + Near.suggestion(key, known));
      }
    }
  }

  /** Turns to a key of an object, of which an error may speak. */
  void look(JsonElement element, String named) {
    owner = element;
    key = named;
  }

  JsonObject object(JsonElement element, String key) {
    look(element, "");
    if (!element.isJsonObject()) {
      throw error("\"" + key + "\" must be an object");
    }
    return element.getAsJsonObject();
  }

  List<String> strings(JsonObject object, String key) {
    List<String> strings = new ArrayList<>();
    if (object.has(key)) {
      array(object, key).forEach(element -> strings.add(text(element, key)));
    }
    return strings;
  }

  JsonObject optionalObject(JsonObject object, String key) {
    return object.has(key) ? object(object.get(key), key) : new JsonObject();
  }

  JsonArray array(JsonObject object, String key) {
    look(object, key);
    JsonElement value = object.get(key);
    if (value == null || !value.isJsonArray()) {
      throw error("\"" + key + "\" must be an array");
    }
    return value.getAsJsonArray();
  }

  String string(JsonObject object, String key) {
    look(object, key);
    if (!object.has(key)) {
      throw error("\"" + key + "\" is missing");
    }
    return text(object.get(key), key);
  }

  String optionalString(JsonObject object, String key, String otherwise) {
    look(object, key);
    return object.has(key) ? text(object.get(key), key) : otherwise;
  }

  String text(JsonElement value, String key) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw error("\"" + key + "\" must be a text");
    }
    return value.getAsString();
  }

  int integer(JsonObject object, String key, int otherwise) {
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

  TemplateException error(String message) {
    LineColumn place = text.place(owner, key);
    String where = name + ":" + (place.line() + 1) + ": " + (part.isEmpty() ? "" : part + ": ");
    return new TemplateException(where + message);
  }
}
