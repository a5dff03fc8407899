package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import io.github.hldls.template.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each messaging, cache and search technology has its own parts A, B and C, in this order. */
class PartsPerTechnologyTest {
  private static final CheckTexts TEXTS = new CheckTexts(TestWorkspaces.TEMPLATE);

  private static final String CONCEPT =
      """
      ### A) CONCEPT: What is %s?

      %<s is a store in memory: the application asks it first, reads the database on a miss, and fills
      it with a TTL. Cache-aside accepts some staleness; write-through and write-back trade it for
      slower or riskier writes.

      """;
  private static final String USAGE =
      """
      ### B) OUR USAGE: How We Use %s

      Key `lot:{id}` holds the lot page as JSON in %<s for 60 seconds, since a bid is shown late at most
      once; the lot service writes it and deletes it on each bid.

      """;
  private static final String SIMULATION =
      """
      ### C) STEP-BY-STEP SIMULATION

      1. HIT: `GET /v1/lots/42` → lot service → %s returns the page in 1 ms → 200.
      2. MISS: %<s returns nothing → PostgreSQL reads the lot in 9 ms → SET with TTL 60 → 200.

      """;

  private static List<Finding> findings(String section) {
    return TEXTS.findings(
        "rules/concept-before-usage",
        "-- 05A-production-deep-dives-core.md --\n# Lots\n\n## Caching\n\n" + section);
  }

  @Test
  void isContentWithAllParts() {
    assertThat(findings((CONCEPT + USAGE + SIMULATION).formatted("Redis", "Redis", "Redis")))
        .isEmpty();
  }

  @Test
  void tellsUsageBeforeConcept() {
    assertThat(findings((USAGE + CONCEPT + SIMULATION).formatted("Redis", "Redis", "Redis")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
              assertThat(finding.message()).contains("comes to part B) of Redis before part A)");
            });
  }

  @Test
  void tellsAConceptOfSomethingElse() {
    assertThat(findings((CONCEPT + USAGE + SIMULATION).formatted("Memcached", "Redis", "Redis")))
        .extracting(Finding::message)
        .singleElement()
        .satisfies(
            message ->
                assertThat(message).contains("uses Redis, but has nothing about it in A) Concept"));
  }

  @Test
  void takesPartsUnderATitleForPartsAboutIt() {
    String parts = (CONCEPT + USAGE + SIMULATION).formatted("the cache", "Redis", "Redis");
    assertThat(findings("### Redis\n\n" + parts.replace("### ", "#### "))).isEmpty();
  }

  @Test
  void asksNothingOfWhatIsNamedInPassing() {
    String parts = (CONCEPT + USAGE + SIMULATION).formatted("Redis", "Redis", "Redis");
    assertThat(findings(parts + "Memcached would do, too, and so would Hazelcast.\n")).isEmpty();
  }
}
