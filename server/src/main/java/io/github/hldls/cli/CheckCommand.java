package io.github.hldls.cli;

import io.github.hldls.workspace.Configs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hld check}: judges packs and says what is missing. */
@Command(
    name = "check",
    description = "Checks the packs at or below each PATH (a pack, one of its files, or a tree).",
    mixinStandardHelpOptions = true,
    versionProvider = Hld.Version.class)
final class CheckCommand implements Callable<Integer> {
  /** How much of a passage is shown where it is quoted. */
  private static final int EXCERPT_LINES = 6;

  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "What to check; the folder at hand if none, standard input for -.")
  private List<String> paths = new ArrayList<>();

  @Mixin private ReportOptions reports = new ReportOptions();

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
      names = "--fix",
      description = "Fixes what can be fixed for certain, then tells what is left.")
  private boolean fix;

  @Option(
      names = "--unsafe",
      description =
          "With --fix or --diff: also puts in headings, to be filled in, for what is missing.")
  private boolean unsafe;

  @Option(
      names = "--diff",
      description =
          "Prints what --fix would change and changes nothing; ends with 1 if there is something.")
  private boolean diff;

  @Option(
      names = "--changed-since",
      paramLabel = "REF",
      description = "Only packs of which git says that something has changed since a commit.")
  private @Nullable String changedSince;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Only the I-th of N parts of the packs; hld merge puts reports together.")
  private @Nullable String shard;

  @Option(names = "--cache", description = "Keeps results, for files that have not changed since.")
  private boolean cache;

  @Option(names = "--watch", description = "Checks again whenever something changes.")
  private boolean watch;

  CheckCommand(Console console) {
    this.console = console;
  }

  /** A command as it is without options that have values; it needs nothing of their annotations. */
  static CheckCommand plain(Console console, List<String> paths, boolean cache) {
    CheckCommand check = new CheckCommand(console);
    check.paths = paths;
    check.cache = cache;
    return check;
  }

  @Override
  public Integer call() throws IOException {
    validate();
    if (!watch) {
      return once(Optional.empty(), Optional.empty());
    }
    Earlier earlier = new Earlier();
    return Watching.run(paths, console, changed -> once(Optional.of(earlier), changed));
  }

  private void validate() {
    reports.validate();
    if (jobs < 1) {
      throw new UsageException("--jobs must be at least 1, not " + jobs);
    }
    if (unsafe && !fix && !diff) {
      throw new UsageException("--unsafe goes with --fix or --diff");
    }
    if (PackSources.isStream(paths) && (fix || diff || watch || changedSince != null)) {
      throw new UsageException("standard input has no file that could be changed or watched");
    }
  }

  /**
   * One run.
   *
   * @param earlier what a watch has said before
   * @param changed the files that have changed since then
   */
  private int once(Optional<Earlier> earlier, Optional<Set<Path>> changed) throws IOException {
    Configs configs = Configurations.around(paths);
    List<PackSource> packs = packs(configs);
    earlier.ifPresent(e -> e.forget(updateBaseline ? Optional.empty() : changed, packs));
    Baselines baselines = new Baselines(Optional.ofNullable(baseline), updateBaseline);
    Checkers checkers = new Checkers(baselines);
    int excerpts = shard != null || reports.hasExcerpts() ? EXCERPT_LINES : 0;
    Optional<Mending> mending =
        fix || diff ? Optional.of(new Mending(checkers, unsafe, !diff, console)) : Optional.empty();
    Optional<ResultCache> results =
        cache && !fix && !diff ? ResultCache.open(configs, excerpts, console) : Optional.empty();
    PackWork work = new PackWork(checkers, baselines, excerpts, mending, results, earlier, console);
    int code = diff ? diffs(work, packs) : report(work, packs);
    if (Configurations.tellProblems(configs, console)) {
      code = 2;
    }
    results.ifPresent(ResultCache::prune);
    if (updateBaseline) {
      baselines.update().forEach(console::warn);
    }
    return code == 1 && updateBaseline ? 0 : code;
  }

  /** The packs to look at. */
  private List<PackSource> packs(Configs configs) throws IOException {
    List<PackSource> packs = PackSources.of(paths, stdinName, configs, console);
    if (packs.isEmpty()) {
      console.warn("no pack found: " + PackSources.none(configs));
    }
    if (changedSince != null) {
      packs = new ChangedFiles(changedSince).touched(packs, configs);
    }
    return shard == null ? packs : Shard.parse(shard).of(packs);
  }

  private int report(PackWork work, List<PackSource> packs) throws IOException {
    boolean failed = false;
    boolean fails = false;
    try (Outputs report = reports.begin(console, shard != null)) {
      try (Progress progress =
              Progress.start(packs.size(), console.isTerminal() && !noProgress, console.err());
          CheckRun run = new CheckRun(work, packs, jobs)) {
        while (run.hasNext()) {
          PackWork.Checked checked = run.next();
          failed |= checked.failed() || !checked.report().failures().isEmpty();
          fails |= reports.fails(checked.report(), checked.source().config().failOn(), console);
          report.pack(checked.report(), checked.isNew());
          progress.step();
        }
      }
      report.end();
    }
    return failed ? 2 : fails ? 1 : 0;
  }

  private int diffs(PackWork work, List<PackSource> packs) {
    boolean failed = false;
    boolean differs = false;
    try (CheckRun run = new CheckRun(work, packs, jobs)) {
      while (run.hasNext()) {
        PackWork.Checked checked = run.next();
        failed |= checked.failed();
        differs |= !checked.diff().isEmpty();
        console.out().print(checked.diff());
      }
    }
    console.out().flush();
    return failed ? 2 : differs ? 1 : 0;
  }
}
