package io.github.hldls.config;

import io.github.hldls.template.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How much the rules matter for the files of a folder. Of the settings that fit, the last one
 * holds.
 *
 * @param settings the weakest first
 * @param folder where the files are
 */
public record PackRules(List<RuleSetting> settings, Path folder) {
  /** All as the template says. */
  public static final PackRules NONE = new PackRules(List.of(), Path.of(""));

  public PackRules {
    settings = List.copyOf(settings);
  }

  /**
   * What is chosen for a rule: a severity, or empty for off.
   *
   * @param file the file's name, or a path that ends with it
   * @param usual the answer if nothing is chosen
   */
  public Optional<Severity> severity(String rule, String file, Severity usual) {
    for (int i = settings.size() - 1; i >= 0; i--) {
      RuleSetting setting = settings.get(i);
      if (setting.rules().matches(rule) && setting.holdsFor(in(folder, file, setting))) {
        return setting.severity();
      }
    }
    return Optional.of(usual);
  }

  private static Path in(Path folder, String file, RuleSetting setting) {
    return setting.where().isEmpty()
        ? folder
        : folder.resolve(file.substring(file.lastIndexOf('/') + 1));
  }

  public boolean isOff(String rule, String file) {
    return !settings.isEmpty() && severity(rule, file, Severity.HINT).isEmpty();
  }
}
