package io.github.hldls.cli;

import io.github.hldls.config.Config;
import io.github.hldls.config.Setting;
import io.github.hldls.workspace.Configs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hld config}: which file chose what. */
@Command(
    name = "config",
    description = "Explains the configuration that holds for a path, and which file chose what.",
    mixinStandardHelpOptions = true,
    versionProvider = Hld.Version.class)
final class ConfigCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--show",
      paramLabel = "PATH",
      required = true,
      description = "The file or folder to explain; it need not be there.")
  private Path path = Path.of("");

  ConfigCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path absolute = path.toAbsolutePath().normalize();
    Path folder = Files.isDirectory(absolute) ? absolute : absolute.resolveSibling("").normalize();
    Configs configs = Configurations.around(List.of(folder.toString()));
    Config config = configs.of(folder);
    console.say(path + (config.ignores(absolute) ? " (ignored)" : ""));
    console.say(
        config
            .file()
            .map(file -> "is configured by " + shown(file))
            .orElse("is not configured: no " + Configs.NAME + " in it or above it"));
    String template = config.edition().template().name();
    console.say("template  " + template);
    show(holding(config, absolute));
    boolean failed = Configurations.tellProblems(configs, console);
    console.out().flush();
    return failed ? 2 : 0;
  }

  /** The settings that hold for a path. */
  private static List<Setting> holding(Config config, Path path) {
    return config.settings().stream()
        .filter(
            setting ->
                setting.where().isEmpty() || setting.where().stream().anyMatch(w -> w.fits(path)))
        .toList();
  }

  private void show(List<Setting> settings) {
    int width = settings.stream().mapToInt(s -> text(s).length()).max().orElse(0);
    for (int i = 0; i < settings.size(); i++) {
      Setting setting = settings.get(i);
      List<Setting> later = new ArrayList<>(settings.subList(i + 1, settings.size()));
      later.removeIf(other -> setting.addsUp() || !other.key().equals(setting.key()));
      String by = later.isEmpty() ? "" : "  (not used: " + at(later.get(later.size() - 1)) + ")";
      String text = String.format("%-" + Math.max(1, width) + "s", text(setting));
      console.say(text + "  " + at(setting) + by);
    }
  }

  private static String text(Setting setting) {
    String where = setting.where().isEmpty() ? "" : " for " + setting.where();
    return setting.key() + "  " + setting.value() + where;
  }

  private static String at(Setting setting) {
    return shown(setting.origin().file()) + ":" + (setting.origin().place().line() + 1);
  }

  /** A path as it is short to read. */
  private static String shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
  }
}
