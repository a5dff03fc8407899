package io.github.hldls.check;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Findings that are known and not to be told again. What is missing is known by its row, wherever
 * it would be told; all else by its rule and the headings it stands under, so that edits elsewhere
 * change nothing. A finding that has become more severe is new.
 *
 * @param entries in order
 */
public record Baseline(List<Entry> entries) {
  public static final Baseline NONE = new Baseline(List.of());

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::pack)
          .thenComparing(Entry::file)
          .thenComparing(Entry::heading)
          .thenComparing(Entry::rule)
          .thenComparing(Entry::severity);

  public Baseline {
    entries = entries.stream().sorted(ORDER).toList();
  }

  /**
   * Equal findings.
   *
   * @param pack the path of their pack
   * @param file the role of the file that they belong to
   * @param heading the headings around them, outermost first
   * @param rule the rule, or the row that is missing
   * @param count how many there are
   */
  public record Entry(
      String pack, String file, String heading, String rule, Severity severity, int count) {}

  /** What is known of a pack. */
  public List<Entry> of(String pack) {
    return entries.stream().filter(entry -> entry.pack().equals(pack)).toList();
  }

  /** The entries that stand for findings of a pack. */
  public static List<Entry> entries(
      String pack, List<Finding> findings, PackResult result, Template template) {
    Map<Entry, Integer> counts = new TreeMap<>(ORDER);
    for (Finding finding : findings) {
      for (Entry entry : entries(pack, finding, result.facts().files(), template)) {
        counts.merge(entry, 1, Integer::sum);
      }
    }
    List<Entry> entries = new ArrayList<>();
    counts.forEach(
        (e, n) ->
            entries.add(new Entry(e.pack(), e.file(), e.heading(), e.rule(), e.severity(), n)));
    return entries;
  }

  private static List<Entry> entries(
      String pack, Finding finding, Map<String, FileFacts> files, Template template) {
    Optional<FileFacts> file =
        files.values().stream().filter(f -> f.file().path().equals(finding.file())).findFirst();
    String role = file.map(f -> f.file().role().id()).orElse("");
    String heading = file.map(f -> heading(f, finding.range())).orElse("");
    List<Entry> entries = new ArrayList<>();
    for (String row : finding.requirements()) {
      Optional<Step> step =
          template.requirement(row).map(Requirement::step).flatMap(template::step);
      // The rules about every file follow from rows, which stand for them here, too.
      step.ifPresent(
          s -> entries.add(new Entry(pack, s.file(), heading, row, finding.severity(), 1)));
    }
    if (entries.isEmpty()) {
      entries.add(new Entry(pack, role, heading, finding.rule(), finding.severity(), 1));
    }
    return entries;
  }

  private static String heading(FileFacts file, TextRange place) {
    List<String> titles = new ArrayList<>();
    for (Passage passage : file.passages()) {
      if (passage.kind() == Passage.Kind.SECTION
          && passage.range().start() <= place.start()
          && place.start() <= passage.range().end()) {
        titles.add(file.source().substring(passage.title()).strip().replaceAll("\\s+", " "));
      }
    }
    return String.join(" > ", titles);
  }

  /**
   * Tells known findings from new ones.
   *
   * @param known the entries of the pack
   */
  static Split split(
      List<Entry> known, List<Finding> findings, Map<String, FileFacts> files, Template template) {
    Map<List<String>, List<Entry>> left = new HashMap<>();
    known.forEach(e -> left.computeIfAbsent(key(e, template), k -> new ArrayList<>()).add(e));
    Map<Entry, Integer> counts = new HashMap<>();
    known.forEach(entry -> counts.put(entry, entry.count()));
    List<Finding> fresh = new ArrayList<>();
    List<Finding> old = new ArrayList<>();
    for (Finding finding : findings) {
      List<Entry> taken = new ArrayList<>();
      List<Entry> asked = entries("", finding, files, template);
      for (Entry entry : asked) {
        left.getOrDefault(key(entry, template), List.of()).stream()
            .filter(e -> counts.getOrDefault(e, 0) > 0)
            .filter(e -> e.severity().compareTo(entry.severity()) <= 0)
            .findFirst()
            .ifPresent(taken::add);
      }
      boolean isKnown = taken.size() == asked.size();
      (isKnown ? old : fresh).add(finding);
      // An entry that stands for a part of a new finding is not fixed either.
      taken.forEach(entry -> counts.merge(entry, -1, Integer::sum));
    }
    int fixed = counts.values().stream().mapToInt(n -> Math.max(0, n)).sum();
    return new Split(fresh, old, fixed);
  }

  private static List<String> key(Entry entry, Template template) {
    return template.requirement(entry.rule()).filter(row -> !row.step().isEmpty()).isPresent()
        ? List.of(entry.rule())
        : List.of(entry.rule(), entry.file(), entry.heading());
  }

  /**
   * What became of findings.
   *
   * @param fixed how many known ones are there no more
   */
  record Split(List<Finding> fresh, List<Finding> known, int fixed) {}
}
