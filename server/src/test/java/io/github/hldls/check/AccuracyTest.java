package io.github.hldls.check;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.workspace.PackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How often the checker agrees with a reader, on the packs in {@code bench/accuracy}, which many
 * hands wrote. The bounds are what has been reached; they rise, and move only when packs are added:
 * docs/accuracy.md.
 */
class AccuracyTest {
  private static final Path FOLDER = Path.of("..", "bench", "accuracy");

  @Test
  void rowsAreMissedAndFalselyCalledMissingNoMoreOftenThanEver() throws IOException {
    int absent = 0;
    int found = 0;
    int alarms = 0;
    for (PackFolder folder : TestWorkspaces.packs(FOLDER.resolve("packs"))) {
      Map<String, String> labels = new HashMap<>();
      labels(folder, "").forEach(cells -> labels.put(cells[0], cells[1]));
      assertThat(labels).hasSizeGreaterThan(100);
      for (Verdict verdict : TestWorkspaces.check(folder).verdicts()) {
        String label = labels.get(verdict.requirement().id());
        boolean alarm = verdict.status() == Status.MISSING;
        if (!verdict.requirement().id().startsWith("rules/")) {
          absent += "A".equals(label) ? 1 : 0;
          found += alarm && "A".equals(label) ? 1 : 0;
          alarms += alarm && !"W".equals(label) ? 1 : 0;
        }
      }
    }
    assertThat((double) found / absent).as("recall").isGreaterThan(0.94);
    assertThat((double) found / alarms).as("precision").isGreaterThan(0.97);
  }

  @Test
  void errorsInCalculationsAreFoundAndNothingElseIsCalledOne() throws IOException {
    int wrong = 0;
    int found = 0;
    Set<String> falseAlarms = new HashSet<>();
    for (PackFolder folder : TestWorkspaces.packs(FOLDER.resolve("packs"))) {
      FileFacts file = TestWorkspaces.check(folder).facts().file("02").orElseThrow();
      Set<Integer> labelled =
          labels(folder, "math-")
              .filter(cells -> cells[4].equals("wrong"))
              .map(cells -> Integer.valueOf(cells[0]))
              .collect(toSet());
      Set<Integer> told =
          file.calculations().stream()
              .filter(each -> each.verdict() == io.github.hldls.calculation.Verdict.WRONG)
              .map(each -> each.line() + 1)
              .collect(toSet());
      wrong += labelled.size();
      found += (int) labelled.stream().filter(told::contains).count();
      told.stream()
          .filter(line -> !labelled.contains(line))
          .forEach(line -> falseAlarms.add(folder.name() + ":" + line));
    }
    assertThat((double) found / wrong).as("found").isGreaterThan(0.88);
    assertThat(falseAlarms).hasSizeLessThan(2);
  }

  /** The rows of a pack's table of labels, without its header, as cells. */
  private static Stream<String[]> labels(PackFolder folder, String prefix) throws IOException {
    Path file = FOLDER.resolve("labels").resolve(prefix + folder.name() + ".tsv");
    List<String> lines = Files.readAllLines(file);
    return lines.stream().skip(1).filter(line -> !line.isBlank()).map(line -> line.split("\t", -1));
  }
}
