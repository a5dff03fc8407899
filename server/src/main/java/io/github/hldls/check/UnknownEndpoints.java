package io.github.hldls.check;

import io.github.hldls.facts.Endpoint;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.facts.TopicUse;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code consistency/endpoint}: endpoints that are called and that no interface defines. */
final class UnknownEndpoints {
  static final String RULE = "consistency/endpoint";

  /** What a row's {@code check} says whose step defines the endpoints. */
  static final String CHECK = "endpoints";

  /** Fewer endpoints are no whole interface. */
  private static final int MIN_DEFINED = 3;

  private UnknownEndpoints() {}

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    List<Finding> findings = new ArrayList<>();
    for (Step step : template.steps()) {
      FileFacts home = facts.files().get(step.file());
      if (home != null
          && step.requirements().stream().map(Requirement::check).anyMatch(CHECK::equals)) {
        List<Endpoint> defined = Endpoint.of(home, template);
        if (defined.size() >= MIN_DEFINED) {
          findings.addAll(unknown(defined, home, template, facts));
        }
      }
    }
    return findings;
  }

  private static List<Finding> unknown(
      List<Endpoint> defined, FileFacts home, Template template, PackFacts facts) {
    List<Finding> findings = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (FileFacts file : facts.files().values()) {
      List<TopicUse> denied = Regions.denied(file, facts, template);
      for (Endpoint endpoint :
          file.equals(home) ? List.<Endpoint>of() : Endpoint.of(file, template)) {
        if (isUnknown(endpoint, defined)
            && !Regions.isInAny(denied, owner(endpoint, file), file)
            && told.size() < Rules.MOST
            && told.add(endpoint.method() + endpoint.path())) {
          findings.add(finding(endpoint, file, home));
        }
      }
    }
    return findings;
  }

  /** Whether an endpoint of the same API is none of those defined. */
  private static boolean isUnknown(Endpoint endpoint, List<Endpoint> defined) {
    boolean sibling = false;
    for (Endpoint one : defined) {
      if (endpoint.mayBe(one)) {
        return false;
      }
      sibling |= endpoint.isSibling(one);
    }
    return sibling;
  }

  private static int owner(Endpoint endpoint, FileFacts file) {
    return file.ownerOf(file.tokens().firstFrom(endpoint.range().start()));
  }

  private static Finding finding(Endpoint endpoint, FileFacts file, FileFacts home) {
    return new Finding(
        RULE,
        Severity.INFO,
        file.source().substring(endpoint.range()).replaceAll("[ \\t`|*]+/", " /")
            + " is called here, and "
            + home.file().role().name()
            + " defines no such endpoint. Define it there, or call it by the name it has.",
        file.file().path(),
        endpoint.range(),
        List.of(),
        List.of(),
        List.of());
  }
}
