package io.github.hldls.editor;

import io.github.hldls.check.Finding;
import io.github.hldls.check.PackResult;
import io.github.hldls.template.Examples;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be done about a whole pack at once, with nobody at hand to choose. */
public final class Repairs {
  private Repairs() {}

  /** The edits that come with findings, for each file at most one change. */
  public static List<FileChange> safe(Catalogue catalogue, PackResult result) {
    List<FileChange> changes = new ArrayList<>();
    for (FileView file : files(catalogue, result)) {
      changes.addAll(Changes.mend(file, List.of()));
    }
    return changes;
  }

  /**
   * Headings for what is missing, with what belongs below them in a comment, to be filled in: the
   * checker goes on to ask for it. What has such a heading already gets no other one.
   */
  public static List<FileChange> skeletons(Catalogue catalogue, PackResult result) {
    Catalogue bare = catalogue.with(Examples.skeletons(catalogue.template()));
    List<FileChange> changes = new ArrayList<>();
    for (FileView file : files(bare, result)) {
      Set<String> missing = new HashSet<>();
      file.findings().stream()
          .filter(finding -> !Fixes.isAboutEmptySection(finding))
          .forEach(finding -> missing.addAll(finding.requirements()));
      List<Requirement> rows =
          file.steps().stream()
              .flatMap(step -> file.missing(step).stream())
              .filter(row -> row.kind() != Kind.STATEMENT && missing.contains(row.id()))
              .filter(row -> !hasHeading(file, row))
              .toList();
      changes.addAll(
          Changes.inFile(file, new Insertions(file, Fixes::isAboutEmptySection).edits(rows)));
    }
    changes.addAll(files(result, bare));
    return changes;
  }

  private static boolean hasHeading(FileView file, Requirement row) {
    return Sections.of(file.facts()).stream()
        .anyMatch(s -> file.source().substring(s.title()).strip().equalsIgnoreCase(row.title()));
  }

  private static List<FileView> files(Catalogue catalogue, PackResult result) {
    return catalogue.template().files().stream()
        .flatMap(role -> FileView.of(catalogue, result, role).stream())
        .toList();
  }

  /** The files that a finding misses. */
  private static List<FileChange> files(PackResult result, Catalogue catalogue) {
    Optional<FileView> any = files(catalogue, result).stream().findFirst();
    List<String> roles =
        any.map(Fixes::missingFiles).orElse(List.of()).stream()
            .filter(role -> result.findings().stream().anyMatch(f -> isMissed(role, f)))
            .map(FileRole::id)
            .toList();
    return any.map(file -> Changes.create(file, roles, false)).orElse(List.of());
  }

  private static boolean isMissed(FileRole role, Finding finding) {
    return Fixes.isAboutMissingFile(finding) && finding.message().contains(role.name());
  }
}
