package io.github.hldls.cli;

import io.github.hldls.config.FailLevel;
import io.github.hldls.report.JsonReport;
import io.github.hldls.report.Report;
import io.github.hldls.report.Summary;
import io.github.hldls.report.TextReport;
import io.github.hldls.template.Severity;
import io.github.hldls.workspace.Configs;
import io.github.hldls.workspace.PackFinder;
import io.github.hldls.workspace.PackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hld check}: judges packs and says what is missing. */
@Command(
    name = "check",
    description = "Checks the packs at or below each PATH (a pack, one of its files, or a tree).",
    mixinStandardHelpOptions = true,
    versionProvider = Hld.Version.class)
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "What to check; the folder at hand if none, standard input for -.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}.",
      defaultValue = "text")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description =
          "End with 1 from findings of this level on: ${COMPLETION-CANDIDATES}; what the"
              + " configuration says, or warning, if not given.")
  private @Nullable FailLevel failOn;

  @Option(
      names = "--show",
      paramLabel = "LEVEL",
      description = "The least severe findings that the text shows: ${COMPLETION-CANDIDATES}.",
      defaultValue = "warning")
  private Severity show = Severity.WARNING;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "${COMPLETION-CANDIDATES}.",
      defaultValue = "auto")
  private When colour = When.AUTO;

  @Option(names = "--no-progress", description = "Never show progress.")
  private boolean noProgress;

  @Option(names = "--jobs", paramLabel = "N", description = "How many packs to check at once.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--stdin-filename",
      paramLabel = "NAME",
      description = "Which of the pack's files standard input is.")
  private String stdinName = "";

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Only findings that this file does not know are told and fail the run.")
  private @Nullable Path baseline;

  @Option(
      names = "--update-baseline",
      description = "Writes what is found to the baseline, without what is fixed; ends with 0.")
  private boolean updateBaseline;

  @Option(
      names = "--report-suppressed",
      description = "Tells the findings, too, that comments in the files suppress.")
  private boolean reportSuppressed;

  CheckCommand(Console console) {
    this.console = console;
  }

  /** The formats of the report. */
  enum Format {
    TEXT,
    JSON
  }

  /** When to use colour. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Override
  public Integer call() throws IOException {
    if (jobs < 1) {
      throw new UsageException("--jobs must be at least 1, not " + jobs);
    }
    Configs configs = Configurations.around(paths);
    List<PackSource> packs = sources(configs);
    if (packs.isEmpty()) {
      console.err().println("hld: no pack found: " + noneOf(configs));
    }
    Baselines baselines = new Baselines(Optional.ofNullable(baseline), updateBaseline);
    Summary summary = new Summary();
    Report report = report();
    boolean failed = false;
    boolean fails = false;
    try (Progress progress =
            Progress.start(packs.size(), console.isTerminal() && !noProgress, console.err());
        CheckRun run = new CheckRun(baselines, packs, jobs)) {
      while (run.hasNext()) {
        CheckRun.Checked checked = run.next();
        failed |= !checked.report().failures().isEmpty();
        fails |= fails(checked);
        summary.add(checked.report());
        report.pack(checked.report());
        progress.step();
      }
    }
    report.end(summary);
    console.out().flush();
    if (console.out().checkError()) {
      throw new UsageException("the output cannot be written");
    }
    failed |= Configurations.tellProblems(configs, console);
    if (updateBaseline) {
      baselines.update().forEach(line -> console.err().println("hld: " + line));
    }
    return failed ? 2 : fails && !updateBaseline ? 1 : 0;
  }

  private static String noneOf(Configs configs) {
    return configs.of(Path.of("")).edition().template().files().stream()
        .findFirst()
        .map(file -> "none of the template's files is there (" + file.name() + ", ...)")
        .orElse("the template has no files");
  }

  private Report report() throws IOException {
    return switch (format) {
      case TEXT -> new TextReport(console.out(), isColoured(), show, reportSuppressed);
      case JSON -> new JsonReport(console.out(), reportSuppressed);
    };
  }

  private boolean isColoured() {
    return switch (colour) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          console.isTerminal()
              && !console.environment().containsKey("NO_COLOR")
              && !"dumb".equals(console.environment().get("TERM"));
    };
  }

  private boolean fails(CheckRun.Checked checked) {
    FailLevel level =
        failOn != null ? failOn : checked.source().config().failOn().orElse(FailLevel.WARNING);
    return checked.report().findings().stream().anyMatch(f -> level.isReachedBy(f.severity()));
  }

  private List<PackSource> sources(Configs configs) throws IOException {
    Consumer<String> warn = warning -> console.err().println("hld: " + warning);
    if (paths.equals(List.of("-"))) {
      return List.of(PackSource.ofStream(console.in(), stdinName, configs));
    }
    List<PackSource> packs = new ArrayList<>();
    for (String path : paths.isEmpty() ? List.of(".") : paths) {
      String label = paths.size() > 1 ? path : "";
      for (PackFolder folder : PackFinder.find(existing(path), label, configs, warn)) {
        packs.add(PackSource.of(folder, warn));
      }
    }
    return packs;
  }

  private static Path existing(String path) {
    try {
      Path file = Path.of(path);
      if (Files.exists(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw new UsageException(path + ": " + e.getReason());
    }
    throw new UsageException(path + ": there is no such file or folder");
  }
}
