package io.github.hldls.check;

import io.github.hldls.check.Verdict.Evidence;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.facts.TopicUse;
import io.github.hldls.facts.TopicUse.State;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import io.github.hldls.template.Way;
import io.github.hldls.template.Way.Grade;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges a pack's facts by the steps of a template. */
final class Judge {
  private final Template template;
  private final PackFacts facts;

  private Judge(Template template, PackFacts facts) {
    this.template = template;
    this.facts = facts;
  }

  /** A verdict on every row of every step, in order. */
  static List<Verdict> judge(Template template, PackFacts facts) {
    Judge judge = new Judge(template, facts);
    List<Verdict> verdicts = new ArrayList<>();
    for (Step step : template.steps()) {
      verdicts.addAll(judge.step(step));
    }
    return verdicts;
  }

  private List<Verdict> step(Step step) {
    FileFacts file = facts.files().get(step.file());
    if (file == null) {
      return all(step, Status.MISSING);
    }
    TopicUse use = facts.topics().get(step.id());
    return file.once(Judge.class, step.id(), () -> step(step, file, use)).stream()
        .map(verdict -> isAsked(verdict, use) ? verdict : verdict.notAsked())
        .toList();
  }

  /** Whether a row is asked for: one about another step's topic is not, where that is not used. */
  private boolean isAsked(Verdict verdict, @Nullable TopicUse use) {
    String other = verdict.requirement().requires();
    return other.isEmpty()
        || verdict.status() != Status.MISSING
        || (use != null && use.state() == State.SILENT)
        || isUsed(other);
  }

  /** The verdicts on a step's rows as far as they follow from its file. */
  private List<Verdict> step(Step step, FileFacts file, @Nullable TopicUse use) {
    if (use == null) {
      Matcher matcher = new Matcher(file, template.placeholder(), List.of());
      return step.requirements().stream().map(row -> byEvidence(row, file, matcher)).toList();
    }
    return switch (use.state()) {
      case USED -> {
        Matcher matcher = new Matcher(file, template.placeholder(), use.regions());
        yield step.requirements().stream()
            .map(
                row ->
                    row.kind() == Kind.STATEMENT
                        ? verdict(row, Status.NOT_APPLICABLE)
                        : byEvidence(row, file, matcher))
            .toList();
      }
      case NOT_APPLICABLE ->
          step.requirements().stream()
              .map(
                  row ->
                      row.kind() == Kind.STATEMENT
                          ? statement(row, file, use)
                          : verdict(row, Status.NOT_APPLICABLE))
              .toList();
      case SILENT -> all(step, Status.MISSING);
    };
  }

  private static List<Verdict> all(Step step, Status status) {
    return step.requirements().stream().map(row -> verdict(row, status)).toList();
  }

  private static Verdict verdict(Requirement row, Status status) {
    return new Verdict(row, status, List.of());
  }

  private static Verdict statement(Requirement row, FileFacts file, TopicUse use) {
    Status status = use.hasReason() && use.hasChange() ? Status.MET : Status.WEAK;
    return new Verdict(row, status, List.of(evidence(file, use.statement())));
  }

  private static Verdict byEvidence(Requirement row, FileFacts file, Matcher matcher) {
    List<Way> ways = row.evidence();
    List<Set<Integer>> found = new ArrayList<>();
    Set<Integer> met = new LinkedHashSet<>();
    for (Way way : ways) {
      Set<Integer> passages = way.grade() == Grade.MET ? matcher.find(way) : Set.of();
      found.add(passages);
      addOf(Grade.MET, way, row, file, passages, met);
    }
    if (!met.isEmpty()) {
      return verdict(row, Status.MET, file, met);
    }
    Set<Integer> weak = new LinkedHashSet<>();
    for (int i = 0; i < ways.size(); i++) {
      Way way = ways.get(i);
      Set<Integer> passages = way.grade() == Grade.MET ? found.get(i) : matcher.find(way);
      addOf(Grade.WEAK, way, row, file, passages, weak);
    }
    if (!weak.isEmpty()) {
      return verdict(row, Status.WEAK, file, weak);
    }
    Set<Integer> near = findNear(row, file, matcher);
    if (!near.isEmpty()) {
      return verdict(row, Status.WEAK, file, near);
    }
    return verdict(row, Status.MISSING);
  }

  /** Adds those passages that are as a way asks which amount to so much. */
  private static void addOf(
      Grade grade,
      Way way,
      Requirement row,
      FileFacts file,
      Set<Integer> passages,
      Set<Integer> to) {
    for (Integer passage : passages) {
      if (grade(way, row, file, passage) == grade) {
        to.add(passage);
      }
    }
  }

  /**
   * What a passage that is as a way asks amounts to. Where texts announce their topics, what is not
   * announced, or only by a comment in code, is just touched, unless nobody would announce it.
   */
  private static Grade grade(Way way, Requirement row, FileFacts file, int passage) {
    boolean announced =
        (!way.title().isEmpty() && !file.isInCode(passage))
            || way.shape() != Way.Shape.ANY
            || file.hasFewTitles(passage)
            || isNeverTitled(row);
    return announced ? way.grade() : Grade.WEAK;
  }

  private static boolean isNeverTitled(Requirement row) {
    for (Way way : row.evidence()) {
      if (!way.title().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** What comes near to a row, in a file of few titles; elsewhere a missing title says enough. */
  private static Set<Integer> findNear(Requirement row, FileFacts file, Matcher matcher) {
    Set<Integer> found = new LinkedHashSet<>();
    for (Way way : row.evidence()) {
      if (way.grade() == Grade.MET) {
        for (Integer passage : matcher.findNear(way)) {
          if (matcher.regional() || file.hasFewTitles(passage)) {
            found.add(passage);
          }
        }
      }
    }
    return found;
  }

  private boolean isUsed(String step) {
    TopicUse use = facts.topics().get(step);
    return use != null && use.state() == TopicUse.State.USED;
  }

  private static Verdict verdict(
      Requirement row, Status status, FileFacts file, Set<Integer> passages) {
    return new Verdict(row, status, passages.stream().map(p -> evidence(file, p)).toList());
  }

  private static Evidence evidence(FileFacts file, int passage) {
    return new Evidence(file.file(), file.passage(passage).range());
  }
}
