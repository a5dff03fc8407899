package io.github.hldls.editor;

import io.github.hldls.check.Finding;
import io.github.hldls.facts.Passage;
import io.github.hldls.pack.Pack;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Skeleton;
import io.github.hldls.template.Step;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What each kind of fix changes. */
final class Changes {
  private Changes() {}

  /** Edits of a file, with its own line endings. */
  static List<FileChange> inFile(FileView file, List<MarkedEdit> edits) {
    List<MarkedEdit> own =
        edits.stream().map(e -> e.withText(file.withLineEnds(e.text()))).toList();
    return own.isEmpty() ? List.of() : List.of(new FileChange(file.path(), false, own));
  }

  static List<FileChange> insert(FileView file, List<String> ids) {
    List<Requirement> rows =
        file.steps().stream()
            .flatMap(step -> step.requirements().stream())
            .filter(row -> ids.contains(row.id()))
            .toList();
    return inFile(file, new Insertions(file).edits(rows));
  }

  /** The first argument is the offset of the heading, the others are the rows that it names. */
  static List<FileChange> fill(FileView file, List<String> arguments) {
    Optional<Passage> section =
        number(arguments).flatMap(offset -> Sections.headedAt(file.facts(), offset));
    if (section.isEmpty()) {
      return List.of();
    }
    int level = section.get().level();
    List<String> texts = new ArrayList<>();
    for (Requirement row : file.catalogue().template().requirements()) {
      if (arguments.contains(row.id())) {
        texts.add(
            texts.isEmpty()
                ? Drafts.body(row, level, file.catalogue())
                : Drafts.row(row, level, file.catalogue()));
      }
    }
    int headingEnd = file.source().line(file.source().lineOf(section.get().title().end())).end();
    TextRange body = new TextRange(headingEnd, Math.max(headingEnd, section.get().range().end()));
    String text = "\n\n" + String.join("\n\n", texts);
    return inFile(file, List.of(new MarkedEdit(body, text, true)));
  }

  private static Optional<Integer> number(List<String> arguments) {
    try {
      return arguments.isEmpty()
          ? Optional.empty()
          : Optional.of(Integer.valueOf(arguments.get(0)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  static List<FileChange> create(FileView file, List<String> roles, boolean full) {
    Pack pack = file.result().facts().pack();
    List<FileChange> changes = new ArrayList<>();
    for (FileRole role : file.catalogue().template().files()) {
      if (roles.contains(role.id()) && pack.file(role).isEmpty()) {
        String text =
            full
                ? Drafts.file(role, pack.name(), file.catalogue())
                : Skeleton.file(file.catalogue().template(), role, pack.name());
        MarkedEdit edit = new MarkedEdit(new TextRange(0, 0), text, full);
        changes.add(new FileChange(pack.path() + "/" + role.name(), true, List.of(edit)));
      }
    }
    return changes;
  }

  static List<FileChange> declare(FileView file, List<String> steps) {
    List<Requirement> statements = new ArrayList<>();
    for (Step step : file.steps()) {
      if (steps.contains(step.id())) {
        step.requirements().stream()
            .filter(row -> row.kind() == Kind.STATEMENT)
            .forEach(statements::add);
      }
    }
    return inFile(file, new Insertions(file).edits(statements));
  }

  static List<FileChange> reorder(FileView file, List<String> steps) {
    return inFile(
        file,
        file.steps().stream()
            .filter(step -> steps.contains(step.id()))
            .flatMap(step -> Parts.inOrder(step, file).stream())
            .toList());
  }

  /** The rule and the offset of one finding, or nothing for all that can be mended. */
  static List<FileChange> mend(FileView file, List<String> arguments) {
    List<MarkedEdit> edits = new ArrayList<>();
    for (Finding finding : file.findings()) {
      boolean asked =
          arguments.isEmpty()
              || (arguments.size() == 2
                  && arguments.get(0).equals(finding.rule())
                  && arguments.get(1).equals(String.valueOf(finding.range().start())));
      if (asked) {
        finding.fix().stream().map(MarkedEdit::plain).forEach(edits::add);
      }
    }
    edits.sort(Comparator.comparingInt(edit -> edit.range().start()));
    return inFile(file, withoutOverlaps(edits));
  }

  private static List<MarkedEdit> withoutOverlaps(List<MarkedEdit> sorted) {
    List<MarkedEdit> kept = new ArrayList<>();
    int end = -1;
    for (MarkedEdit edit : sorted) {
      if (edit.range().start() >= end) {
        kept.add(edit);
        end = Math.max(end, edit.range().end());
      }
    }
    return kept;
  }
}
