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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** Whether a passage is about it, or at least about no other. */
    boolean isAbout(TextRange range, List<TechnologyUse> others) {
      return isIn(range) || others.stream().noneMatch(use -> range.contains(use.range()));
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
          findings.addAll(of(rule, subject, others(subject, template, facts), verdicts));
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
        .filter(uses -> uses.stream().filter(each -> !isCode(each, file)).count() >= USED)
        .map(uses -> new Subject(step, file, uses))
        .toList();
  }

  /** Where a file names other technologies that have such parts. */
  private static List<TechnologyUse> others(Subject subject, Template template, PackFacts facts) {
    Set<String> kinds = new HashSet<>();
    template.steps().forEach(s -> s.topic().ifPresent(topic -> kinds.add(topic.technologies())));
    return facts.technologies(subject.file).stream()
        .filter(use -> kinds.contains(use.technology().kind()) && !use.compares())
        .filter(use -> !use.technology().equals(subject.technology()))
        .toList();
  }

  private static boolean isCode(TechnologyUse use, FileFacts file) {
    return file.isCode(use.passage());
  }

  private static List<Finding> of(
      Requirement rule, Subject subject, List<TechnologyUse> others, List<Verdict> verdicts) {
    List<String> lacking = new ArrayList<>();
    Map<String, List<TextRange>> parts = new LinkedHashMap<>();
    for (String letter : subject.step.parts().keySet()) {
      Optional<Verdict> part = part(letter, subject, verdicts);
      // What is missing for all technologies is told as such.
      if (part.isPresent() && isThere(part.get())) {
        List<TextRange> about =
            part.get().evidence().stream()
                .map(Verdict.Evidence::range)
                .filter(range -> subject.isAbout(range, others))
                .toList();
        if (about.isEmpty()) {
          lacking.add(letter);
        } else {
          parts.put(letter, about);
        }
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

  /** The first two letters of which all of the later part stands before all of the earlier one. */
  private static Optional<List<String>> disorder(Map<String, List<TextRange>> parts) {
    String before = "";
    for (Map.Entry<String, List<TextRange>> part : parts.entrySet()) {
      List<TextRange> earlier = parts.getOrDefault(before, List.of());
      int first = earlier.stream().mapToInt(TextRange::start).min().orElse(0);
      if (part.getValue().stream().allMatch(range -> range.end() <= first)) {
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
      Requirement rule, Subject subject, List<String> letters, Map<String, List<TextRange>> parts) {
    List<TextRange> early = parts.getOrDefault(letters.get(1), List.of());
    int line =
        subject.file.source().lineOf(early.stream().mapToInt(TextRange::start).min().orElse(0));
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
        Severity.INFO,
        message,
        subject.file.file().path(),
        range,
        List.of(),
        List.of(),
        List.of());
  }
}
