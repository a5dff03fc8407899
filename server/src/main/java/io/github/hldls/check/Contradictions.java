package io.github.hldls.check;

import io.github.hldls.check.Finding.Related;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.facts.Statement;
import io.github.hldls.facts.Statements;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code consistency/quantity}: a quantity that is stated with different values in different files.
 */
final class Contradictions {
  static final String RULE = "consistency/quantity";

  private Contradictions() {}

  /** A statement and the file that makes it. */
  private record Place(FileFacts file, Statement statement) {
    boolean contradicts(Place other) {
      return statement.contradicts(other.statement);
    }

    String name() {
      return file.source().substring(statement.name()).replaceAll("^[\\s*_-]++|[\\s*_]++$", "");
    }

    String value() {
      return file.source().substring(statement.range());
    }
  }

  /** What is counted, and of what. */
  private record Key(String quantity, java.util.Set<String> subject) {
    // The JDK would make these when they are first called, which takes longer than to read a file.

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key o && quantity.equals(o.quantity) && subject.equals(o.subject);
    }

    @Override
    public int hashCode() {
      return 31 * quantity.hashCode() + subject.hashCode();
    }
  }

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    Map<Key, List<Place>> byKey = new LinkedHashMap<>();
    for (FileFacts file : facts.files().values()) {
      for (Statement statement : Statements.of(file, template)) {
        if (!statement.quantity().whole() && statement.subject().isEmpty()) {
          continue;
        }
        Key key = new Key(statement.quantity().name(), statement.subject());
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(new Place(file, statement));
      }
    }
    List<Finding> findings = new ArrayList<>();
    byKey.values().forEach(places -> findings.addAll(of(places)));
    return findings.size() > Rules.MOST ? findings.subList(0, Rules.MOST) : findings;
  }

  /** The first place of each file that contradicts the first file which states one value. */
  private static List<Finding> of(List<Place> places) {
    Map<FileFacts, List<Place>> byFile = new LinkedHashMap<>();
    for (Place place : places) {
      byFile.computeIfAbsent(place.file, file -> new ArrayList<>()).add(place);
    }
    // Several values in a file are of several things, whatever they are called.
    byFile.values().removeIf(inFile -> inFile.stream().anyMatch(inFile.get(0)::contradicts));
    List<Finding> findings = new ArrayList<>();
    for (List<Place> inFile : byFile.values()) {
      Place first = byFile.values().iterator().next().get(0);
      if (inFile.get(0).contradicts(first)) {
        findings.add(finding(first, inFile.get(0)));
      }
    }
    return findings;
  }

  private static Finding finding(Place first, Place other) {
    String name = first.statement.quantity().name();
    return new Finding(
        RULE,
        Severity.WARNING,
        "The "
            + name
            + (first.statement.subject().isEmpty() ? "" : " (\"" + first.name() + "\")")
            + " is "
            + other.value()
            + " here and "
            + first.value()
            + " in "
            + first.file.file().role().name()
            + ". State one value, or say what makes the difference.",
        other.file.file().path(),
        other.statement.range(),
        List.of(),
        List.of(
            new Related(
                first.file.file().path(),
                first.statement.range(),
                "The " + name + " is " + first.value() + " here")),
        List.of());
  }
}
