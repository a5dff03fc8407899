package io.github.hldls.cli;

import io.github.hldls.config.FailLevel;
import io.github.hldls.report.Completeness;
import io.github.hldls.report.Format;
import io.github.hldls.report.PackReport;
import io.github.hldls.template.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a run is told, and when it fails. */
final class ReportOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What is printed: ${COMPLETION-CANDIDATES}.",
      defaultValue = "text")
  private Format format = Format.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT=FILE",
      converter = OutputFile.Converter.class,
      description = "Writes a report to a file as well; may be given several times.")
  private List<OutputFile> outputs = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description =
          "End with 1 from findings of this level on: ${COMPLETION-CANDIDATES}; what the"
              + " configuration says, or warning, if not given.")
  private @Nullable FailLevel failOn;

  @Option(
      names = "--min-completeness",
      paramLabel = "PERCENT",
      description = "End with 1, too, if a pack meets less of the requirements that apply to it.")
  private int minCompleteness;

  @Option(
      names = "--show",
      paramLabel = "LEVEL",
      description = "The least severe findings in formats for people: ${COMPLETION-CANDIDATES}.",
      defaultValue = "warning")
  private Severity show = Severity.WARNING;

  @Option(
      names = "--statistics",
      description = "Ends the text with how often each rule found something.")
  private boolean statistics;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "${COMPLETION-CANDIDATES}.",
      defaultValue = "auto")
  private When colour = When.AUTO;

  @Option(
      names = "--report-suppressed",
      description = "Tells the findings, too, that comments in the files suppress.")
  private boolean reportSuppressed;

  /** When to use colour. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER;

    /** As people write it: in small letters. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Says what of the options makes no sense. */
  void validate() {
    if (minCompleteness < 0 || minCompleteness > 100) {
      throw new UsageException("--min-completeness is from 0 to 100, not " + minCompleteness);
    }
    if (statistics && format != Format.TEXT && format != Format.CONCISE) {
      throw new UsageException("--statistics is for the formats text and concise");
    }
    Set<Path> files = new HashSet<>();
    for (OutputFile output : outputs) {
      if (!files.add(output.file().toAbsolutePath().normalize())) {
        throw new UsageException(output.file() + ": only one report can be written to it");
      }
    }
  }

  /** Whether some report tells passages in their own words. */
  boolean hasExcerpts() {
    return Stream.concat(Stream.of(format), outputs.stream().map(OutputFile::format))
        .anyMatch(Format::hasExcerpts);
  }

  /**
   * Begins the reports.
   *
   * @param isWhole whether they are to hold all that is known
   */
  Outputs begin(Console console, boolean isWhole) throws IOException {
    Format.Options options =
        new Format.Options(
            isColoured(console), show, reportSuppressed || isWhole, BuildVersion.number());
    return Outputs.begin(console, format, options, statistics, outputs);
  }

  private boolean isColoured(Console console) {
    return switch (colour) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          console.isTerminal()
              && !console.environment().containsKey("NO_COLOR")
              && !"dumb".equals(console.environment().get("TERM"));
    };
  }

  /** Whether a run with this pack in it fails. */
  boolean fails(PackReport pack, Optional<FailLevel> configured, Console console) {
    FailLevel level = failOn != null ? failOn : configured.orElse(FailLevel.WARNING);
    int percent = minCompleteness == 0 ? 100 : Completeness.of(pack).percent();
    if (percent < minCompleteness) {
      String path = pack.path().equals(".") ? pack.name() : pack.path();
      console.warn(
          path + " meets " + percent + " % of its requirements, less than " + minCompleteness);
      return true;
    }
    return pack.findings().stream().anyMatch(f -> level.isReachedBy(f.severity()));
  }
}
