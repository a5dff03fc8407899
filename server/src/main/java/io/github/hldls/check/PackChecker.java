package io.github.hldls.check;

import io.github.hldls.config.PackRules;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.facts.Vocabulary;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.Expression;
import io.github.hldls.template.Expressions;
import io.github.hldls.template.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks packs against a template. Safe for use by several threads. */
public final class PackChecker {
  private final Template template;
  private final Vocabulary vocabulary;
  private final Sieve sieve;

  public PackChecker(Template template) {
    this.template = template;
    this.vocabulary =
        new Vocabulary(Expressions.of(template), byFile(template), template.likeness());
    this.sieve = Sieve.NONE;
  }

  /** The file from which the vocabulary of a template is read at once. */
  public static byte[] prepareVocabulary(Template template) {
    return Vocabulary.prepare(Expressions.of(template), byFile(template));
  }

  private static Map<String, List<Expression>> byFile(Template template) {
    Map<String, List<Expression>> byFile = new LinkedHashMap<>();
    template.files().forEach(file -> byFile.put(file.id(), Expressions.of(template, file)));
    return byFile;
  }

  private PackChecker(PackChecker other, Sieve sieve) {
    this.template = other.template;
    this.vocabulary = other.vocabulary;
    this.sieve = sieve;
  }

  /**
   * The same checker for the packs of a folder.
   *
   * @param rules how much each rule matters there
   * @param known what the baseline knows of the pack
   */
  public PackChecker with(PackRules rules, List<Baseline.Entry> known) {
    return new PackChecker(this, new Sieve(rules, known));
  }

  /** Whether another checker would say the same of every pack. */
  public boolean isSame(PackChecker other) {
    return template.equals(other.template) && sieve.equals(other.sieve);
  }

  public Template template() {
    return template;
  }

  /** What a file says; depends on nothing else, so it can be kept while the file stands. */
  public FileFacts read(PackFile file) {
    return FileFacts.of(file, vocabulary);
  }

  /** The same for a file that has been edited since it was read. */
  public FileFacts read(PackFile file, FileFacts before) {
    return FileFacts.of(file, vocabulary, before);
  }

  public PackResult check(Pack pack) {
    return check(pack, pack.files().stream().map(this::read).toList());
  }

  /**
   * Checks a pack whose files have been read before.
   *
   * @param files the facts of the pack's files, in its order
   */
  public PackResult check(Pack pack, List<FileFacts> files) {
    PackFacts facts = PackFacts.of(pack, files, template);
    List<Verdict> verdicts = new ArrayList<>(Judge.judge(template, facts));
    verdicts.addAll(GlobalRules.judge(template, facts, verdicts));
    List<Finding> findings = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    List<Verdict> asked = sieve.asked(verdicts, template, pack);
    for (Check check : Checks.ALL) {
      try {
        findings.addAll(check.findings(template, facts, asked));
      } catch (RuntimeException e) {
        // A bug in one check must not cost the reader the others.
        failures.add(pack.path() + ": a check failed: " + e);
      }
    }
    Sieve.Sifted sifted = sieve.sift(findings, facts, template);
    List<Finding> told = new ArrayList<>(sifted.findings());
    told.sort(order(pack));
    return new PackResult(
        facts, verdicts, told, sifted.suppressed(), sifted.known(), sifted.fixed(), failures);
  }

  /** By file, place, then rule. */
  private static Comparator<Finding> order(Pack pack) {
    Map<String, Integer> places = new HashMap<>();
    pack.files().forEach(file -> places.put(file.path(), places.size()));
    return (a, b) -> {
      int byFile =
          Integer.compare(places.getOrDefault(a.file(), -1), places.getOrDefault(b.file(), -1));
      int byPlace = Integer.compare(a.range().start(), b.range().start());
      int bySeverity = a.severity().compareTo(b.severity());
      return byFile != 0
          ? byFile
          : byPlace != 0 ? byPlace : bySeverity != 0 ? bySeverity : a.rule().compareTo(b.rule());
    };
  }
}
