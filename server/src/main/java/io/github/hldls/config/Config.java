package io.github.hldls.config;

import io.github.hldls.template.Edition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What holds for the files of some folders: the choices of the nearest configuration file. */
public final class Config {
  private final Optional<Path> file;
  private final ConfigFile choices;
  private final Edition edition;

  Config(Optional<Path> file, ConfigFile choices, Edition edition) {
    this.file = file;
    this.choices = choices;
    this.edition = edition;
  }

  /** What holds where there is no configuration. */
  public static Config none(Edition builtIn) {
    return new Config(Optional.empty(), ConfigFile.EMPTY, builtIn);
  }

  /** The nearest configuration file, if there is one. */
  public Optional<Path> file() {
    return file;
  }

  /** The template with all that is added to it. */
  public Edition edition() {
    return edition;
  }

  /** The settings of rules, the weakest first. */
  public List<RuleSetting> rules() {
    return choices.rules();
  }

  public boolean ignores(Path path) {
    return choices.ignored().stream().anyMatch(pattern -> pattern.fits(path));
  }

  public Optional<FailLevel> failOn() {
    return choices.failOn();
  }

  /** Whether findings are pushed for files that are not open, if that is chosen. */
  public Optional<Boolean> wholeWorkspace() {
    return choices.wholeWorkspace();
  }

  /** The file of known findings. */
  public Optional<Path> baseline() {
    return choices
        .baseline()
        .map(named -> named.origin().file().resolveSibling(named.value()).normalize());
  }

  /** Every choice, the weakest first. */
  public List<Setting> settings() {
    return choices.settings();
  }
}
