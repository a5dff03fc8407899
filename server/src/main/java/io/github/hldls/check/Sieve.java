package io.github.hldls.check;

import io.github.hldls.config.PackRules;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which findings a reader is told of, for every front end alike: first by the severities of
 * the configuration, then by the suppressions in the files, then by the baseline.
 *
 * @param rules how much each rule matters
 * @param known the baseline's entries of the pack
 */
record Sieve(PackRules rules, List<Baseline.Entry> known) {
  static final Sieve NONE = new Sieve(PackRules.NONE, List.of());

  Sieve {
    known = List.copyOf(known);
  }

  /** What came of findings. */
  record Sifted(
      List<Finding> findings, List<Suppressed> suppressed, List<Finding> known, int fixed) {}

  /** The verdicts as far as they are asked for: a row that is off is as one that does not apply. */
  List<Verdict> asked(List<Verdict> verdicts, Template template, Pack pack) {
    if (rules.settings().isEmpty()) {
      return verdicts;
    }
    return verdicts.stream()
        .map(v -> isOff(v.requirement(), template, pack) ? v.notAsked() : v)
        .toList();
  }

  private boolean isOff(Requirement row, Template template, Pack pack) {
    String file =
        template
            .step(row.step())
            .map(Step::file)
            .flatMap(pack::file)
            .map(PackFile::path)
            .orElse("");
    return rules.isOff(row.id(), file);
  }

  Sifted sift(List<Finding> all, PackFacts facts, Template template) {
    List<Finding> wanted = new ArrayList<>();
    all.forEach(finding -> configured(finding, template).ifPresent(wanted::add));
    List<Suppressed> suppressed = new ArrayList<>();
    List<Finding> told = unsuppressed(wanted, facts, template, suppressed);
    if (known.isEmpty()) {
      return new Sifted(told, suppressed, List.of(), 0);
    }
    Baseline.Split split = Baseline.split(known, told, facts.files(), template);
    return new Sifted(split.fresh(), suppressed, split.known(), split.fixed());
  }

  private Optional<Finding> configured(Finding finding, Template template) {
    if (rules.settings().isEmpty()) {
      return Optional.of(finding);
    }
    if (!finding.requirements().contains(finding.rule())) {
      return rules
          .severity(finding.rule(), finding.file(), finding.severity())
          .map(finding::withSeverity);
    }
    // What stands for several rows matters as much as that of them that matters most.
    return finding.requirements().stream()
        .filter(row -> row.equals(finding.rule()) || isOfStep(row, template))
        .flatMap(row -> rules.severity(row, finding.file(), finding.severity()).stream())
        .min(Severity::compareTo)
        .map(finding::withSeverity);
  }

  private static boolean isOfStep(String row, Template template) {
    return template.rules().stream().noneMatch(rule -> rule.id().equals(row));
  }

  private List<Finding> unsuppressed(
      List<Finding> findings, PackFacts facts, Template template, List<Suppressed> suppressed) {
    Map<String, FileSuppressions> byFile = new HashMap<>();
    for (FileFacts file : facts.files().values()) {
      if (file.once(Sieve.class, "", () -> SuppressionReader.hasAny(file.file().markdown()))) {
        byFile.put(file.file().path(), SuppressionReader.read(file.file().markdown()));
      }
    }
    if (byFile.isEmpty()) {
      return findings;
    }
    List<Finding> told = new ArrayList<>();
    findings.forEach(finding -> sift(finding, byFile, told, suppressed));
    byFile.forEach(
        (file, suppressions) ->
            suppressions.findings(template, file).stream()
                .flatMap(finding -> configured(finding, template).stream())
                .forEach(finding -> sift(finding, byFile, told, suppressed)));
    return told;
  }

  /** A suppression of the rule that is told silences a finding; one of another row, that row. */
  private static void sift(
      Finding finding,
      Map<String, FileSuppressions> byFile,
      List<Finding> told,
      List<Suppressed> suppressed) {
    FileSuppressions file = byFile.get(finding.file());
    if (file == null) {
      told.add(finding);
      return;
    }
    Optional<Suppression> by = file.of(finding.rule(), finding.range());
    List<String> rows = new ArrayList<>();
    for (String row : finding.requirements()) {
      Optional<Suppression> ofRow = file.of(row, finding.range());
      by = by.isEmpty() && finding.requirements().size() == 1 ? ofRow : by;
      if (ofRow.isEmpty()) {
        rows.add(row);
      }
    }
    if (by.isPresent()) {
      suppressed.add(new Suppressed(finding, by.get()));
    } else {
      told.add(
          rows.size() == finding.requirements().size() ? finding : finding.withRequirements(rows));
    }
  }
}
