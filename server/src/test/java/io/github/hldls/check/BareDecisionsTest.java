package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A decision, and a parameter that somebody set, has a reason near it. */
class BareDecisionsTest {
  private static final CheckTexts TEXTS = new CheckTexts(TestWorkspaces.TEMPLATE);

  private static List<Finding> findings(String text) {
    return TEXTS.findings(
        "rules/decision-reasoned",
        "-- 04-data-model-architecture.md --\n# Lots\n\n## Choices\n\n" + text + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We chose PostgreSQL. Lots live in one table.",
        "PostgreSQL was selected. Lots live in one table.",
        "- Partitions: 12",
        "- TTL: 24 hours",
        "| What | TTL |\n|---|---|\n| Lot page | 60 s |",
        "```\nReplication factor: 3\n```"
      })
  void tellsWhatHasNoReason(String text) {
    assertThat(findings(text))
        .extracting(Finding::message)
        .singleElement()
        .satisfies(message -> assertThat(message).startsWith("No reason is given near this"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We chose PostgreSQL because bids need transactions.",
        "We use PostgreSQL: a bid and its event must commit together.",
        "- Partitions: 12, twice the number of consumers that the peak requires",
        "| What | TTL | Why |\n|---|---|---|\n| Lot page | 60 s | prices may be a minute old |",
        "DAU: 2M. The peak is 4,000 QPS."
      })
  void isContentWithAReason(String text) {
    assertThat(findings(text)).isEmpty();
  }

  @Test
  void tellsThoseOfAFileTogether() {
    assertThat(findings("- TTL: 24 hours\n- Replication factor: 3\n- Partitions: 12"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message()).startsWith("3 parameters of this file");
              assertThat(finding.related()).hasSize(2);
            });
  }
}
