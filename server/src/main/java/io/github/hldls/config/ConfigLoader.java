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

    /** The files of a folder as those of a template. */
    TemplateSource template(Path folder);
  }

  private record EditionKey(Optional<Path> folder, Additions additions) {}

  private final Files files;
  private final Supplier<Edition> builtIn;
  private final Consumer<Problem> problems;
  private final Map<EditionKey, Edition> editions = new HashMap<>();

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
    ConfigFile choices = follow(file, new Origin(file, new LineColumn(0, 0)), new ArrayList<>());
    Edition edition = edition(choices, file);
    choices.unknownIfUnmatched().forEach(pattern -> checkRule(pattern, edition));
    return new Config(Optional.of(file), choices, edition);
  }

  private ConfigFile follow(Path file, Origin named, List<Path> around) {
    if (around.contains(file)) {
      problem(named, "extends", "extends itself by way of " + around.get(around.size() - 1));
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
