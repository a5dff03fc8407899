package io.github.hldls.config;

import io.github.hldls.config.ConfigFile.Located;
import io.github.hldls.template.AdditionException;
import io.github.hldls.template.Additions;
import io.github.hldls.template.Edition;
import io.github.hldls.template.TemplateException;
import io.github.hldls.template.TemplateSource;
import io.github.hldls.text.Glob;
import io.github.hldls.text.LineColumn;
import io.github.hldls.text.Near;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Follows a configuration file to those it extends and to its template. */
public final class ConfigLoader {

  /** Reads what a configuration names. */
  public interface Files {
    /**
     * The text of a file.
     *
     * @throws TemplateException if it cannot be read; the message says why
     */
    String text(Path file);

    /**
     * Sees to it that a file that is not read here may be used.
     *
     * @throws TemplateException if it may not; the message says why
     */
    void check(Path file);

    /** The files of a folder as those of a template. */
    TemplateSource template(Path folder);
  }

  /** Files that extend one another can be arranged so that following them has no end. */
  private static final int MAX_FILES = 100;

  private record EditionKey(Optional<Path> folder, Additions additions) {}

  private final Files files;
  private final Supplier<Edition> builtIn;
  private final Consumer<Problem> problems;
  private final Map<EditionKey, Edition> editions = new HashMap<>();

  /** How many files have been followed for the one that is being loaded. */
  private int followed;

  /**
   * @param builtIn the template where none is named
   * @param problems told of what cannot be used
   */
  public ConfigLoader(Files files, Supplier<Edition> builtIn, Consumer<Problem> problems) {
    this.files = files;
    this.builtIn = builtIn;
    this.problems = problems;
  }

  /** What a configuration file chooses. */
  public Config load(Path file) {
    followed = 0;
    ConfigFile choices =
        baselineChecked(follow(file, new Origin(file, new LineColumn(0, 0)), new ArrayList<>()));
    Edition edition = edition(choices, file);
    choices.unknownIfUnmatched().forEach(pattern -> checkRule(pattern, edition));
    return new Config(Optional.of(file), choices, edition);
  }

  private ConfigFile baselineChecked(ConfigFile choices) {
    for (Located<String> named : choices.baseline().stream().toList()) {
      try {
        files.check(named.origin().file().resolveSibling(named.value()).normalize());
      } catch (TemplateException e) {
        problem(named.origin(), "baseline", String.valueOf(e.getMessage()));
        return choices.withoutBaseline();
      }
    }
    return choices;
  }

  private ConfigFile follow(Path file, Origin named, List<Path> around) {
    if (around.contains(file)) {
      problem(named, "extends", "extends itself by way of " + around.get(around.size() - 1));
      return ConfigFile.EMPTY;
    }
    followed++;
    if (followed > MAX_FILES) {
      if (followed == MAX_FILES + 1) {
        problem(named, "extends", "leads to more than " + MAX_FILES + " files");
      }
      return ConfigFile.EMPTY;
    }
    around.add(file);
    ConfigFile own = ConfigFile.EMPTY;
    try {
      own = ConfigReader.read(file, files.text(file), problems);
    } catch (TemplateException e) {
      String key = around.size() > 1 ? "extends" : "";
      problem(named, key, String.valueOf(e.getMessage()));
    }
    ConfigFile base = ConfigFile.EMPTY;
    for (Located<String> extended : own.extended()) {
      Path other = file.resolveSibling(extended.value()).normalize();
      base = base.under(follow(other, extended.origin(), around));
    }
    around.remove(file);
    return base.under(own);
  }

  private void problem(Origin origin, String key, String message) {
    problems.accept(new Problem(origin, key, message));
  }

  private Edition edition(ConfigFile choices, Path file) {
    Optional<Path> folder =
        choices.template().map(t -> t.origin().file().resolveSibling(t.value()).normalize());
    Additions additions = new Additions(choices.words(), choices.technologies(), choices.files());
    if (folder.isEmpty() && additions.equals(Additions.NONE)) {
      return builtIn.get();
    }
    Edition known = editions.get(new EditionKey(folder, additions));
    Edition edition = known == null ? read(folder, additions, choices, file) : known;
    editions.put(new EditionKey(folder, additions), edition);
    return edition;
  }

  private Edition read(Optional<Path> folder, Additions additions, ConfigFile choices, Path file) {
    TemplateSource source = folder.map(files::template).orElseGet(TemplateSource::builtIn);
    try {
      return Edition.of(source, additions);
    } catch (AdditionException e) {
      problem(
          origin(choices, e, file), String.join(": ", e.path()), String.valueOf(e.getMessage()));
      return additions.equals(Additions.NONE)
          ? Edition.EMPTY
          : read(folder, Additions.NONE, choices, file);
    } catch (TemplateException e) {
      Origin origin =
          choices
              .template()
              .map(Located::origin)
              .orElseGet(() -> new Origin(file, new LineColumn(0, 0)));
      problem(origin, "template", String.valueOf(e.getMessage()));
      // To check against another template than the one asked for would be of no use.
      return Edition.EMPTY;
    }
  }

  /** Where something was added that does not fit. */
  private static Origin origin(ConfigFile choices, AdditionException e, Path file) {
    String key = String.join(": ", e.path());
    @Nullable Origin found = null;
    for (Setting setting : choices.settings()) {
      boolean named =
          setting.key().equals(key)
              || (setting.key().equals(e.path().get(0))
                  && setting.value().startsWith(e.path().get(e.path().size() - 1)));
      found = named ? setting.origin() : found;
    }
    return found == null ? new Origin(file, new LineColumn(0, 0)) : found;
  }

  private void checkRule(Located<String> pattern, Edition edition) {
    List<String> ids = edition.template().ruleIds();
    Glob glob = Glob.ofName(pattern.value());
    if (!ids.isEmpty() && ids.stream().noneMatch(glob::matches)) {
      problem(
          pattern.origin(),
          pattern.value(),
          "no rule is called so" + Near.suggestion(pattern.value(), known(pattern.value(), ids)));
    }
  }

  /** What a pattern may have meant: rules, or all rules of a group. */
  private static List<String> known(String pattern, List<String> ids) {
    return Glob.isPattern(pattern)
        ? ids.stream().map(id -> id.replaceFirst("/.*", "/*")).distinct().toList()
        : ids;
  }
}
