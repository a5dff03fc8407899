package io.github.hldls.cli;

import io.github.hldls.report.PackReport;
import io.github.hldls.report.PackReports;
import io.github.hldls.template.Template;
import io.github.hldls.workspace.Configs;
import io.github.hldls.workspace.TextFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hld merge}: one report of several, such as those of the shards of a run. */
@Command(
    name = "merge",
    description = "Makes one report of those that hld check --format json (or jsonl) wrote.",
    mixinStandardHelpOptions = true,
    versionProvider = Hld.Version.class)
final class MergeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The reports.")
  private List<Path> files = new ArrayList<>();

  @Mixin private ReportOptions reports = new ReportOptions();

  MergeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    reports.validate();
    Configs configs = Configurations.around(List.of());
    List<PackReport> packs = new ArrayList<>();
    Set<String> homes = new HashSet<>();
    for (Path file : files) {
      for (PackReport pack : read(file, configs)) {
        if (!homes.add(pack.home() + "\n" + pack.path())) {
          throw new UsageException(file + ": " + pack.path() + " is in another report, too");
        }
        packs.add(pack);
      }
    }
    packs.sort((a, b) -> a.path().compareTo(b.path()));
    boolean failed = false;
    boolean fails = false;
    try (Outputs report = reports.begin(console, false)) {
      for (PackReport pack : packs) {
        failed |= !pack.failures().isEmpty();
        fails |= reports.fails(pack, configs.of(Path.of(pack.home())).failOn(), console);
        report.pack(pack, true);
      }
      report.end();
    }
    failed |= Configurations.tellProblems(configs, console);
    return failed ? 2 : fails ? 1 : 0;
  }

  private static List<PackReport> read(Path file, Configs configs) {
    TextFiles.Content content = TextFiles.read(file);
    if (!content.reason().isEmpty()) {
      throw new UsageException(file + ": cannot be read: " + content.reason());
    }
    try {
      return PackReports.read(content.text(), (home, name) -> template(configs, home, name));
    } catch (IllegalArgumentException e) {
      throw new UsageException(file + ": " + e.getMessage());
    }
  }

  /** A report names its template; what that says is taken from where the pack is. */
  private static Template template(Configs configs, String home, String name) {
    Template template = configs.of(Path.of(home)).edition().template();
    if (!template.name().equals(name)) {
      throw new IllegalArgumentException(
          home + " was checked by the template " + name + ", which is not configured here");
    }
    return template;
  }
}
