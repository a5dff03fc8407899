package io.github.hldls.check;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.facts.TechnologyUse;
import io.github.hldls.facts.TopicUse;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Step;
import io.github.hldls.template.Technology;
import io.github.hldls.template.Template;
import io.github.hldls.template.Topic;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a step for each technology that it uses: all of them about this technology, apart
 * from one another, and in the template's order.
 */
final class PartsPerTechnology {
  /** What a rule's {@code check} says to be reported from here. */
  static final String CHECK = "parts";

  /** What a step names less often is named in passing. */
  private static final int USED = 4;

  private PartsPerTechnology() {}

  /** A technology in a step: where it is named there. */
  private record Subject(Step step, FileFacts file, List<TechnologyUse> uses) {
    Technology technology() {
      return uses.get(0).technology();
    }

    /** Whether a passage names it, or stands under a title that does. */
    boolean isIn(TextRange range) {
      return uses.stream().anyMatch(use -> range.contains(use.range()) || isOver(use, range));
    }

    private boolean isOver(TechnologyUse use, TextRange range) {
      Passage passage = file.passage(use.passage());
      return passage.title().contains(use.range()) && passage.range().contains(range);
    }
  }

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    List<Finding> findings = new ArrayList<>();
    for (Requirement rule : Rules.checkedBy(CHECK, template)) {
      for (Step step : template.steps()) {
        for (Subject subject : subjects(step, facts)) {
          findings.addAll(of(rule, subject, verdicts));
        }
      }
    }
    return findings;
  }

  private static List<Subject> subjects(Step step, PackFacts facts) {
    FileFacts file = facts.files().get(step.file());
    Optional<TopicUse> use = facts.topic(step.id());
    String kind = step.topic().map(Topic::technologies).orElse("");
    if (file == null || kind.isEmpty() || step.parts().isEmpty() || use.isEmpty()) {
      return List.of();
    }
    Map<Technology, List<TechnologyUse>> named = new LinkedHashMap<>();
    if (use.get().state() == TopicUse.State.USED) {
      for (TechnologyUse each : facts.technologies(file)) {
        if (each.technology().kind().equals(kind)
            && !each.compares()
            && Regions.isIn(use.get(), each.passage(), file)) {
          named.computeIfAbsent(each.technology(), t -> new ArrayList<>()).add(each);
        }
      }
    }
    return named.values().stream()
        .filter(uses -> uses.size() >= USED)
        .map(uses -> new Subject(step, file, uses))
        .toList();
  }

  private static List<Finding> of(Requirement rule, Subject subject, List<Verdict> verdicts) {
    List<String> lacking = new ArrayList<>();
    Map<String, TextRange> parts = new LinkedHashMap<>();
    for (String letter : subject.step.parts().keySet()) {
      Optional<Verdict> part = part(letter, subject, verdicts);
      // What is missing for all technologies is told as such.
      if (part.isPresent() && isThere(part.get())) {
        part.get().evidence().stream()
            .map(Verdict.Evidence::range)
            .filter(range -> !isCode(range, subject.file) && subject.isIn(range))
            .findFirst()
            .ifPresentOrElse(range -> parts.put(letter, range), () -> lacking.add(letter));
      }
    }
    if (!lacking.isEmpty()) {
      return List.of(lacking(rule, subject, lacking));
    }
    return disorder(parts).map(letters -> disorder(rule, subject, letters, parts)).stream()
        .toList();
  }

  /** The verdict on a part as such. */
  private static Optional<Verdict> part(String letter, Subject subject, List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(verdict -> verdict.requirement().step().equals(subject.step.id()))
        .filter(verdict -> subject.step.isPart(verdict.requirement(), letter))
        .findFirst();
  }

  private static boolean isThere(Verdict verdict) {
    return verdict.status() == Status.MET || verdict.status() == Status.WEAK;
  }

  private static boolean isCode(TextRange range, FileFacts file) {
    return file.isCode(file.ownerOf(file.tokens().firstFrom(range.start())));
  }

  /** The first two letters of which the later part stands before the earlier one. */
  private static Optional<List<String>> disorder(Map<String, TextRange> parts) {
    String before = "";
    for (Map.Entry<String, TextRange> part : parts.entrySet()) {
      TextRange last = parts.get(before);
      if (last != null && part.getValue().end() <= last.start()) {
        return Optional.of(List.of(before, part.getKey()));
      }
      before = part.getKey();
    }
    return Optional.empty();
  }

  private static Finding lacking(Requirement rule, Subject subject, List<String> letters) {
    String parts =
        String.join(
            " and ",
            letters.stream()
                .map(letter -> letter + ") " + subject.step.parts().get(letter))
                .toList());
    String name = subject.technology().name();
    return finding(
        rule,
        subject,
        subject.uses.get(0).range(),
        subject.step.named()
            + " uses "
            + name
            + ", but has nothing about it in "
            + parts
            + ". "
            + rule.satisfies());
  }

  private static Finding disorder(
      Requirement rule, Subject subject, List<String> letters, Map<String, TextRange> parts) {
    TextRange early = parts.get(letters.get(1));
    int line = subject.file.source().lineOf(early == null ? 0 : early.start());
    return finding(
        rule,
        subject,
        subject.file.source().line(line),
        subject.step.named()
            + " comes to part "
            + letters.get(1)
            + ") of "
            + subject.technology().name()
            + " before part "
            + letters.get(0)
            + "). "
            + rule.satisfies());
  }

  private static Finding finding(
      Requirement rule, Subject subject, TextRange range, String message) {
    return new Finding(
        rule.id(),
        Severity.WARNING,
        message,
        subject.file.file().path(),
        range,
        List.of(),
        List.of(),
        List.of());
  }
}
