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
import io.github.hldls.template.Way;
import io.github.hldls.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** {@code pack/wrong-file}: sections that would meet a missing row if they stood in its file. */
final class MisplacedSections {
  static final String RULE = "pack/wrong-file";

  /** A word of so many letters names a topic. */
  private static final int LONG = 5;

  private MisplacedSections() {}

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    Map<Related, List<String>> rowsBySection = new LinkedHashMap<>();
    Map<Related, FileRole> homes = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      Requirement row = verdict.requirement();
      Optional<Step> step = template.step(row.step());
      if (verdict.status() != Status.MISSING || step.isEmpty()) {
        continue;
      }
      find(template, facts, row, step.get(), verdicts)
          .ifPresent(
              section -> {
                Related key = new Related(section.file(), section.range(), "");
                rowsBySection.computeIfAbsent(key, k -> new ArrayList<>()).add(row.title());
                template.file(step.get().file()).ifPresent(home -> homes.putIfAbsent(key, home));
              });
    }
    List<Finding> findings = new ArrayList<>();
    rowsBySection.forEach(
        (section, rows) -> {
          FileRole home = homes.get(section);
          if (home != null) {
            findings.add(finding(section, rows, home));
          }
        });
    return findings;
  }

  private static Finding finding(Related section, List<String> rows, FileRole home) {
    return new Finding(
        RULE,
        Severity.INFO,
        String.join("; ", rows) + ": this belongs in " + home.name() + ", where it is missing.",
        section.file(),
        section.range(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The section of another file that would meet a row and is no evidence for its own file's. */
  static Optional<Related> find(
      Template template,
      PackFacts facts,
      Requirement row,
      Step step,
      Collection<Verdict> verdicts) {
    if (step.topic().isPresent()) {
      return Optional.empty();
    }
    for (FileFacts other : facts.files().values()) {
      if (!other.file().role().id().equals(step.file())) {
        Optional<Passage> section =
            other.once(
                MisplacedSections.class,
                row.id(),
                () -> section(new Matcher(other, template, List.of()), row, other));
        if (section.isPresent() && !isEvidence(section.get(), other, verdicts)) {
          return Optional.of(
              new Related(
                  other.file().path(), section.get().title(), row.title() + " stands here"));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isEvidence(Passage section, FileFacts file, Collection<Verdict> verdicts) {
    for (Verdict verdict : verdicts) {
      for (Verdict.Evidence evidence : verdict.evidence()) {
        if (evidence.range().equals(section.range())
            && evidence.file().path().equals(file.file().path())) {
          return true;
        }
      }
    }
    return false;
  }

  /** By the first way to title such a section, the plainest: later ones fit much in other files. */
  private static Optional<Passage> section(Matcher matcher, Requirement row, FileFacts other) {
    for (Way way : row.evidence()) {
      if (way.grade() == Way.Grade.MET && !way.title().isEmpty()) {
        OptionalInt section = matcher.findSection(way);
        return section.isPresent() && isNamed(other.passage(section.getAsInt()), row, other)
            ? Optional.of(other.passage(section.getAsInt()))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a section's title has the word that tells a row from others: the first long one, or all
   * if none is long.
   */
  private static boolean isNamed(Passage section, Requirement row, FileFacts file) {
    Set<String> title = Set.copyOf(Words.in(file.source().substring(section.title())));
    Optional<String> name =
        Words.in(row.title()).stream()
            .filter(word -> word.length() >= LONG && !word.startsWith("wh"))
            .findFirst();
    return name.isPresent() ? title.contains(name.get()) : title.containsAll(Words.in(row.title()));
  }
}
