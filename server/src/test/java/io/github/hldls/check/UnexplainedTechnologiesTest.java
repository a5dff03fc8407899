package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import io.github.hldls.template.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A technology that a file uses is explained in it: what it is, or why it was chosen. */
class UnexplainedTechnologiesTest {
  private static final CheckTexts TEXTS = new CheckTexts(TestWorkspaces.TEMPLATE);
  private static final String RULE = "rules/technology-explained";

  private static List<Finding> findings(String architecture, String dives) {
    return TEXTS.findings(
        RULE,
        "-- 04-data-model-architecture.md --\n# Lots\n\n"
            + architecture
            + "\n-- 05B-production-deep-dives-ops.md --\n# Lots\n\n"
            + dives);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Each bid is published to Kafka.",
        "- Bids wait in Kafka",
        "| Part | Runs on | Cost |\n|---|---|---|\n| Log | Kafka | $40 |",
        "1. The bid service writes the row\n2. It sends the bid to Kafka"
      })
  void tellsWhatIsNamedAndExplainedNowhere(String text) {
    assertThat(findings(text, ""))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
              assertThat(finding.message()).startsWith("Kafka is named here");
              assertThat(finding.range().length()).isEqualTo("Kafka".length());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kafka is a distributed log that keeps bids for a week.",
        "Bids are published to Kafka because three readers replay them.",
        "We chose Kafka over a plain queue.",
        "- **Kafka**: keeps bids in order",
        "- Kafka (distributed log of bids)",
        "Kafka — a log that many readers follow at their own pace.",
        "The event log (Kafka) takes each bid.",
        "| Part | Runs on | What for |\n|---|---|---|\n| Bids | Kafka | ordered log, many readers |",
        "### Why Kafka?\n\nSeveral readers follow the bids, each at its own pace, and a bug in one of them"
            + " must not cost the bids that it has read.",
        "## Technology Choices\n\nKafka takes the bids.",
        "Everything is served over HTTPS as JSON, with DNS and TLS as usual."
      })
  void isContentWithAnyExplanation(String text) {
    assertThat(findings(text, "")).isEmpty();
  }

  @Test
  void warnsOfWhatCarriesTheDesign() {
    String uses = "Bids go to Kafka.\n\nKafka answers.\n\nThe seller reads Kafka.\n";
    assertThat(findings(uses, uses))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.file()).endsWith("04-data-model-architecture.md");
            });
  }

  @Test
  void pointsToTheFileThatExplainsIt() {
    String uses = "Kafka loses a broker.\n\nKafka elects.\n\nKafka answers.\n";
    assertThat(findings("Kafka is a distributed log.", uses))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
              assertThat(finding.file()).endsWith("05B-production-deep-dives-ops.md");
              assertThat(finding.related())
                  .extracting(Finding.Related::file)
                  .containsExactly("lots/04-data-model-architecture.md");
            });
  }

  @Test
  void letsAFileNameInPassingWhatAnotherExplains() {
    assertThat(findings("Kafka is a distributed log.", "The alert fires before Kafka is full."))
        .isEmpty();
  }

  @Test
  void tellsManyOfAFileTogether() {
    String text =
        "Redis, Kafka, Patroni, Consul, Envoy, Jaeger, Grafana and etcd run on three hosts.";
    assertThat(findings(text, ""))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message()).contains("Redis, Kafka, Patroni", "Grafana, etcd"));
  }

  @Test
  void asksForNothingInAPartAboutWhatIsNotUsed() {
    String text =
        """
        -- 05A-production-deep-dives-core.md --
        # Lots

        ## Search

        Search is not applicable: lots are found by number. If needed, Elasticsearch would be fed from
        the outbox, and the search page would ask Elasticsearch.
        """;
    assertThat(TEXTS.findings(RULE, text)).isEmpty();
  }
}
