package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A heading that promises a simulation or a recovery stands over steps, not over a promise. */
class PromisedFlowsTest {
  private static final CheckTexts TEXTS = new CheckTexts(TestWorkspaces.TEMPLATE);

  private static List<Finding> findings(String title, String body) {
    String file = "-- 05B-production-deep-dives-ops.md --\n# Lots\n\n## Runs\n\nText.\n\n";
    return TEXTS.findings("rules/", file + "### " + title + "\n\n" + body + "\n").stream()
        .filter(
            f -> f.rule().endsWith("simulation-present") || f.rule().endsWith("recovery-present"))
        .toList();
  }

  @Test
  void tellsAPromiseOfASimulation() {
    assertThat(findings("Step-by-Step Simulation", "Here the way of a bid will be shown."))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("rules/simulation-present");
              assertThat(finding.message()).contains("\"Step-by-Step Simulation\"", "no steps");
            });
  }

  @Test
  void tellsAPromiseOfARecovery() {
    assertThat(findings("Failure and Recovery", "We recover quickly from all failures."))
        .extracting(Finding::rule)
        .containsExactly("rules/failure-recovery-present");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. The bidder posts 42 €.\n2. The lot service commits.\n3. The page shows 42 €.",
        "Bidder → lot service: 42 €\nLot service → PostgreSQL: commit\nPostgreSQL → page: 42 €",
        "```mermaid\nsequenceDiagram\n  Bidder->>Lots: 42 €\n  Lots->>DB: commit\n  DB-->>Lots: ok\n```",
        "```\nT+0 ms: bid arrives\nT+5 ms: committed\nT+9 ms: shown\n```",
        "| Time | Event |\n|---|---|\n| 0 ms | bid |\n| 5 ms | commit |",
        "First the bid arrives. Then it is committed. After 9 ms the page shows it."
      })
  void isContentWithSteps(String body) {
    assertThat(findings("Simulation of a Bid", body)).isEmpty();
    assertThat(findings("Failure Scenario", body)).isEmpty();
  }

  @Test
  void leavesOtherHeadingsAlone() {
    assertThat(findings("Deployment", "Every Monday.")).isEmpty();
  }
}
