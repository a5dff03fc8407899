package io.github.hldls.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.hldls.config.RuleSetting;
import io.github.hldls.template.Severity;
import io.github.hldls.text.Glob;
import io.github.hldls.workspace.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    List<RuleSetting> settings = new ArrayList<>();
    if (Abilities.at(section, "rules") instanceof JsonObject rules) {
      rules.entrySet().forEach(rule -> rule(rule.getKey(), rule.getValue(), settings));
    }
    return new Settings(
        settings,
        !string(Abilities.at(section, "diagnostics.scope")).equals("openFiles"),
        number(Abilities.at(section, "diagnostics.debounce")),
        values(Abilities.at(section, "inlayHints.values")),
        isTrue(Abilities.at(section, "inlayHints.requirements")));
  }

  private static void rule(String rules, JsonElement value, List<RuleSetting> settings) {
    Optional<Severity> severity;
    switch (string(value).toLowerCase(Locale.ROOT)) {
      case "off" -> severity = Optional.empty();
      case "error" -> severity = Optional.of(Severity.ERROR);
      case "warning" -> severity = Optional.of(Severity.WARNING);
      case "info", "information" -> severity = Optional.of(Severity.INFO);
      case "hint" -> severity = Optional.of(Severity.HINT);
      default -> {
        return;
      }
    }
    try {
      settings.add(new RuleSetting(Glob.ofName(rules), severity, List.of()));
    } catch (IllegalArgumentException e) {
      // Settings that are no use are as if not there.
      return;
    }
  }

  /** {@code true} is an older way to ask for those that are not exact. */
  private static Settings.ValueHints values(JsonElement value) {
    return switch (string(value)) {
      case "all" -> Settings.ValueHints.ALL;
      case "inexact" -> Settings.ValueHints.INEXACT;
      default -> isTrue(value) ? Settings.ValueHints.INEXACT : Settings.ValueHints.OFF;
    };
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
