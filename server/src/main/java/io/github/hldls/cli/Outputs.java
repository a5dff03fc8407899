package io.github.hldls.cli;

import io.github.hldls.report.Format;
import io.github.hldls.report.PackReport;
import io.github.hldls.report.Report;
import io.github.hldls.report.StatisticsReport;
import io.github.hldls.report.Summary;
import io.github.hldls.workspace.WholeFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Several reports of one run: one to standard output, others to files. */
final class Outputs implements Report {
  private final PrintWriter out;
  private final List<Report> reports = new ArrayList<>();
  private final List<Opened> files = new ArrayList<>();

  /** A file that is written when all of it is known. */
  private record Opened(Path file, ByteArrayOutputStream content, Writer writer) {}

  private Outputs(PrintWriter out) {
    this.out = out;
  }

  /**
   * Begins the reports.
   *
   * @param statistics whether the report for people is followed by what was found how often
   * @param files by format
   */
  static Outputs begin(
      Console console,
      Format format,
      Format.Options options,
      boolean statistics,
      Map<Format, Path> files)
      throws IOException {
    Outputs outputs = new Outputs(console.out());
    Report report = format.begin(console.out(), options);
    outputs.reports.add(statistics ? new StatisticsReport(report, console.out()) : report);
    Format.Options plain =
        new Format.Options(false, options.least(), options.tellsSuppressed(), options.version());
    for (Map.Entry<Format, Path> file : files.entrySet()) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      Writer writer = new OutputStreamWriter(content, StandardCharsets.UTF_8);
      outputs.files.add(new Opened(file.getValue(), content, writer));
      outputs.reports.add(file.getKey().begin(writer, plain));
    }
    return outputs;
  }

  @Override
  public void pack(PackReport pack) throws IOException {
    for (Report report : reports) {
      report.pack(pack);
    }
  }

  @Override
  public void end(Summary summary) throws IOException {
    for (Report report : reports) {
      report.end(summary);
    }
    out.flush();
    if (out.checkError()) {
      throw new UsageException("the output cannot be written");
    }
    for (Opened opened : files) {
      opened.writer().flush();
      try {
        WholeFiles.replace(opened.file(), opened.content().toByteArray());
      } catch (IOException e) {
        throw new UsageException(opened.file() + ": cannot be written: " + WholeFiles.reason(e));
      }
    }
  }
}
