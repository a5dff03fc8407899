package io.github.hldls.report;

import io.github.hldls.check.Finding;
import io.github.hldls.check.PackResult;
import io.github.hldls.check.Status;
import io.github.hldls.check.Suppressed;
import io.github.hldls.check.Verdict;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Template;
import io.github.hldls.text.LineColumn;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What reports say of a pack, by line and column, without its texts: small enough to keep for
 * thousands of packs. Lines and columns count from 1; columns are UTF-16 code units.
 *
 * @param path how the pack is shown: relative to what was asked for
 * @param home the same from the folder at hand, with {@code /}; empty for that folder itself
 * @param known how many findings the baseline knows
 * @param fixed how many that it knows are there no more
 * @param failures what went wrong in the checker itself
 */
public record PackReport(
    String name,
    String path,
    String home,
    Template template,
    List<FileEntry> files,
    List<Entry> requirements,
    List<CalculationEntry> calculations,
    List<FindingEntry> findings,
    List<SuppressedEntry> suppressed,
    int known,
    int fixed,
    List<String> failures) {

  public PackReport {
    files = List.copyOf(files);
    requirements = List.copyOf(requirements);
    calculations = List.copyOf(calculations);
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    failures = List.copyOf(failures);
  }

  /** One of the pack's files. */
  public record FileEntry(FileRole role, String path, boolean present) {}

  /** The verdict on one row. */
  public record Entry(Requirement requirement, Status status, List<Lines> evidence) {
    public Entry {
      evidence = List.copyOf(evidence);
    }
  }

  /** A calculation; {@code line} is that of its result. */
  public record CalculationEntry(
      String file, int line, String expression, String claimed, String computed, String verdict) {}

  /**
   * Whole lines of a file, from the first to the last.
   *
   * @param excerpt how they begin; empty if nobody asked for it
   */
  public record Lines(String file, int first, int last, String excerpt) {}

  /** A place: from the start to before the end. */
  public record Place(String file, int line, int column, int endLine, int endColumn) {}

  /**
   * A finding.
   *
   * @param source the line it begins on
   * @param fix the edits of the same file that mend it for certain; empty for none
   */
  public record FindingEntry(
      String rule,
      Severity severity,
      String message,
      Place place,
      String source,
      List<String> requirements,
      List<RelatedEntry> related,
      List<EditEntry> fix) {
    public FindingEntry {
      requirements = List.copyOf(requirements);
      related = List.copyOf(related);
      fix = List.copyOf(fix);
    }
  }

  /** A replacement of what stands at a place. */
  public record EditEntry(Place place, String text) {}

  /**
   * A finding that its file asks not to be told of.
   *
   * @param by the comment that asks
   * @param reason why; empty if it does not say
   */
  public record SuppressedEntry(FindingEntry finding, Place by, String reason) {}

  /** Another place of a finding. */
  public record RelatedEntry(Place place, String message) {}

  /** The same without what is long: its requirements and calculations. */
  PackReport withoutRequirements() {
    return new PackReport(
        name,
        path,
        home,
        template,
        files,
        List.of(),
        List.of(),
        findings,
        suppressed,
        known,
        fixed,
        failures);
  }

  /** Where a file of the pack is from the folder at hand, by how it is shown. */
  public String located(String file) {
    if (file.equals(path)) {
      return home;
    }
    String inside = file.startsWith(path + "/") ? file.substring(path.length() + 1) : file;
    return home.isEmpty() ? inside : home + "/" + inside;
  }

  /** What is said of a pack that is shown as it is from the folder at hand. */
  public static PackReport of(PackResult result, Template template) {
    String path = result.facts().pack().path();
    return of(result, template, path.equals(".") ? "" : path, 0);
  }

  /**
   * What is said of a pack.
   *
   * @param home see {@link PackReport}
   * @param excerpts how many lines of each piece of evidence are kept
   */
  public static PackReport of(PackResult result, Template template, String home, int excerpts) {
    Pack pack = result.facts().pack();
    Map<String, SourceText> sources = new HashMap<>();
    for (FileFacts file : result.facts().files().values()) {
      sources.put(file.file().path(), file.source());
    }
    return new PackReport(
        pack.name(),
        pack.path(),
        home,
        template,
        template.files().stream().map(role -> fileEntry(role, pack)).toList(),
        result.verdicts().stream().map(verdict -> entry(verdict, excerpts)).toList(),
        result.facts().files().values().stream().flatMap(PackReport::calculations).toList(),
        result.findings().stream().map(finding -> findingEntry(finding, sources)).toList(),
        result.suppressed().stream().map(s -> suppressedEntry(s, sources)).toList(),
        result.known().size(),
        result.fixed(),
        result.failures());
  }

  private static FileEntry fileEntry(FileRole role, Pack pack) {
    String folder = pack.path().equals(".") ? "" : pack.path() + "/";
    return pack.file(role)
        .map(file -> new FileEntry(role, file.path(), true))
        .orElse(new FileEntry(role, folder + role.name(), false));
  }

  private static Entry entry(Verdict verdict, int excerpts) {
    List<Lines> evidence = new ArrayList<>();
    for (Verdict.Evidence piece : verdict.evidence()) {
      evidence.add(lines(piece.file(), piece.range(), excerpts));
    }
    return new Entry(verdict.requirement(), verdict.status(), evidence);
  }

  private static Stream<CalculationEntry> calculations(FileFacts file) {
    return file.calculations().stream()
        .map(
            c ->
                new CalculationEntry(
                    file.file().path(),
                    c.line() + 1,
                    c.expression(),
                    c.claimed(),
                    c.computed(),
                    c.verdict().name().toLowerCase(Locale.ROOT)));
  }

  private static Lines lines(PackFile file, TextRange range, int excerpts) {
    SourceText source = file.markdown().source();
    int first = source.lineOf(range.start());
    int last = source.lineOf(Math.max(range.start(), range.end() - 1));
    String excerpt =
        excerpts == 0
            ? ""
            : source.substring(source.lines(first, Math.min(last, first + excerpts - 1)));
    return new Lines(file.path(), first + 1, last + 1, excerpt);
  }

  private static FindingEntry findingEntry(Finding finding, Map<String, SourceText> sources) {
    Place place = place(finding.file(), finding.range(), sources);
    SourceText source = sources.get(finding.file());
    return new FindingEntry(
        finding.rule(),
        finding.severity(),
        finding.message(),
        place,
        source == null ? "" : source.lineText(place.line() - 1),
        finding.requirements(),
        finding.related().stream()
            .map(r -> new RelatedEntry(place(r.file(), r.range(), sources), r.message()))
            .toList(),
        finding.fix().stream()
            .map(e -> new EditEntry(place(finding.file(), e.range(), sources), e.newText()))
            .toList());
  }

  private static SuppressedEntry suppressedEntry(
      Suppressed suppressed, Map<String, SourceText> sources) {
    Finding finding = suppressed.finding();
    return new SuppressedEntry(
        findingEntry(finding, sources),
        place(finding.file(), suppressed.by().range(), sources),
        suppressed.by().reason());
  }

  private static Place place(String file, TextRange range, Map<String, SourceText> sources) {
    SourceText source = sources.get(file);
    if (source == null) {
      return new Place(file, 1, 1, 1, 1);
    }
    LineColumn start = source.position(range.start());
    LineColumn end = source.position(range.end());
    return new Place(file, start.line() + 1, start.column() + 1, end.line() + 1, end.column() + 1);
  }
}
