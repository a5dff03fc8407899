package io.github.hldls.template;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads lists of technologies: names, or objects that say more of each. */
final class TechnologyReader {
  private static final Set<String> KEYS =
      Set.of("name", "aliases", "kind", "about", "case", "explain");

  private TechnologyReader() {}

  static List<Technology> read(TemplateJson json, JsonArray array) {
    List<Technology> all = new ArrayList<>();
    for (JsonElement each : array) {
      all.add(
          each.isJsonObject()
              ? technology(json, each.getAsJsonObject())
              : new Technology(json.text(each, "technologies"), List.of(), ""));
    }
    return all;
  }

  private static Technology technology(TemplateJson json, JsonObject technology) {
    json.knownKeys(technology, KEYS);
    return new Technology(
        json.string(technology, "name"),
        json.strings(technology, "aliases"),
        json.optionalString(technology, "kind", ""),
        json.optionalString(technology, "about", ""),
        isSet(json, technology, "case", "exact"),
        isSet(json, technology, "explain", "never"));
  }

  /** Whether a key has its only value. */
  private static boolean isSet(TemplateJson json, JsonObject object, String key, String value) {
    String written = json.optionalString(object, key, "");
    if (!written.isEmpty() && !written.equals(value)) {
      throw json.error("\"" + key + "\" can only be \"" + value + "\"");
    }
    return !written.isEmpty();
  }
}
