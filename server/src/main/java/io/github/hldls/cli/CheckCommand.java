package io.github.hldls.cli;

import io.github.hldls.check.PackChecker;
import io.github.hldls.report.JsonReport;
import io.github.hldls.report.PackReport;
import io.github.hldls.report.Report;
import io.github.hldls.report.Summary;
import io.github.hldls.report.TextReport;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Template;
import io.github.hldls.template.TemplateLoader;
import io.github.hldls.template.TemplateSource;
import io.github.hldls.workspace.PackFinder;
import io.github.hldls.workspace.PackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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
      description = "End with 1 from findings of this level on: ${COMPLETION-CANDIDATES}.",
      defaultValue = "warning")
  private FailLevel failOn = FailLevel.WARNING;

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

  CheckCommand(Console console) {
    this.console = console;
  }

  /** The formats of the report. */
  enum Format {
    TEXT,
    JSON
  }

  /** The levels from which on the run fails. */
  enum FailLevel {
    ERROR,
    WARNING,
    INFO,
    NEVER
  }

  /** When to use colour. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Override
  public Integer call() throws IOException {
    Template template = TemplateLoader.load(TemplateSource.builtIn());
    PackChecker checker = new PackChecker(template);
    if (jobs < 1) {
      throw new UsageException("--jobs must be at least 1, not " + jobs);
    }
    List<PackSource> packs = sources(template);
    if (packs.isEmpty()) {
      console
          .err()
          .println(
              "hld: no pack found: none of the template's files is there ("
                  + template.files().get(0).name()
                  + ", ...)");
    }
    Summary summary = new Summary();
    Report report = report(template);
    boolean failed = false;
    try (Progress progress =
            Progress.start(packs.size(), console.isTerminal() && !noProgress, console.err());
        CheckRun run = new CheckRun(checker, packs, jobs)) {
      while (run.hasNext()) {
        PackReport pack = run.next();
        failed |= !pack.failures().isEmpty();
        summary.add(pack);
        report.pack(pack);
        progress.step();
      }
    }
    report.end(summary);
    console.out().flush();
    if (console.out().checkError()) {
      throw new UsageException("the output cannot be written");
    }
    return failed ? 2 : fails(summary) ? 1 : 0;
  }

  private Report report(Template template) throws IOException {
    return switch (format) {
      case TEXT -> new TextReport(console.out(), template, isColoured(), show);
      case JSON -> new JsonReport(console.out());
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

  private boolean fails(Summary summary) {
    return switch (failOn) {
      case ERROR -> summary.reaches(Severity.ERROR);
      case WARNING -> summary.reaches(Severity.WARNING);
      case INFO -> summary.reaches(Severity.INFO);
      case NEVER -> false;
    };
  }

  private List<PackSource> sources(Template template) throws IOException {
    Consumer<String> warn = warning -> console.err().println("hld: " + warning);
    if (paths.equals(List.of("-"))) {
      return List.of(PackSource.ofStream(console.in(), stdinName, template));
    }
    List<PackSource> packs = new ArrayList<>();
    for (String path : paths.isEmpty() ? List.of(".") : paths) {
      String label = paths.size() > 1 ? path : "";
      for (PackFolder folder : PackFinder.find(existing(path), label, template, warn)) {
        packs.add(PackSource.of(folder, template, warn));
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
