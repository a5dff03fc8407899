package io.github.hldls.editor;

import io.github.hldls.check.Finding;
import io.github.hldls.check.Status;
import io.github.hldls.editor.Fix.Action;
import io.github.hldls.editor.Fix.Task;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an editor offers to do about a place of a file. */
public final class Fixes {
  private static final String MISSING_FILE = "pack/missing-file";
  private static final String SUPPRESSIONS = "suppression/";
  private static final String EMPTY_SECTION = "markdown/empty-section";

  private final FileView file;
  private final List<Fix> fixes = new ArrayList<>();

  private Fixes(FileView file) {
    this.file = file;
  }

  /** The fixes for the findings that touch a range, best first, then those for the whole file. */
  public static List<Fix> at(FileView file, TextRange range) {
    Fixes fixes = new Fixes(file);
    List<Finding> here =
        file.findings().stream().filter(f -> touchesLine(file, f.range(), range)).toList();
    here.forEach(fixes::finding);
    fixes.steps(range, here);
    here.forEach(fixes::suppress);
    fixes.wholeFile();
    fixes.fixAll();
    return fixes.fixes.stream().distinct().toList();
  }

  /** Editors ask for the cursor's place, which is often beside the finding on the same line. */
  private static boolean touchesLine(FileView file, TextRange finding, TextRange asked) {
    int first = file.source().lineOf(finding.start());
    int last = file.source().lineOf(finding.end());
    return first <= file.source().lineOf(asked.end())
        && file.source().lineOf(asked.start()) <= last;
  }

  private void finding(Finding finding) {
    if (!finding.fix().isEmpty()) {
      String place = String.valueOf(finding.range().start());
      add(
          mendTitle(finding),
          Optional.of(finding),
          true,
          new Task(Action.MEND, List.of(finding.rule(), place)));
    } else if (finding.rule().equals(MISSING_FILE)) {
      missingFile(finding);
    } else if (finding.rule().equals(EMPTY_SECTION)) {
      fill(finding);
    } else {
      insert(finding);
    }
  }

  private String mendTitle(Finding finding) {
    return file.catalogue().template().findings().stream()
        .filter(rule -> rule.id().equals(finding.rule()))
        .findFirst()
        .map(rule -> "Fix: " + rule.title())
        .orElse("Fix this");
  }

  private void add(String title, Optional<Finding> finding, boolean preferred, Task task) {
    fixes.add(new Fix(title, Fix.Kind.QUICK_FIX, finding, preferred, task));
  }

  private void missingFile(Finding finding) {
    for (FileRole role : missingFiles()) {
      if (finding.message().contains(role.name())) {
        List<String> argument = List.of(role.id());
        Optional<Finding> mended = Optional.of(finding);
        add(
            "Create " + role.name() + " with an example of all that it must hold",
            mended,
            true,
            new Task(Action.CREATE_FULL, argument));
        add(
            "Create " + role.name() + " with headings alone",
            mended,
            false,
            new Task(Action.CREATE_SKELETON, argument));
      }
    }
    List<String> all = missingFiles().stream().map(FileRole::id).toList();
    if (all.size() > 1) {
      add(
          "Create all " + all.size() + " missing files",
          Optional.empty(),
          false,
          new Task(Action.CREATE_FULL, all));
    }
  }

  private List<FileRole> missingFiles() {
    return missingFiles(file);
  }

  /** The files that the pack of a file lacks. */
  static List<FileRole> missingFiles(FileView file) {
    return file.catalogue().template().files().stream()
        .filter(role -> file.result().facts().pack().file(role).isEmpty())
        .filter(role -> !file.result().facts().pack().unreadable().containsKey(role.id()))
        .toList();
  }

  private void fill(Finding finding) {
    List<String> rows = finding.requirements();
    if (!rows.isEmpty()) {
      List<String> arguments = new ArrayList<>(rows);
      arguments.add(0, String.valueOf(finding.range().start()));
      add(
          "Write an example under this heading",
          Optional.of(finding),
          true,
          new Task(Action.FILL, arguments));
    }
  }

  private void insert(Finding finding) {
    List<Requirement> rows = insertable(finding.requirements());
    if (rows.isEmpty()) {
      return;
    }
    Optional<Step> step = file.stepOf(rows.get(0));
    boolean whole = rows.size() > 1 && step.isPresent();
    String title =
        whole
            ? "Insert " + decapitalized(step.get())
            : "Insert section \"" + rows.get(0).title() + "\"";
    if (whole && !rows.get(0).part().isEmpty() && isOnePart(rows)) {
      title = "Insert part " + rows.get(0).part() + " of " + step.get().mention();
    }
    add(title, Optional.of(finding), true, insert(rows));
    step.ifPresent(s -> declare(s, rows, finding));
  }

  private static String decapitalized(Step step) {
    return step.isNumbered() ? "s" + step.named().substring(1) : step.named();
  }

  private static boolean isOnePart(List<Requirement> rows) {
    return rows.stream().allMatch(row -> row.part().equals(rows.get(0).part()));
  }

