package io.github.hldls.cli;

import io.github.hldls.report.Format;
import io.github.hldls.report.PackReport;
import io.github.hldls.report.Report;
import io.github.hldls.report.StatisticsReport;
import io.github.hldls.report.Summary;
import io.github.hldls.workspace.WholeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Several reports of one run: one to standard output, others to files, which are whole or not
 * there.
 */
final class Outputs implements AutoCloseable {
  private final PrintWriter out;
  private final Report printed;
  private final List<Written> files = new ArrayList<>();
  private final Summary told = new Summary();
  private final Summary all = new Summary();

  /** A report that goes to a file. */
  private record Written(Path file, WholeFile whole, Writer writer, Report report) {}

  private Outputs(PrintWriter out, Report printed) {
    this.out = out;
    this.printed = printed;
  }

  /**
   * Begins the reports.
   *
   * @param statistics whether the report for people is followed by what was found how often
   */
  static Outputs begin(
      Console console,
      Format format,
      Format.Options options,
      boolean statistics,
      List<OutputFile> files)
      throws IOException {
    Report report = format.begin(console.out(), options);
    Outputs outputs =
        new Outputs(
            console.out(), statistics ? new StatisticsReport(report, console.out()) : report);
    Format.Options plain =
        new Format.Options(false, options.least(), options.tellsSuppressed(), options.version());
    try {
      for (OutputFile each : files) {
        outputs.add(each.format(), each.file(), plain);
      }
    } catch (UsageException e) {
      outputs.close();
      throw e;
    }
    return outputs;
  }

  private void add(Format format, Path file, Format.Options options) {
    act(
        file,
        () -> {
          WholeFile whole = WholeFile.begin(file);
          Writer writer =
              new BufferedWriter(new OutputStreamWriter(whole.out(), StandardCharsets.UTF_8));
          files.add(new Written(file, whole, writer, format.begin(writer, options)));
        });
  }

  /** Something that is done to a file. */
  @FunctionalInterface
  private interface Action {
    void run() throws IOException;
  }

  private static void act(Path file, Action action) {
    try {
      action.run();
    } catch (IOException e) {
      throw new UsageException(file + ": cannot be written: " + WholeFile.reason(e));
    }
  }

  /**
   * Tells of the next pack.
   *
   * @param isNew whether it is printed; files tell of all packs
   */
  void pack(PackReport pack, boolean isNew) throws IOException {
    all.add(pack);
    if (isNew) {
      told.add(pack);
      printed.pack(pack);
      flush();
    }
    for (Written each : files) {
      act(each.file(), () -> each.report().pack(pack));
    }
  }

  void end() throws IOException {
    printed.end(told);
    flush();
    for (Written each : files) {
      act(
          each.file(),
          () -> {
            each.report().end(all);
            each.writer().flush();
            each.whole().finish();
          });
    }
  }

  /** What is done is told at once, and a run that nobody listens to is given up. */
  private void flush() {
    if (out.checkError()) {
      throw new OutputException();
    }
  }

  @Override
  public void close() {
    for (Written each : files) {
      try {
        each.whole().close();
      } catch (IOException e) {
        // What could not be written has been told before.
      }
    }
  }
}
