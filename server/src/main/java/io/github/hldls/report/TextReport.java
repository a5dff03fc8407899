package io.github.hldls.report;

import io.github.hldls.check.Status;
import io.github.hldls.report.PackReport.FindingEntry;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Step;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** The format for people: each finding with its line, then how complete each step is. */
public final class TextReport implements Report {
  private static final int BAR = 10;
  private static final int MAX_FRAME = 160;

  private final Writer out;
  private final boolean showsSuppressed;
  private final boolean colour;
  private final Severity least;

  /**
   * Writes to {@code out}.
   *
   * @param colour whether the reader is a terminal
   * @param least the least severe findings that are shown; others are only counted
   * @param showsSuppressed whether findings are shown that files ask not to be told of
   */
  public TextReport(Writer out, boolean colour, Severity least, boolean showsSuppressed) {
    this.out = out;
    this.showsSuppressed = showsSuppressed;
    this.colour = colour;
    this.least = least;
  }

  private String paint(Style style, String text) {
    return colour ? style.paint(text) : text;
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }

  @Override
  public void pack(PackReport pack) throws IOException {
    String path = pack.path().equals(".") ? pack.name() : pack.path();
    line(paint(Style.BOLD, Terminal.safe(path)));
    line("");
    for (FindingEntry finding : pack.findings()) {
      if (finding.severity().compareTo(least) <= 0) {
        finding(finding);
      }
    }
    if (showsSuppressed) {
      for (PackReport.SuppressedEntry suppressed : pack.suppressed()) {
        suppressed(suppressed);
      }
    }
    completeness(pack);
    for (String failure : pack.failures()) {
      line(paint(Style.RED, "internal error: ") + Terminal.safe(failure));
    }
    line("");
    out.flush();
  }

  private void finding(FindingEntry finding) throws IOException {
    PackReport.Place place = finding.place();
    String severity = finding.severity().toString();
    line(
        "  "
            + Terminal.safe(place.file())
            + ":"
            + place.line()
            + ":"
            + place.column()
            + "  "
            + paint(Style.of(finding.severity()), severity)
            + "  "
            + paint(Style.BOLD, finding.rule()));
    line("    " + Terminal.safe(finding.message()));
    frame(finding);
    for (PackReport.RelatedEntry related : finding.related()) {
      PackReport.Place at = related.place();
      line(
          "    "
              + paint(
                  Style.FAINT,
                  Terminal.safe(at.file())
                      + ":"
                      + at.line()
                      + ":"
                      + at.column()
                      + ": "
                      + Terminal.safe(related.message())));
    }
    line("");
  }

  private void suppressed(PackReport.SuppressedEntry suppressed) throws IOException {
    PackReport.Place place = suppressed.finding().place();
    String reason = suppressed.reason().isEmpty() ? "no reason given" : suppressed.reason();
    line(
        paint(
            Style.FAINT,
            "  "
                + Terminal.safe(place.file())
                + ":"
                + place.line()
                + ":"
                + place.column()
                + "  suppressed on line "
                + suppressed.by().line()
                + "  "
                + suppressed.finding().rule()
                + ": "
                + Terminal.safe(reason)));
    line("");
  }

  private void frame(FindingEntry finding) throws IOException {
    String source = finding.source();
    if (source.isBlank() || source.length() > MAX_FRAME) {
      return;
    }
    PackReport.Place place = finding.place();
    int start = Math.min(place.column() - 1, source.length());
    int end =
        place.endLine() == place.line()
            ? Math.min(place.endColumn() - 1, source.length())
            : source.length();
    String number = String.format(Locale.ROOT, "%5d | ", place.line());
    int before = Terminal.width(Terminal.safe(source.substring(0, start)));
    int marked =
        Math.max(1, Terminal.width(Terminal.safe(source.substring(start, Math.max(start, end)))));
    line("  " + paint(Style.FAINT, number) + Terminal.safe(source));
    line(
        "  "
            + paint(Style.FAINT, "      | ")
            + " ".repeat(before)
            + paint(Style.of(finding.severity()), "^".repeat(marked)));
  }

  private void completeness(PackReport pack) throws IOException {
    int width =
        pack.template().steps().stream().mapToInt(step -> step.title().length()).max().orElse(0);
    for (Step step : pack.template().steps()) {
      List<Status> statuses =
          pack.requirements().stream()
              .filter(entry -> entry.requirement().step().equals(step.id()))
              .map(PackReport.Entry::status)
              .filter(status -> status != Status.NOT_APPLICABLE)
              .toList();
      line("  " + completeness(step, statuses, width));
    }
    List<Status> all =
        pack.requirements().stream()
            .map(PackReport.Entry::status)
            .filter(status -> status != Status.NOT_APPLICABLE)
            .toList();
    long met = all.stream().filter(status -> status == Status.MET).count();
    line("  " + paint(Style.BOLD, met + " of " + all.size() + " requirements met"));
  }

  private String completeness(Step step, List<Status> statuses, int width) {
    String number = step.isNumbered() ? String.format(Locale.ROOT, "Step %2d ", step.number()) : "";
    String name = String.format(Locale.ROOT, "%s%-" + width + "s", number, step.title());
    long met = statuses.stream().filter(status -> status == Status.MET).count();
    boolean stated = step.topic().isPresent() && statuses.size() == 1;
    if (statuses.isEmpty() || stated) {
      return name + "   " + paint(Style.FAINT, "not applicable");
    }
    int full = (int) (met * BAR / statuses.size());
    Style style = full == BAR ? Style.GREEN : full * 2 < BAR ? Style.RED : Style.YELLOW;
    String bar = "▇".repeat(full) + "▁".repeat(BAR - full);
    return name
        + String.format(Locale.ROOT, " %3d/%-3d ", met, statuses.size())
        + paint(style, bar);
  }

  @Override
  public void end(Summary summary) throws IOException {
    Style style =
        summary.count(Severity.ERROR) > 0
            ? Style.RED
            : summary.count(Severity.WARNING) > 0 ? Style.YELLOW : Style.GREEN;
    String hidden = summary.hidden(least);
    line(
        summary.size()
            + ": "
            + paint(style, summary.found())
            + (hidden.isEmpty() ? "" : paint(Style.FAINT, hidden)));
    if (summary.suppressed() > 0) {
      line(
          paint(
              Style.FAINT,
              Summary.count(summary.suppressed(), "finding") + " suppressed in the files"));
    }
    if (summary.known() + summary.fixed() > 0) {
      String known = Summary.count(summary.known(), "known finding") + " not shown";
      line(paint(Style.FAINT, "Baseline: " + known + ", " + summary.fixed() + " fixed since"));
    }
    out.flush();
  }
}
