package io.github.hldls.report;

import io.github.hldls.template.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Another report, and after it how often each rule found something, the most frequent first. */
public final class StatisticsReport implements Report {
  private final Report report;
  private final Writer out;
  private final Map<String, Row> rows = new TreeMap<>();

  public StatisticsReport(Report report, Writer out) {
    this.report = report;
    this.out = out;
  }

  /** What one rule found; {@code fixable} is how many of it can be fixed for certain. */
  private record Row(String rule, Severity worst, int count, int fixable, int packs) {
    Row with(Row other) {
      return new Row(
          rule,
          worst.compareTo(other.worst) <= 0 ? worst : other.worst,
          count + other.count,
          fixable + other.fixable,
          packs + other.packs);
    }
  }

  @Override
  public void pack(PackReport pack) throws IOException {
    Map<String, Row> mine = new TreeMap<>();
    for (PackReport.FindingEntry f : pack.findings()) {
      boolean isFirst = !mine.containsKey(f.rule());
      Row row = new Row(f.rule(), f.severity(), 1, f.fix().isEmpty() ? 0 : 1, isFirst ? 1 : 0);
      mine.merge(f.rule(), row, Row::with);
    }
    mine.forEach((rule, row) -> rows.merge(rule, row, Row::with));
    report.pack(pack);
  }

  @Override
  public void end(Summary summary) throws IOException {
    report.end(summary);
    List<Row> sorted = new ArrayList<>(rows.values());
    sorted.sort((a, b) -> Integer.compare(b.count(), a.count()));
    out.append("\n found  in packs  fixable  severity  rule\n");
    for (Row row : sorted) {
      out.append(
          String.format(
              Locale.ROOT,
              "%6d  %8d  %7d  %-8s  %s\n",
              row.count(),
              row.packs(),
              row.fixable(),
              row.worst(),
              row.rule()));
    }
    out.flush();
  }
}
