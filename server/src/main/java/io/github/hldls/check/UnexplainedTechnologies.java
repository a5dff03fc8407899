package io.github.hldls.check;

import io.github.hldls.check.Finding.Related;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.facts.TechnologyUse;
import io.github.hldls.facts.TopicUse;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Technology;
import io.github.hldls.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Technologies that a file uses and does not explain. One that carries the design and is explained
 * nowhere is a warning; all else is a remark, one for each technology and file, or one for each
 * file where there are many.
 */
final class UnexplainedTechnologies {
  /** What a rule's {@code check} says to be reported from here. */
  static final String CHECK = "technologies";

  /** What is named so often, in several files, carries the design. */
  private static final int CENTRAL = 5;

  /** What is named less often in a file that need not explain it again is named in passing. */
  private static final int USED = 3;

  /** So many are told one by one, beside one finding for each file. */
  private static final int MOST_ALONE = 3;

  private final PackFacts facts;
  private final Map<Technology, List<Place>> uses = new LinkedHashMap<>();
  private final Map<Technology, Place> explained = new LinkedHashMap<>();

  private UnexplainedTechnologies(PackFacts facts) {
    this.facts = facts;
  }

  private record Place(FileFacts file, TechnologyUse use) {
    Related related() {
      return new Related(
          file.file().path(), use.range(), use.technology().name() + " is explained here");
    }
  }

  /** A technology that a file uses unexplained, and how often. */
  private record Gap(Place first, int times, boolean central) {
    String name() {
      return first.use.technology().name();
    }
  }

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    List<Finding> findings = new ArrayList<>();
    for (Requirement rule : Rules.checkedBy(CHECK, template)) {
      UnexplainedTechnologies technologies = new UnexplainedTechnologies(facts);
      technologies.read(template);
      findings.addAll(technologies.findings(rule));
    }
    return findings;
  }

  private void read(Template template) {
    for (FileFacts file : facts.files().values()) {
      List<TopicUse> denied = Regions.denied(file, facts, template);
      for (TechnologyUse use : facts.technologies(file)) {
        Place place = new Place(file, use);
        if (use.explains()) {
          explained.putIfAbsent(use.technology(), place);
        }
        if (!use.technology().common() && !Regions.isInAny(denied, use.passage(), file)) {
          uses.computeIfAbsent(use.technology(), t -> new ArrayList<>()).add(place);
        }
      }
    }
  }

  private List<Finding> findings(Requirement rule) {
    List<Gap> gaps = new ArrayList<>();
    uses.forEach((technology, places) -> gaps.addAll(gaps(technology, places)));
    long alone = gaps.stream().filter(gap -> gap.times >= USED).count();
    List<Finding> findings = new ArrayList<>();
    Map<FileFacts, List<Gap>> together = new LinkedHashMap<>();
    for (Gap gap : gaps) {
      if (gap.central || (gap.times >= USED && alone <= MOST_ALONE)) {
        findings.add(one(rule, gap));
      } else {
        together.computeIfAbsent(gap.first.file, file -> new ArrayList<>()).add(gap);
      }
    }
    together.values().forEach(inFile -> findings.add(several(rule, inFile)));
    return findings;
  }

  private List<Gap> gaps(Technology technology, List<Place> places) {
    Map<FileFacts, List<Place>> byFile = new LinkedHashMap<>();
    int named = 0;
    for (Place place : places) {
      if (!place.use.compares()
          && !place.file.isCode(place.use.passage())
          && !place.file.isHeading(place.use.token())) {
        byFile.computeIfAbsent(place.file, file -> new ArrayList<>()).add(place);
        named++;
      }
    }
    List<Gap> gaps = new ArrayList<>();
    if (byFile.isEmpty()) {
      return gaps;
    }
    Place known = explained.get(technology);
    if (known == null) {
      Place first = byFile.values().iterator().next().get(0);
      gaps.add(new Gap(first, named, named >= CENTRAL && byFile.size() > 1));
      return gaps;
    }
    byFile.forEach(
        (file, inFile) -> {
          boolean here = file.equals(known.file);
          if (inFile.size() >= USED
              && !here
              && inFile.stream().noneMatch(place -> place.use.explains())) {
            gaps.add(new Gap(inFile.get(0), inFile.size(), false));
          }
        });
    return gaps;
  }

  private Finding one(Requirement rule, Gap gap) {
    Place known = explained.get(gap.first.use.technology());
    String message =
        known == null
            ? gap.name()
                + " is named here, and the pack never says what it is or why it was chosen."
            : gap.name()
                + " is used in this file without a word on what it is or why it was chosen; "
                + known.file.file().role().name()
                + " explains it.";
    return finding(
        rule,
        gap.central ? Severity.WARNING : Severity.INFO,
        message + " " + rule.satisfies(),
        gap.first,
        known == null ? List.of() : List.of(known.related()));
  }

  private Finding several(Requirement rule, List<Gap> gaps) {
    if (gaps.size() == 1) {
      return one(rule, gaps.get(0));
    }
    List<Related> related = new ArrayList<>();
    List<String> nowhere = new ArrayList<>();
    for (Gap gap : gaps) {
      Place known = explained.get(gap.first.use.technology());
      if (known == null) {
        nowhere.add(gap.name());
      } else {
        related.add(known.related());
      }
    }
    String message =
        "This file does not say what these are or why they were chosen: "
            + gaps.stream().map(Gap::name).collect(Collectors.joining(", "))
            + (nowhere.isEmpty() || related.isEmpty()
                ? "."
                : ". No other file explains " + String.join(", ", nowhere) + ".");
    return finding(rule, Severity.INFO, message, gaps.get(0).first, related);
  }

  private static Finding finding(
      Requirement rule, Severity severity, String message, Place place, List<Related> related) {
    return new Finding(
        rule.id(),
        severity,
        message,
        place.file.file().path(),
        place.use.range(),
        List.of(),
        related,
        List.of());
  }
}
