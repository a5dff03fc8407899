package io.github.hldls.check;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.facts.TechnologyUse;
import io.github.hldls.facts.TopicUse;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import io.github.hldls.template.Topic;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Steps that are said not to apply without a reason or without what would change, and those that
 * are said not to apply, or are left out, although the design uses what they are about.
 */
final class UnstatedSteps {
  /** What a rule's {@code check} says to be reported from here. */
  static final String CHECK = "statements";

  /** What other files name less often they do not use. */
  private static final int USED = 3;

  private UnstatedSteps() {}

  /** A use and the file that it stands in. */
  private record Place(FileFacts file, TechnologyUse use) {}

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    List<Finding> findings = new ArrayList<>();
    for (Requirement rule : Rules.checkedBy(CHECK, template)) {
      for (Step step : template.steps()) {
        FileFacts file = facts.files().get(step.file());
        Optional<TopicUse> use = facts.topic(step.id());
        if (file != null && use.isPresent()) {
          statement(rule, step, file, use.get()).ifPresent(findings::add);
          contradiction(rule, step, use.get(), template, facts).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static Optional<Finding> statement(
      Requirement rule, Step step, FileFacts file, TopicUse use) {
    if (use.state() != TopicUse.State.NOT_APPLICABLE || (use.hasReason() && use.hasChange())) {
      return Optional.empty();
    }
    String lacks =
        use.hasReason()
            ? "not what would change if it did"
            : use.hasChange() ? "not why" : "neither why nor what would change if it did";
    return Optional.of(
        finding(
                rule,
                Severity.INFO,
                "This says that "
                    + step.named()
                    + " does not apply, but "
                    + lacks
                    + ". "
                    + rule.satisfies(),
                file,
                WeakRows.firstLine(file, file.passage(use.statement()).range()))
            .withRequirements(
                step.requirements().stream()
                    .filter(row -> row.kind() == Kind.STATEMENT)
                    .map(Requirement::id)
                    .toList()));
  }

  private static Optional<Finding> contradiction(
      Requirement rule, Step step, TopicUse use, Template template, PackFacts facts) {
    boolean denied = use.state() == TopicUse.State.NOT_APPLICABLE;
    if (use.state() == TopicUse.State.USED || (denied && isItself(step, use, template, facts))) {
      return Optional.empty();
    }
    List<Place> uses = uses(step, facts);
    if (uses.size() < USED) {
      return Optional.empty();
    }
    Place first = uses.get(0);
    String name = first.use.technology().name();
    String message =
        denied
            ? name + " is used here, but " + step.named() + " is said not to apply. "
            : name + " is used here, but the pack leaves out " + step.named() + ". ";
    return Optional.of(
        finding(
            rule,
            denied ? Severity.INFO : Severity.WARNING,
            message + rule.satisfies(),
            first.file,
            first.use.range()));
  }

  /** Whether a step is said not to apply since the design itself is what it is about. */
  private static boolean isItself(Step step, TopicUse use, Template template, PackFacts facts) {
    FileFacts file = facts.files().get(step.file());
    if (file == null) {
      return false;
    }
    return use.regions().stream()
        .anyMatch(region -> file.mentions(template.phrase("itself"), file.passage(region)));
  }

  /** Where files other than the step's use a technology of its kind: the one they use most. */
  private static List<Place> uses(Step step, PackFacts facts) {
    String kind = step.topic().map(Topic::technologies).orElse("");
    List<Place> most = new ArrayList<>();
    if (kind.isEmpty()) {
      return most;
    }
    Map<String, List<Place>> byName = new LinkedHashMap<>();
    for (FileFacts file : facts.files().values()) {
      boolean home = file.file().role().id().equals(step.file());
      for (TechnologyUse use : home ? List.<TechnologyUse>of() : facts.technologies(file)) {
        if (use.technology().kind().equals(kind)
            && !use.compares()
            && !file.isHeading(use.token())) {
          byName
              .computeIfAbsent(use.technology().name(), n -> new ArrayList<>())
              .add(new Place(file, use));
        }
      }
    }
    for (List<Place> places : byName.values()) {
      most = places.size() > most.size() ? places : most;
    }
    return most;
  }

  private static Finding finding(
      Requirement rule, Severity severity, String message, FileFacts file, TextRange range) {
    return new Finding(
        rule.id(), severity, message, file.file().path(), range, List.of(), List.of(), List.of());
  }
}
