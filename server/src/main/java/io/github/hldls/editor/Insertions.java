package io.github.hldls.editor;

import io.github.hldls.check.Finding;
import io.github.hldls.check.PackResult;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Puts missing sections where a reader of the template expects them: after the section before it,
 * before the one after it, at the end of its step, or in the place of the step among the steps.
 */
final class Insertions {
  private final FileView file;
  private final Predicate<Finding> expected;

  Insertions(FileView file) {
    this(file, finding -> false);
  }

  /**
   * @param expected findings that may be about the rows although they are in
   */
  Insertions(FileView file, Predicate<Finding> expected) {
    this.file = file;
    this.expected = expected;
  }

  /**
   * The edits that put rows of a file's steps in. Of the places that come into question the first
   * is taken at which the checker is content.
   */
  List<MarkedEdit> edits(List<Requirement> rows) {
    List<MarkedEdit> edits = new ArrayList<>();
    FileView now = file;
    for (Step step : file.steps()) {
      List<Requirement> mine = rows.stream().filter(r -> r.step().equals(step.id())).toList();
      for (List<Requirement> group : groups(step, mine)) {
        best(step, group).ifPresent(edits::add);
      }
    }
    return now.equals(file) ? edits : List.of();
  }

  /** Rows that go in as one text: a whole step, a whole part, else each on its own. */
  private List<List<Requirement>> groups(Step step, List<Requirement> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    if (rows.size() > 1 && StepPlaces.sections(step, file).isEmpty() && hasNothing(step)) {
      return List.of(rows);
    }
    List<List<Requirement>> groups = new ArrayList<>();
    for (Requirement row : rows) {
      Optional<List<Requirement>> part =
          groups.stream()
              .filter(
                  group ->
                      !row.part().isEmpty()
                          && group.get(0).kind() == Kind.PART
                          && group.get(0).part().equals(row.part()))
              .findFirst();
      if (part.isPresent()) {
        part.get().add(row);
      } else {
        groups.add(new ArrayList<>(List.of(row)));
      }
    }
    return groups;
  }

  private boolean hasNothing(Step step) {
    return step.requirements().stream().noneMatch(row -> file.evidence(row).isPresent());
  }

  private Optional<MarkedEdit> best(Step step, List<Requirement> rows) {
    List<MarkedEdit> candidates = candidates(step, rows);
    Optional<MarkedEdit> helping = Optional.empty();
    for (MarkedEdit candidate : candidates) {
      Outcome outcome = outcome(candidate, rows);
      if (outcome == Outcome.CLEAN) {
        return Optional.of(candidate);
      }
      if (outcome == Outcome.HELPS && helping.isEmpty()) {
        helping = Optional.of(candidate);
      }
    }
    return helping.or(() -> candidates.stream().findFirst());
  }

  private List<MarkedEdit> candidates(Step step, List<Requirement> rows) {
    List<MarkedEdit> candidates = new ArrayList<>();
    boolean whole = rows.size() > 1 && rows.get(0).kind() != Kind.PART;
    if (!whole) {
      beside(step, rows, candidates);
      inStep(step, rows, candidates);
    }
    asStep(step, rows, candidates);
    return candidates;
  }

  /** After the nearest row before, or before the nearest row after, that has a section. */
  private void beside(Step step, List<Requirement> rows, List<MarkedEdit> candidates) {
    List<Requirement> all = step.requirements();
    int index = all.indexOf(rows.get(0));
    String part = rows.get(0).part();
    for (int i = index - 1; i >= 0; i--) {
      Requirement other = all.get(i);
      Optional<Passage> section = sectionOf(other);
      if (section.isPresent() && (part.isEmpty() || other.part().equals(part))) {
        boolean into = other.kind() == Kind.PART && rows.get(0).kind() != Kind.PART;
        after(step, rows, section.get(), into ? 1 : 0, candidates);
        break;
      }
    }
    for (int i = index + 1; i < all.size(); i++) {
      Requirement other = all.get(i);
      Optional<Passage> section = sectionOf(other);
      if (section.isPresent()
          && other.kind() != Kind.PART
          && (part.isEmpty() || other.part().equals(part))) {
        before(step, rows, section.get(), candidates);
        break;
      }
    }
  }

  private Optional<Passage> sectionOf(Requirement row) {
    return file.evidence(row)
        .flatMap(range -> StepPlaces.sectionOf(file.facts(), range))
        .filter(section -> section.level() > 1);
  }

  /** At the end of the step's own sections. */
  private void inStep(Step step, List<Requirement> rows, List<MarkedEdit> candidates) {
    List<Passage> sections = new ArrayList<>(StepPlaces.sections(step, file));
    java.util.Collections.reverse(sections);
    for (Passage section : sections) {
      after(step, rows, section, 1, candidates);
    }
  }

