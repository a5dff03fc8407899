package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import io.github.hldls.template.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a pack say the same of the same. */
class ConsistencyTest {
  private static final CheckTexts TEXTS = new CheckTexts(TestWorkspaces.TEMPLATE);

  private static List<Finding> findings(String requirements, String dives) {
    return TEXTS.findings(
        "consistency/",
        "-- 01-problem-requirements.md --\n# Lots\n\n"
            + requirements
            + "\n\n-- 05B-production-deep-dives-ops.md --\n# Lots\n\n"
            + dives
            + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "- DAU: 2M; We serve 5 million daily active users.",
        "The site has 2,000,000 DAU.; - **Daily active users:** ~3M",
        "- Availability: 99.9%; - Availability target: 99.99 %",
        "- RPO: 5 minutes; - **RPO (Recovery Point Objective):** < 1 minute",
        "- RTO: 1 hour; An RTO of 15 minutes.",
        "- Peak QPS: 4,000; - Peak QPS: 9,000",
        "- p99: 200 ms; - P99 latency: 2 s",
        "- Bid log retention: 7 days; - Retention of bid log: 30 days",
        "- Order topic replication factor: 3; - Replication factor (order topic): 2"
      })
  void warnsOfTwoValues(String one, String other) {
    assertThat(findings(one.strip(), other.strip()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("consistency/quantity");
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.file()).contains("05B");
              assertThat(finding.related())
                  .singleElement()
                  .satisfies(place -> assertThat(place.file()).contains("01"));
            });
  }

  @Test
  void comparesRowsAndColumnsOfTables() {
    assertThat(
            findings(
                "| What | TTL |\n|---|---|\n| Lot page | 60 s |\n| Session | 1 h |",
                "| What | Size | TTL |\n|---|---|---|\n| Lot page | 2 KB | 10 min |\n| Session | 1 KB | 1 h |"))
        .extracting(Finding::message)
        .singleElement()
        .satisfies(message -> assertThat(message).contains("\"Lot page\"", "10 min", "60 s"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "- DAU: 2M; We serve 2,000,000 daily active users.",
        "- DAU: 2M; - DAU after two years of growth: 5M",
        "- Availability: 99.9%; We would go from 99.9% to 99.99% availability if a region were added.",
        "- Search p99: 500 ms; - Bid p99: 100 ms",
        "- Peak QPS: 11,574; - Peak QPS: 12,000",
        "- Lot page TTL: 60 s; - Session TTL: 1 h",
        "- TTL: 60 s; - TTL: 1 h",
        "- RTO: 1 hour; - RTO: 30 s (broker)\\n- RTO: 10 min (database)",
        "- Replication factor: 3; - Replication factor: 2-3",
        "- DAU: 2M; - DAU: 1M × 2 = 2M"
      })
  void leavesAloneWhatMayBothBeTrue(String one, String other) {
    assertThat(findings(one.strip(), other.strip().replace("\\n", "\n"))).isEmpty();
  }

  @Test
  void leavesScenariosAlone() {
    assertThat(findings("- RTO: 15 min", "## Failure Simulation\n\n- RTO: 30 s")).isEmpty();
  }

  private static final String API =
      """
      -- 03-api-schema-design.md --
      # API

      - `POST /v1/lots`
      - `GET /v1/lots/{id}`
      - `POST /v1/lots/{id}/bids`

      """;

  @Test
  void tellsEndpointsThatTheApiDoesNotDefine() {
    String flows =
        """
        -- 05B-production-deep-dives-ops.md --
        # Lots

        1. The seller calls `POST /v1/lots`.
        2. The bidder calls `GET /v1/lots/lot_42?full=1`, then `POST /v1/lots/42/bids`.
        3. The seller closes it by `PUT /v1/lots/42/close`, twice: `PUT /v1/lots/43/close`.
        4. The payment goes to `POST https://pay.example/v1/charges`; a picture to `GET /static/42.png`.
        5. Others POST /bin/sh.
        6. Without its version it is the same: `POST /lots`, `POST /api/v1/lots/42/bids`.
        """;
    assertThat(TEXTS.findings("consistency/endpoint", API + flows))
        .extracting(Finding::message)
        .singleElement()
        .satisfies(message -> assertThat(message).startsWith("PUT /v1/lots/42/close"));
    assertThat(TEXTS.findings("consistency/endpoint", flows)).isEmpty();
  }

  @Test
  void tellsTablesThatNoSchemaDefines() {
    String schema =
        """
        -- 04-data-model-architecture.md --
        # Data

        ```sql
        CREATE TABLE lots (id BIGINT PRIMARY KEY);
        CREATE TABLE IF NOT EXISTS bids (id BIGINT PRIMARY KEY, lot_id BIGINT REFERENCES lots(id));
        ```

        """;
    String flows =
        """
        -- 05B-production-deep-dives-ops.md --
        # Lots

        - `SELECT * FROM lots JOIN bids ON bids.lot_id = lots.id`
        - `INSERT INTO winners (lot_id) VALUES (42)`
        - `UPDATE winners SET paid = true`, then FROM there on an update is sent from support.
        """;
    assertThat(TEXTS.findings("consistency/table", schema + flows))
        .extracting(Finding::message)
        .singleElement()
        .satisfies(message -> assertThat(message).contains("the table winners"));
    assertThat(TEXTS.findings("consistency/table", flows)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "prose-style", "incomplete", "not-applicable", "letter"})
  void findsNoContradictionInGoodPacks(String workspace) {
    assertThat(TestWorkspaces.check(workspace).findings())
        .filteredOn(finding -> finding.rule().startsWith("consistency/"))
        .isEmpty();
  }
}