  private List<Requirement> insertable(List<String> ids) {
    return file.steps().stream()
        .flatMap(step -> step.requirements().stream())
        .filter(row -> ids.contains(row.id()))
        .filter(row -> ids.size() == 1 || row.kind() != Kind.STATEMENT)
        .toList();
  }

  private static Task insert(List<Requirement> rows) {
    return new Task(Action.INSERT, rows.stream().map(Requirement::id).toList());
  }

  /** A step that nothing is said about may be one that does not apply. */
  private void declare(Step step, List<Requirement> rows, Finding finding) {
    boolean silent = rows.size() > 1 && !isOnePart(rows) && step.topic().isPresent();
    statement(step)
        .filter(row -> silent)
        .ifPresent(
            row ->
                add(
                    "State that " + step.mention() + " does not apply",
                    Optional.of(finding),
                    false,
                    new Task(Action.DECLARE, List.of(step.id()))));
  }

  private static Optional<Requirement> statement(Step step) {
    return step.requirements().stream().filter(r -> r.kind() == Kind.STATEMENT).findFirst();
  }

  /** All that is missing in the step at hand, or in those that the findings here are of. */
  private void steps(TextRange range, List<Finding> here) {
    List<Step> steps = new ArrayList<>(StepPlaces.stepAt(file, range.start()).stream().toList());
    for (Finding finding : here) {
      insertable(finding.requirements()).stream()
          .flatMap(row -> file.stepOf(row).stream())
          .filter(step -> !steps.contains(step))
          .forEach(steps::add);
    }
    for (Step step : steps) {
      if (Parts.areMixedUp(step, file)) {
        Task task = new Task(Action.REORDER, List.of(step.id()));
        String title = "Put the parts of " + step.mention() + " in order";
        fixes.add(new Fix(title, Fix.Kind.REWRITE, Optional.empty(), false, task));
      }
      List<Requirement> missing = missing(step);
      if (missing.size() > 1) {
        add(
            "Insert all " + missing.size() + " sections missing in " + step.mention(),
            Optional.empty(),
            false,
            insert(missing));
      }
    }
  }

  private List<Requirement> missing(Step step) {
    return file.missing(step).stream().filter(row -> row.kind() != Kind.STATEMENT).toList();
  }

  private void wholeFile() {
    List<Requirement> missing =
        file.steps().stream().flatMap(step -> missing(step).stream()).toList();
    if (!missing.isEmpty()) {
      fixes.add(
          new Fix(
              missing.size() == 1
                  ? "Insert the one section missing in this file"
                  : "Insert all " + missing.size() + " sections missing in this file",
              Fix.Kind.SOURCE,
              Optional.empty(),
              false,
              insert(missing)));
    }
  }

  private void fixAll() {
    if (file.findings().stream().anyMatch(finding -> !finding.fix().isEmpty())) {
      fixes.add(
          new Fix(
              "Fix all that can be fixed for certain",
              Fix.Kind.FIX_ALL,
              Optional.empty(),
              false,
              new Task(Action.MEND, List.of())));
    }
  }

  private void suppress(Finding finding) {
    if (finding.rule().startsWith(SUPPRESSIONS)) {
      return;
    }
    List<String> place = List.of(finding.rule(), String.valueOf(finding.range().start()));
    Optional<Finding> silenced = Optional.of(finding);
    if (Suppressions.hasLine(file, finding.range())) {
      String title = "Suppress " + finding.rule() + " for this place";
      add(title, silenced, false, new Task(Action.SUPPRESS_LINE, place));
    }
    String title = "Suppress " + finding.rule() + " in this file";
    add(title, silenced, false, new Task(Action.SUPPRESS_FILE, place));
  }

  /** What a fix changes, as the texts are now; empty if there is nothing left to do. */
  public static List<FileChange> changes(FileView file, Task task) {
    return switch (task.action()) {
      case INSERT -> Changes.insert(file, task.arguments());
      case FILL -> Changes.fill(file, task.arguments());
      case CREATE_FULL -> Changes.create(file, task.arguments(), true);
      case CREATE_SKELETON -> Changes.create(file, task.arguments(), false);
      case REORDER -> Changes.reorder(file, task.arguments());
      case DECLARE -> Changes.declare(file, task.arguments());
      case MEND -> Changes.mend(file, task.arguments());
      case SUPPRESS_LINE -> Suppressions.forLine(file, task.arguments());
      case SUPPRESS_FILE -> Suppressions.forFile(file, task.arguments());
    };
  }

  static boolean isAboutEmptySection(Finding finding) {
    return finding.rule().equals(EMPTY_SECTION);
  }

  static boolean isAboutMissingFile(Finding finding) {
    return finding.rule().equals(MISSING_FILE);
  }

  /** Whether a row is one that something could be inserted for. */
  static boolean isMissing(FileView file, Requirement row) {
    return file.status(row) == Status.MISSING;
  }
}