  /** With the step's heading, after the step before it, before the one after it, or at the end. */
  private void asStep(Step step, List<Requirement> rows, List<MarkedEdit> candidates) {
    int level = stepLevel();
    List<Step> steps = file.steps();
    String text = Drafts.step(step, rows, level, file.catalogue());
    boolean hasSection = !StepPlaces.sections(step, file).isEmpty();
    if (step.isNumbered() && (hasSection || steps.size() == 1)) {
      text = Drafts.rows(step, rows, level, file.catalogue());
    }
    for (int i = steps.indexOf(step) - 1; i >= 0; i--) {
      List<Passage> before = StepPlaces.sections(steps.get(i), file);
      if (!before.isEmpty()) {
        candidates.add(after(before.get(before.size() - 1).range().end(), text));
        break;
      }
    }
    for (int i = steps.indexOf(step) + 1; i < steps.size(); i++) {
      List<Passage> next = StepPlaces.sections(steps.get(i), file);
      if (!next.isEmpty()) {
        candidates.add(before(next.get(0), text));
        break;
      }
    }
    candidates.add(atEnd(text));
  }

  private int lineStart(Passage section) {
    return file.source().lineStart(file.source().lineOf(section.range().start()));
  }

  /** The level of the headings of steps. */
  private int stepLevel() {
    for (Step step : file.steps()) {
      for (Passage section : StepPlaces.sections(step, file)) {
        return section.level();
      }
    }
    return Sections.of(file.facts()).stream()
        .mapToInt(Passage::level)
        .filter(level -> level > 1)
        .min()
        .orElse(2);
  }

  private void after(
      Step step, List<Requirement> rows, Passage section, int deeper, List<MarkedEdit> to) {
    int level = Math.max(2, Math.min(6, section.level() + deeper));
    to.add(after(section.range().end(), Drafts.rows(step, rows, level, file.catalogue())));
  }

  private void before(Step step, List<Requirement> rows, Passage section, List<MarkedEdit> to) {
    int level = Math.max(2, section.level());
    String text = Drafts.rows(step, rows, level, file.catalogue());
    to.add(before(section, text));
  }

  private MarkedEdit before(Passage section, String text) {
    int offset = lineStart(section);
    return MarkedEdit.insert(offset, Numbering.continued(text, offset, file) + "\n\n");
  }

  private MarkedEdit after(int offset, String text) {
    boolean atEnd = file.text().substring(offset).isBlank();
    return atEnd
        ? atEnd(text)
        : MarkedEdit.insert(offset, "\n\n" + Numbering.continued(text, offset, file));
  }

  private MarkedEdit atEnd(String text) {
    String all = file.text();
    int end = all.length();
    int newlines = 0;
    while (newlines < 2 && end - newlines > 0 && all.charAt(end - 1 - newlines) == '\n') {
      newlines++;
    }
    String start = all.isBlank() ? "" : "\n".repeat(2 - newlines);
    return MarkedEdit.insert(end, start + Numbering.continued(text, end, file) + "\n");
  }

  /** What an edit would come to. */
  private enum Outcome {
    /** The rows are met, and nothing new is found. */
    CLEAN,
    /** The rows are met. */
    HELPS,
    NO_HELP
  }

  private Outcome outcome(MarkedEdit edit, List<Requirement> rows) {
    PackResult after = check(List.of(edit.plain()));
    List<String> ids = rows.stream().map(Requirement::id).toList();
    boolean helps =
        after.findings().stream()
            .filter(expected.negate())
            .noneMatch(f -> f.requirements().stream().anyMatch(ids::contains));
    if (!helps) {
      return Outcome.NO_HELP;
    }
    Map<String, Integer> before = count(file.result());
    for (Map.Entry<String, Integer> now : count(after).entrySet()) {
      if (now.getValue() > before.getOrDefault(now.getKey(), 0)) {
        return Outcome.HELPS;
      }
    }
    return Outcome.CLEAN;
  }

  /** How often each rule is broken for each of its rows. */
  private static Map<String, Integer> count(PackResult result) {
    Map<String, Integer> counts = new HashMap<>();
    for (Finding finding : result.findings()) {
      if (finding.requirements().isEmpty()) {
        counts.merge(finding.rule() + " " + finding.message(), 1, Integer::sum);
      }
      finding.requirements().forEach(row -> counts.merge(row, 1, Integer::sum));
    }
    return counts;
  }

  /** The pack with this file as it would be. */
  private PackResult check(List<TextEdit> edits) {
    Pack pack = file.result().facts().pack();
    PackFile old = file.facts().file();
    PackFile changed =
        new PackFile(
            old.role(),
            old.path(),
            MarkdownParser.parse(new SourceText(TextEdit.apply(file.text(), edits))));
    List<PackFile> files = new ArrayList<>();
    List<FileFacts> facts = new ArrayList<>();
    for (PackFile each : pack.files()) {
      boolean isChanged = each.role().equals(old.role());
      files.add(isChanged ? changed : each);
      facts.add(
          isChanged
              ? file.catalogue().checker().read(changed)
              : file.result().facts().file(each.role().id()).orElseThrow());
    }
    Pack after = new Pack(pack.name(), pack.path(), files, pack.unreadable(), pack.whole());
    return file.catalogue().checker().check(after, facts);
  }
}
