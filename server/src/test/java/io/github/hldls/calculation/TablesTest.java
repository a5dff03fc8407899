package io.github.hldls.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calculations across the cells of a table or the lines of a list. */
class TablesTest {

  private static List<String> found(String text) {
    return Calculations.of(MarkdownParser.parse(new SourceText(text))).stream()
        .map(c -> c.verdict() + " " + c.expression() + " -> " + c.claimed())
        .toList();
  }

  @Test
  void operandsAndResultStandInTwoCells() {
    assertThat(
            found(
                """
                | What | Size | How |
                |---|---|---|
                | Index | 10 GB | 2M users × 5 KB |
                | Log | 70 GB | 7M × 1 KB |
                """))
        .containsExactly("OK 2M users × 5 KB -> 10 GB", "WRONG 7M × 1 KB -> 70 GB");
  }

  @Test
  void totalsAreTheSumOfTheirColumn() {
    String table =
        """
        | Field | Size |
        |---|---|
        | id | 8 bytes |
        | text | 280 bytes |
        | flags | N/A |
        | **Total** | **%s** |
        """;
    assertThat(found(table.formatted("288 bytes")))
        .containsExactly("OK 8 bytes + 280 bytes -> 288 bytes");
    assertThat(found(table.formatted("~300 bytes")))
        .containsExactly("ROUNDED 8 bytes + 280 bytes -> 300 bytes");
    assertThat(found(table.formatted("388 bytes")))
        .containsExactly("WRONG 8 bytes + 280 bytes -> 388 bytes");
  }

  @Test
  void totalsThatLeaveSomethingOutAreNotWrong() {
    assertThat(
            found(
                """
                | Servers | Count | Notes |
                |---|---|---|
                | Cache | 15 | |
                | App | 50 | exist already |
                | **Total** | **20** | new machines only |
                """))
        .containsExactly("UNCLEAR 15 + 50 -> 20");
  }

  @Test
  void aFieldCalledTotalIsNoTotal() {
    assertThat(
            found(
                """
                | Field | Size |
                |---|---|
                | tax | 8 bytes |
                | tip | 8 bytes |
                | total | 8 bytes |
                """))
        .isEmpty();
  }

  @Test
  void subtotalsAddUp() {
    assertThat(
            found(
                """
                | Part | Cost |
                |---|---|
                | a | $100 |
                | b | $200 |
                | **Compute Total** | $300 |
                | c | $50 |
                | d | $50 |
                | **Storage Total** | $100 |
                | **Total** | $400 |
                """))
        .containsExactly(
            "OK $100 + $200 -> $300", "OK $50 + $50 -> $100", "OK $300 + $100 -> $400");
  }

  @Test
  void theHeadersFactorHoldsIfMostRowsFollowIt() {
    assertThat(
            found(
                """
                | Call | Average | Peak (5x) |
                |---|---|---|
                | read | 58 | 290 |
                | write | 6 | 30 |
                | ping | 700 | 1,000 |
                """))
        .containsExactly("OK 58 × 5x -> 290", "OK 6 × 5x -> 30", "WRONG 700 × 5x -> 1,000");
  }

  @Test
  void countTimesPriceIsTheCost() {
    assertThat(
            found(
                """
                | Item | Qty | Price | Monthly |
                |---|---|---|---|
                | App | 10 | $100 | $1,000 |
                | DB | 4 | $500 | $2,000 |
                | LB | 2 | $50 | $100 |
                | Cache | 3 | $200 | $6,000 |
                """))
        .containsExactly(
            "OK 10 × $100 -> $1,000",
            "OK 4 × $500 -> $2,000",
            "OK 2 × $50 -> $100",
            "WRONG 3 × $200 -> $6,000");
  }

  @Test
  void drawnTablesAreReadAsWell() {
    assertThat(
            found(
                """
                ```
                ┌─────────┬────────┐
                │ Table   │ Size   │
                ├─────────┼────────┤
                │ Users   │ 10 GB  │
                │ Posts   │ 90 GB  │
                ├─────────┼────────┤
                │ Total   │ 100 GB │
                └─────────┴────────┘
                ```
                """))
        .containsExactly("OK 10 GB + 90 GB -> 100 GB");
  }

  @Test
  void listsEndInTotals() {
    String list =
        """
        Per entry:
        - Key: 100 bytes
        - Value: 900 bytes
        - Time: 8 bytes

        Total per entry: %s
        """;
    assertThat(found(list.formatted("~1 KB")))
        .containsExactly("OK 100 bytes + 900 bytes + 8 bytes -> 1 KB");
    assertThat(found(list.formatted("2.5 KB")))
        .containsExactly("WRONG 100 bytes + 900 bytes + 8 bytes -> 2.5 KB");
  }

  @Test
  void aFactorInTheLabelAppliesToAResultAbove() {
    assertThat(found("Average: 10M / 86,400 = 116/s\nPeak (3x): 348/s"))
        .containsExactly("OK 10M / 86,400 -> 116/s", "OK 116/s × 3x -> 348/s");
    assertThat(found("Average: 10M / 86,400 = 116/s\nPeak (3x): 500/s"))
        .containsExactly("OK 10M / 86,400 -> 116/s", "UNCLEAR 116/s -> 500/s");
  }
}
