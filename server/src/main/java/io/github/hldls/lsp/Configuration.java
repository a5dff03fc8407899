package io.github.hldls.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.hldls.template.Severity;
import io.github.hldls.workspace.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings of each workspace folder. Settings of the wrong type are as if not there. */
final class Configuration {
  private volatile Settings common = Settings.DEFAULT;
  private volatile Map<Path, Settings> folders = Map.of();

  Settings common() {
    return common;
  }

  /** The settings for a file: those of the innermost folder around it. */
  Settings of(Path file) {
    Map<Path, Settings> known = folders;
    for (Path folder = file; folder != null; folder = folder.getParent()) {
      Settings settings = known.get(folder);
      if (settings != null) {
        return settings;
      }
    }
    return common;
  }

  /** Takes settings; whether they differ from those before. */
  boolean set(Settings all, Map<Path, Settings> byFolder) {
    boolean differs = !common.equals(all) || !folders.equals(byFolder);
    common = all;
    folders = Map.copyOf(byFolder);
    return differs;
  }

  /** The settings that a client gives in its section {@code hld}, or around it. */
  static Settings read(JsonElement json) {
    JsonElement section =
        Abilities.at(json, "hld").isJsonObject() ? Abilities.at(json, "hld") : json;
    Map<String, Optional<Severity>> severities = new HashMap<>();
    if (Abilities.at(section, "rules") instanceof JsonObject rules) {
      rules.entrySet().forEach(rule -> severity(rule.getKey(), rule.getValue(), severities));
    }
    return new Settings(
        severities,
        !string(Abilities.at(section, "diagnostics.scope")).equals("openFiles"),
        number(Abilities.at(section, "diagnostics.debounce")),
        isTrue(Abilities.at(section, "inlayHints.values")),
        isTrue(Abilities.at(section, "inlayHints.requirements")));
  }

  private static void severity(
      String rule, JsonElement value, Map<String, Optional<Severity>> severities) {
    switch (string(value).toLowerCase(Locale.ROOT)) {
      case "off" -> severities.put(rule, Optional.empty());
      case "error" -> severities.put(rule, Optional.of(Severity.ERROR));
      case "warning" -> severities.put(rule, Optional.of(Severity.WARNING));
      case "info", "information" -> severities.put(rule, Optional.of(Severity.INFO));
      case "hint" -> severities.put(rule, Optional.of(Severity.HINT));
      default -> {}
    }
  }

  private static String string(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()
        ? value.getAsString()
        : "";
  }

  private static int number(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber() ? value.getAsInt() : 0;
  }

  private static boolean isTrue(JsonElement value) {
    return value.isJsonPrimitive()
        && value.getAsJsonPrimitive().isBoolean()
        && value.getAsBoolean();
  }
}
