package io.github.hldls.check;

import static io.github.hldls.TestWorkspaces.ROOT;
import static io.github.hldls.TestWorkspaces.TEMPLATE;
import static io.github.hldls.TestWorkspaces.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.template.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the checker says of whole packs, against what a reader says of them. */
class WorkspacesTest {

  @ParameterizedTest
  @ValueSource(strings = {"complete", "prose-style"})
  void findsNothingMissingInACompletePack(String workspace) {
    PackResult result = check(workspace);
    assertThat(result.verdicts())
        .filteredOn(v -> v.status() == Status.MISSING || v.status() == Status.WEAK)
        .extracting(v -> v.requirement().id())
        .isEmpty();
    assertThat(result.findings()).filteredOn(f -> f.severity() != Severity.INFO).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"incomplete", "not-applicable"})
  void agreesWithAReader(String workspace) throws IOException {
    Map<String, String> labels = labels(workspace);
    List<String> disagreements = new ArrayList<>();
    for (Verdict verdict : check(workspace).verdicts()) {
      String label = labels.getOrDefault(verdict.requirement().id(), "W");
      boolean alarm = verdict.status() == Status.MISSING;
      boolean wrong =
          switch (label) {
            case "A" -> !alarm;
            case "P" -> alarm || verdict.status() == Status.NOT_APPLICABLE;
            case "N" -> verdict.status() != Status.NOT_APPLICABLE;
            default -> false;
          };
      if (wrong) {
        disagreements.add(verdict.requirement().id() + ": " + label + " but " + verdict.status());
      }
    }
    assertThat(disagreements).isEmpty();
  }

  private static Map<String, String> labels(String workspace) throws IOException {
    Map<String, String> labels = new HashMap<>();
    for (String line : Files.readAllLines(ROOT.resolve(workspace + ".labels.tsv"))) {
      String[] cells = line.split("\t", -1);
      labels.put(cells[0], cells[1]);
    }
    assertThat(labels).hasSizeGreaterThan(TEMPLATE.requirements().size() - 12);
    return labels;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "complete",
        "prose-style",
        "incomplete",
        "not-applicable",
        "stray-fences",
        "letter"
      })
  void tellsEachMissingRowOnce(String workspace) {
    PackResult result = check(workspace);
    Map<String, Long> told =
        result.findings().stream()
            .filter(f -> f.severity() != Severity.INFO)
            .flatMap(f -> f.requirements().stream())
            .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    assertThat(told.values()).allMatch(count -> count == 1);
    assertThat(told.keySet())
        .containsExactlyInAnyOrderElementsOf(
            result.verdicts().stream()
                .filter(v -> v.status() == Status.MISSING)
                .map(v -> v.requirement().id())
                .toList());
    assertThat(result.failures()).isEmpty();
  }

  @Test
  void takesWhatStandsInAStepWithoutMarksForTheStep() {
    List<String> missing =
        check("letter").verdicts().stream()
            .filter(v -> v.status() == Status.MISSING)
            .map(v -> v.requirement().id())
            .filter(id -> id.matches("(async|caching|search|scaling|monitoring|security)/.*"))
            .toList();
    assertThat(missing).isEmpty();
  }
}
