package io.github.hldls.check;

import io.github.hldls.check.Finding.Related;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import io.github.hldls.text.TextRange;
import io.github.hldls.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns missing rows into findings. What is missing together is one finding: a file, a step, a
 * part, the rows whose heading stands over nothing; each other row is one of its own.
 */
final class MissingRows {
  static final String MISSING_FILE = "pack/missing-file";
  static final String EMPTY_SECTION = "markdown/empty-section";

  private final Template template;
  private final PackFacts facts;
  private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
  private final Set<String> told = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private MissingRows(Template template, PackFacts facts, List<Verdict> verdicts) {
    this.template = template;
    this.facts = facts;
    verdicts.forEach(verdict -> this.verdicts.put(verdict.requirement().id(), verdict));
  }

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    MissingRows rows = new MissingRows(template, facts, verdicts);
    for (FileRole role : template.files()) {
      FileFacts file = facts.files().get(role.id());
      if (file == null) {
        rows.missingFile(role);
      } else {
        rows.emptySections(role, file);
        template.stepsIn(role).forEach(step -> rows.step(step, file));
      }
    }
    return rows.findings.stream().map(rows::withRules).toList();
  }

  /** A finding that stands for its rows, and so for the global rules that follow from them. */
  private Finding withRules(Finding finding) {
    List<String> rows = new ArrayList<>(finding.requirements());
    for (Requirement rule : template.rules()) {
      if (isFirstTold(rule, rows) && isMissing(rule)) {
        rows.add(rule.id());
      }
    }
    return rows.size() == finding.requirements().size() ? finding : finding.withRequirements(rows);
  }

  /** Whether the first of the rows told that a rule follows from is one of some rows. */
  private boolean isFirstTold(Requirement rule, List<String> rows) {
    for (String row : rule.follows()) {
      if (told.contains(row)) {
        return rows.contains(row);
      }
    }
    return false;
  }

  private boolean isMissing(Requirement row) {
    return status(row) == Status.MISSING && !told.contains(row.id());
  }

  private Status status(Requirement row) {
    return Objects.requireNonNull(verdicts.get(row.id()), row.id()).status();
  }

  private List<Requirement> missing(List<Requirement> rows) {
    List<Requirement> missing = new ArrayList<>();
    for (Requirement row : rows) {
      if (isMissing(row)) {
        missing.add(row);
      }
    }
    return missing;
  }

  private void report(
      String rule,
      Severity severity,
      String message,
      FileFacts file,
      TextRange range,
      List<Requirement> rows,
      List<Related> related) {
    rows.forEach(row -> told.add(row.id()));
    findings.add(
        new Finding(
            rule,
            severity,
            message,
            file.file().path(),
            range,
            rows.stream().map(Requirement::id).toList(),
            related,
            List.of()));
  }

  private void missingFile(FileRole role) {
    List<Step> steps = template.stepsIn(role);
    List<Requirement> rows =
        steps.stream().flatMap(step -> missing(step.requirements()).stream()).toList();
    // There is no place in a file that is not there: the nearest sibling speaks for it.
    FileFacts sibling = sibling(role);
    if (sibling == null || !facts.pack().whole()) {
      return;
    }
    String reason = facts.pack().unreadable().get(role.id());
    String holds = steps.stream().map(Step::title).collect(Collectors.joining("; "));
    String message =
        reason == null
            ? "The pack has no " + role.name() + ". It must hold: " + holds + "."
            : role.name() + " cannot be read: " + reason + ". It must hold: " + holds + ".";
    report(MISSING_FILE, Severity.ERROR, message, sibling, new TextRange(0, 0), rows, List.of());
  }

  private @Nullable FileFacts sibling(FileRole missing) {
    FileFacts before = null;
    for (FileRole role : template.files()) {
      FileFacts file = facts.files().get(role.id());
      if (role.equals(missing) && before != null) {
        return before;
      }
      before = file == null ? before : file;
    }
    return facts.files().values().stream().findFirst().orElse(null);
  }

  private void emptySections(FileRole role, FileFacts file) {
    Map<Integer, List<Requirement>> waiting = new LinkedHashMap<>();
    empty(file).forEach(section -> waiting.put(section, new ArrayList<>()));
    for (Step step : template.stepsIn(role)) {
      boolean whole = isWholeMissing(step);
      for (Requirement row : missing(step.requirements())) {
        waiting.keySet().stream()
            .filter(section -> names(row, file.passage(section), file))
            .filter(section -> !whole || isEmpty(section, file))
            .filter(section -> isIn(step, section, file))
            .max(Comparator.comparingInt(section -> sharedWords(row, file.passage(section), file)))
            .ifPresent(
                section -> waiting.computeIfAbsent(section, s -> new ArrayList<>()).add(row));
      }
    }
    waiting.forEach(
        (index, rows) -> {
          Passage section = file.passage(index);
          if (!rows.isEmpty() || (section.kind() == Passage.Kind.SECTION && isEmpty(index, file))) {
            emptySection(section, rows, file);
          }
        });
  }

  private boolean isEmpty(int section, FileFacts file) {
    return EmptySections.isEmpty(file.passage(section), file, template);
  }

  private void emptySection(Passage section, List<Requirement> waiting, FileFacts file) {
    StringBuilder message = new StringBuilder("\"").append(title(section, file));
    message.append(
        file.bodyWords(section) == 0
            ? "\" stands over nothing yet."
            : EmptySections.isEmpty(section, file, template)
                ? "\" says nothing yet of what it announces."
                : "\" says too little of what it announces.");
    waiting.forEach(row -> message.append(' ').append(row.satisfies()));
    Severity severity =
        waiting.stream()
            .map(Requirement::severity)
            .min(Severity::compareTo)
            .orElse(Severity.WARNING);
    report(EMPTY_SECTION, severity, message.toString(), file, section.title(), waiting, List.of());
  }

  private static String title(Passage section, FileFacts file) {
    return file.source().substring(section.title());
  }

  /** How many words of a row's title a section's title has, too. */
  private static int sharedWords(Requirement row, Passage section, FileFacts file) {
    Set<String> words = new HashSet<>(Words.in(row.title()));
    words.retainAll(Words.in(title(section, file)));
    return words.size();
  }

  private List<Integer> empty(FileFacts file) {
    return file.once(EmptySections.class, "", () -> EmptySections.of(file, template));
  }

  /** Whether a heading names a row: by the row's own title, or as its evidence would. */
  private static boolean names(Requirement row, Passage section, FileFacts file) {
    return title(section, file).strip().equalsIgnoreCase(row.title())
        || row.evidence().stream()
            .anyMatch(way -> !way.title().isEmpty() && file.titleMentions(way.title(), section));
  }

  /** Whether a section may belong to a step: those of a topic have parts of their own. */
  private boolean isIn(Step step, int section, FileFacts file) {
    return step.topic().isEmpty()
        || facts.topic(step.id()).filter(use -> Regions.isIn(use, section, file)).isPresent();
  }

  private void step(Step step, FileFacts file) {
    List<Requirement> missing = missing(step.requirements());
    if (missing.isEmpty()) {
      return;
    }
    if (isWholeMissing(step)) {
      wholeStep(step, file, missing);
      return;
    }
    step.parts().forEach((letter, title) -> part(step, letter, title, file));
    for (Requirement row : missing(step.requirements())) {
      row(row, step, file);
    }
  }

  /** Whether nothing that is asked of a step is there, nor told yet. */
  private boolean isWholeMissing(Step step) {
    List<Requirement> missing = missing(step.requirements());
    long asked =
        step.requirements().stream().filter(row -> status(row) != Status.NOT_APPLICABLE).count();
    return missing.size() > 1 && missing.size() == asked;
  }

  private void wholeStep(Step step, FileFacts file, List<Requirement> missing) {
    String message =
        step.named()
            + " is missing. It must hold: "
            + titles(missing)
            + "."
            + (step.topic().isPresent()
                ? " If it does not apply, say so, say why, and what would change if it did."
                : "");
    report(
        missing.get(0).id(),
        Severity.ERROR,
        message,
        file,
        Places.of(step, file, facts),
        missing,
        List.of());
  }

  private void part(Step step, String letter, String title, FileFacts file) {
    List<Requirement> rows =
        step.requirements().stream()
            .filter(row -> row.part().equals(letter))
            .filter(row -> status(row) != Status.NOT_APPLICABLE)
            .toList();
    List<Requirement> missing = missing(rows);
    if (missing.size() < 2 || rows.stream().anyMatch(row -> status(row) != Status.MISSING)) {
      return;
    }
    String message =
        step.named()
            + (missing.size() == rows.size() ? " has no part " : " has hardly anything of part ")
            + letter
            + ") "
            + title
            + ". It must hold: "
            + titles(missing)
            + ".";
    report(
        missing.get(0).id(),
        Severity.ERROR,
        message,
        file,
        Places.of(step, file, facts),
        missing,
        List.of());
  }

  private void row(Requirement row, Step step, FileFacts file) {
    List<Related> elsewhere =
        MisplacedSections.find(template, facts, row, step, verdicts.values()).stream().toList();
    StringBuilder message =
        new StringBuilder(row.title()).append(" is missing").append(where(row, step));
    message.append(". ").append(row.satisfies());
    if (!elsewhere.isEmpty()) {
      message.append(" Another file has it, but it belongs here.");
    }
    TextRange place = Places.of(row, step, file, facts, verdicts);
    report(row.id(), row.severity(), message.toString(), file, place, List.of(row), elsewhere);
  }

  private static String where(Requirement row, Step step) {
    String part = row.part().isEmpty() ? "" : ", part " + row.part();
    return step.isNumbered() ? " (" + step.mention() + part + ")" : "";
  }

  private static String titles(List<Requirement> rows) {
    return rows.stream().map(Requirement::title).collect(Collectors.joining("; "));
  }
}
