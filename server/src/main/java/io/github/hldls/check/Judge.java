package io.github.hldls.check;

import io.github.hldls.check.Verdict.Evidence;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.facts.Resemblance;
import io.github.hldls.facts.TopicUse;
import io.github.hldls.facts.TopicUse.State;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import io.github.hldls.template.Way;
import io.github.hldls.template.Way.Grade;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges a pack's facts by the steps of a template. */
final class Judge {
  /** A file whose titles name one in so many of the rows announces its topics. */
  private static final int ANNOUNCED = 2;

  /** So many words under a step's title are where its rows are to be looked for. */
  private static final int DESCRIBED = 60;

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
    Map<String, List<Verdict>> judged = file.once(Judge.class, "", () -> file(file));
    return judged.getOrDefault(step.id(), List.of()).stream()
        .map(verdict -> isAsked(verdict, use) ? verdict : verdict.notAsked())
        .toList();
  }

  /**
   * What the evidence for a row amounts to.
   *
   * @param titled whether a title names it
   * @param faint whether it is weak and only comes near, or stands in words far from each other
   */
  private record Found(Verdict verdict, boolean titled, boolean faint) {
    static Found of(Verdict verdict) {
      return new Found(verdict, false, false);
    }

    Verdict verdict(boolean announces) {
      return announces && faint ? Judge.verdict(verdict.requirement(), Status.MISSING) : verdict;
    }
  }

  /**
   * The verdicts on the rows of a file's steps, by step, as far as they follow from it. Where the
   * titles name half of the rows, words that come together by chance elsewhere are no evidence.
   */
  private Map<String, List<Verdict>> file(FileFacts file) {
    Map<String, List<Found>> found = new LinkedHashMap<>();
    int rows = 0;
    int titled = 0;
    for (Step step : template.stepsIn(file.file().role())) {
      TopicUse use = facts.topics().get(step.id());
      List<Found> inStep = step(step, file, use);
      rows += state(use) == State.USED ? inStep.size() : 0;
      for (Found row : inStep) {
        titled += row.titled() ? 1 : 0;
      }
      found.put(step.id(), inStep);
    }
    boolean announces = titled * ANNOUNCED >= rows;
    Map<String, List<Verdict>> verdicts = new LinkedHashMap<>();
    found.forEach(
        (step, inStep) ->
            verdicts.put(step, inStep.stream().map(row -> row.verdict(announces)).toList()));
    return verdicts;
  }

  /** Whether a row is asked for: one about another step's topic is not, where that is not used. */
  private boolean isAsked(Verdict verdict, @Nullable TopicUse use) {
    String other = verdict.requirement().requires();
    return other.isEmpty()
        || verdict.status() != Status.MISSING
        || (use != null && use.state() == State.SILENT)
        || isUsed(other);
  }

  /** A step without a topic is always used. */
  private static State state(@Nullable TopicUse use) {
    return use == null ? State.USED : use.state();
  }

  private List<Found> step(Step step, FileFacts file, @Nullable TopicUse use) {
    State state = state(use);
    Matcher matcher = new Matcher(file, template, use == null ? List.of() : use.regions());
    return step.requirements().stream()
        .map(
            row ->
                switch (state) {
                  case USED ->
                      use != null && row.kind() == Kind.STATEMENT
                          ? Found.of(verdict(row, Status.NOT_APPLICABLE))
                          : byEvidence(row, step, file, matcher);
                  case NOT_APPLICABLE ->
                      Found.of(
                          use != null && row.kind() == Kind.STATEMENT
                              ? statement(row, file, use)
                              : verdict(row, Status.NOT_APPLICABLE));
                  case SILENT -> Found.of(verdict(row, Status.MISSING));
                })
        .toList();
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

  private Found byEvidence(Requirement row, Step step, FileFacts file, Matcher matcher) {
    List<Way> ways = row.evidence();
    List<Set<Integer>> found = new ArrayList<>();
    Set<Integer> met = new LinkedHashSet<>();
    boolean titled = false;
    for (Way way : ways) {
      Set<Integer> passages = way.grade() == Grade.MET ? matcher.find(way) : Set.of();
      found.add(passages);
      addOf(Grade.MET, way, row, file, passages, met);
      titled |= !passages.isEmpty() && !way.title().isEmpty();
    }
    if (!met.isEmpty()) {
      return new Found(verdict(row, Status.MET, file, met), titled, false);
    }
    return ways.stream().anyMatch(matcher::isOnlyAnnounced)
        ? Found.of(verdict(row, Status.MISSING))
        : touched(row, step, file, matcher, found);
  }

  /**
   * What the evidence amounts to for a row that is not met.
   *
   * @param found the passages that are as the ways ask that could meet it
   */
  private Found touched(
      Requirement row, Step step, FileFacts file, Matcher matcher, List<Set<Integer>> found) {
    List<Way> ways = row.evidence();
    Set<Integer> weak = new LinkedHashSet<>();
    int times = 0;
    boolean titled = false;
    boolean scattered = false;
    for (int i = 0; i < ways.size(); i++) {
      Way way = ways.get(i);
      Set<Integer> passages = way.grade() == Grade.MET ? found.get(i) : matcher.find(way);
      addOf(Grade.WEAK, way, row, file, passages, weak);
      titled |= !passages.isEmpty() && !way.title().isEmpty();
      times += passages.size();
      if (times == 1 && !passages.isEmpty() && !titled && way.grade() == Grade.WEAK) {
        scattered = matcher.isScattered(way, passages.iterator().next());
      }
    }
    if (weak.isEmpty()) {
      return near(row, file, matcher);
    }
    boolean isNone =
        (titled && weak.stream().allMatch(passage -> isOnlyNamed(passage, file)))
            || (hasSection(step, file) && weak.stream().allMatch(p -> isOfOther(p, step, file)))
            || (!titled && isUnlike(row, file));
    return isNone
        ? Found.of(verdict(row, Status.MISSING))
        : new Found(verdict(row, Status.WEAK, file, weak), titled, times == 1 && scattered);
  }

  /** What comes near to a row that no way finds, or is like what meets it. */
  private Found near(Requirement row, FileFacts file, Matcher matcher) {
    Set<Integer> near = findNear(row, file, matcher);
    if (!near.isEmpty() && !isUnlike(row, file)) {
      return new Found(verdict(row, Status.WEAK, file, near), false, true);
    }
    // Where another step does not apply, a likeness to what it would need is none.
    boolean alone = near.isEmpty() && row.requires().isEmpty();
    Set<Integer> like = alone ? findLike(row, file, matcher) : Set.of();
    return Found.of(
        like.isEmpty() ? verdict(row, Status.MISSING) : verdict(row, Status.WEAK, file, like));
  }

  /** Whether no passage resembles what meets a row: then its words met by chance. */
  private boolean isUnlike(Requirement row, FileFacts file) {
    return best(row, file).filter(b -> b.score() < template.likeness().unlike()).isPresent();
  }

  /** The passage that resembles what meets a row, in words that no way knows. */
  private Set<Integer> findLike(Requirement row, FileFacts file, Matcher matcher) {
    return best(row, file)
        .filter(b -> b.score() >= template.likeness().like())
        .filter(b -> matcher.says(b.passage()))
        .map(b -> Set.of(b.passage()))
        .orElse(Set.of());
  }

  private Optional<Resemblance.Best> best(Requirement row, FileFacts file) {
    return Resemblance.of(file, template.likeness()).best(row.id());
  }

  /** Whether a section or a row of a table says hardly more than its title. */
  private static boolean isOnlyNamed(int index, FileFacts file) {
    Passage passage = file.passage(index);
    return passage.kind() != Passage.Kind.LABEL
        && passage.kind() != Passage.Kind.ITEM
        && EmptySections.isBrief(passage, file);
  }

  /** Whether a title names a step over more than a few words. */
  private static boolean hasSection(Step step, FileFacts file) {
    for (int token : file.titleMentionsOf(step.titles())) {
      Passage section = file.passage(file.ownerOf(token));
      if (section.kind() == Passage.Kind.SECTION
          && !file.isDocumentTitle(section)
          && file.bodyWords(section) >= DESCRIBED) {
        return true;
      }
    }
    return false;
  }

  /** Whether a passage stands in a section about another step, and in none about its own. */
  private boolean isOfOther(int passage, Step own, FileFacts file) {
    boolean other = false;
    for (int i = passage; i > 0; i = file.passage(i).parent()) {
      Passage section = file.passage(i);
      if (section.kind() == Passage.Kind.SECTION && !file.isDocumentTitle(section)) {
        if (file.titleMentions(own.titles(), section)) {
          return false;
        }
        for (Step step : template.stepsIn(file.file().role())) {
          other |= file.titleMentions(step.titles(), section);
        }
      }
    }
    return other;
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

  /**
   * What comes near to a row, in a file of few titles; elsewhere a missing title says enough. Some
   * of the words of one way, in one paragraph, stand there for another reason.
   */
  private static Set<Integer> findNear(Requirement row, FileFacts file, Matcher matcher) {
    Set<Integer> found = new LinkedHashSet<>();
    int times = 0;
    boolean chance = true;
    for (Way way : row.evidence()) {
      if (way.grade() == Grade.MET) {
        for (Integer passage : matcher.findNear(way)) {
          if (matcher.regional() || file.hasFewTitles(passage)) {
            found.add(passage);
            times++;
            chance &= way.title().isEmpty() && file.hasFewTitles(passage);
          }
        }
      }
    }
    return chance && times == 1 ? Set.of() : found;
  }

  private boolean isUsed(String step) {
    TopicUse use = facts.topics().get(step);
    return use != null && use.state() == State.USED;
  }

  private static Verdict verdict(
      Requirement row, Status status, FileFacts file, Set<Integer> passages) {
    return new Verdict(row, status, passages.stream().map(p -> evidence(file, p)).toList());
  }

  private static Evidence evidence(FileFacts file, int passage) {
    return new Evidence(file.file(), file.passage(passage).range());
  }
}
