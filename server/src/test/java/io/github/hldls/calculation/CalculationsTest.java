package io.github.hldls.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextEdit;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each written form, once as it should be and once with an error in it. */
class CalculationsTest {

  private static List<Calculation> of(String text) {
    return Calculations.of(MarkdownParser.parse(new SourceText(text)));
  }

  private static List<String> found(String text) {
    return of(text).stream()
        .map(c -> c.verdict() + " " + c.expression() + " -> " + c.claimed())
        .toList();
  }

  @ParameterizedTest
  @DisplayName("a calculation that the width of a paragraph parts")
  @CsvSource(
      delimiter = ';',
      value = {
        "''; '  '",
        "'- '; '  '",
        "'> '; '> '",
        "''; ''",
      })
  void wrapped(String first, String next) {
    String start = first + "Every night the job copies all rows that changed, 40 million × 250 B =";
    String end = next + "1 GB of them, and it ends before the shops open their doors.";
    for (String lineEnd : List.of("\n", "\r\n")) {
      String text = start + lineEnd + end;
      assertThat(of(text))
          .singleElement()
          .satisfies(
              calculation -> {
                assertThat(calculation.verdict()).isEqualTo(Verdict.WRONG);
                assertThat(calculation.line()).isEqualTo(1);
                assertThat(calculation.replacement()).contains("10 GB");
                assertThat(calculation.claimedRange().start()).isEqualTo(text.indexOf("1 GB"));
              });
    }
  }

  @ParameterizedTest
  @DisplayName("numbers")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "1,200 × 3 = 3,600; OK",
        "1.2k × 86 400 = 103,680,000; OK",
        "1_000 * 5 = 5000; OK",
        "3×10^6 × 2 = 6,000,000; OK",
        "1e6 * 24 = 24M; OK",
        "4 × 10⁹ = 4 billion; OK",
        "2^20 bytes = 1 MiB; OK",
        "62^7 = 3.5 trillion; OK",
        "62^7 ≈ 35 trillion; WRONG",
        "20% of 5 million = 1 million; OK",
        "20% of 5 million = 100K; WRONG",
        "200 GB + 50% = 300 GB; OK",
        "½ × 30M = 15M; OK",
        "(2 + 3) × 100 = 500; OK",
        "100M × (1 + 0.3)^2 = 169M; OK",
        "$12,000 / 10M = $0.0012 per user; OK",
        "$12,000 / 10M = $0.012 per user; WRONG",
        "3.5K - 1.2K = 2.3K; OK",
        "3 + 5 = 9 nodes; WRONG",
      })
  void numbers(String line, Verdict verdict) {
    assertThat(of(line)).extracting(Calculation::verdict).containsExactly(verdict);
  }

  @ParameterizedTest
  @DisplayName("units and their silent conversions")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "2,000 × 150 KB = 300 MB; OK",
        "2,000 × 150 KB = 3 GB; WRONG",
        "400 KB ÷ 1,024 = 0.39 MB; OK",
        "25 MB/s = 200 Mbps; OK",
        "25 MB/s = 25 Mbps; WRONG",
        "10 GB/s × 8 = 80 Gbps; OK",
        "600 req/min = 10 req/s; OK",
        "600 req/min = 100 req/s; WRONG",
        "5M/day ÷ 24 ÷ 3600 ≈ 58 req/s; OK",
        "40 QPS × 25 KB = 1 MB/s; OK",
        "290 × 500 = 145 KB/s; OK",
        "7 days × 50GB/day = 350GB; OK",
        "7 days × 50GB/day = 350TB; WRONG",
        "1 TB/day × 365 = 365 TB/year; OK",
        "1B views × 5 min × 3 Mbps = 1.875 PB; WRONG",
        "1B views × 5 min × 3 Mbps = 1.875 PB/day; WRONG",
        "100M users × 10 = 11,574/s; OK",
        "10B × 100 B = 1 TB; OK",
        "10B × 100 B = 10 TB; WRONG",
        "$0.023/GB-month × 50 TB = $1,150/month; OK",
        "1M requests/day × 30 days × $0.20 per million = $6; OK",
        "1M requests/day × 30 days × $0.20 per million = $60; WRONG",
        "80,000 orders in 2 hours = 40,000/hour; OK",
        "10 min × 60 sec/min × 4 Mbps = 2,400 Mb; OK",
        "1s / 50ms = 20 requests; OK",
      })
  void units(String line, Verdict verdict) {
    assertThat(of(line)).extracting(Calculation::verdict).containsExactly(verdict);
  }

  @ParameterizedTest
  @DisplayName("rounding that a reviewer accepts")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "231 / 1,000 = 1 server; ROUNDED",
        "10,000 / 3,000 = 4 servers; ROUNDED",
        "10,000 / 3,000 = 9 servers; WRONG",
        "386 × 3 = ~1,000/s; ROUNDED",
        "1.7 KB → round to 2 KB; ROUNDED",
        "46,400 QPS ≈ 50,000 QPS (rounded); ROUNDED",
        "$0.002 / $6.25 = 0.03%; ROUNDED",
        "1 day ≈ 100,000 seconds; ROUNDED",
        "1 hour = 36,000 s; WRONG",
        "⌈10,000 / 3,000⌉ = 4; OK",
      })
  void rounding(String line, Verdict verdict) {
    assertThat(of(line)).extracting(Calculation::verdict).containsExactly(verdict);
  }

  @ParameterizedTest
  @DisplayName("what cannot be computed is not called wrong")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "users × 0.2 = 5M; UNCLEAR",
        "users × 2 × 0.5 = 5M; UNCLEAR",
        "10% of redirects × 2 = 33 million; UNCLEAR",
        "For 10M users, 2 photos × 1 MB = 20 TB; UNCLEAR",
        "290 × 500 = 145 MB/s; UNCLEAR",
        "1B views × $0.05 CPM = $50K; UNCLEAR",
        "3 × 4 = 12M; UNCLEAR",
      })
  void unclear(String line, Verdict verdict) {
    assertThat(of(line)).extracting(Calculation::verdict).containsExactly(verdict);
  }

  @ParameterizedTest
  @DisplayName("what is no calculation")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "1 user = 3 devices",
        "1 server = 500 QPS",
        "Peak QPS = 12,000",
        "Scale from 100 → 200 QPS",
        "Latency 200ms → 50ms",
        "read:write = 100:1",
        "on 2023-01-01 = day 0",
        "the 80/20 rule, 24/7, 10-20 GB",
        "m5.xlarge × 3",
        "5-year storage = large",
      })
  void nothing(String line) {
    assertThat(of(line)).isEmpty();
  }

  @Test
  void chainsOverSeveralLinesAreCheckedLinkByLink() {
    String text =
        """
        ```
        60 million photos / month
        = 60M / 30 days
        = 2 million photos / day
        = 2M / 86,400 seconds
        ≈ 230 photos/second (average)

        Peak (assume 4x):
        = 23 × 4
        ≈ 92 photos/second
        ```
        """;
    assertThat(found(text))
        .containsExactly(
            "OK 60M / 30 days -> 2 million photos / day",
            "WRONG 2M / 86,400 seconds -> 230 photos/second",
            "OK 23 × 4 -> 92 photos/second");
  }

  @Test
  void severalLinksStandOnOneLine() {
    assertThat(found("Upload = 40 × 25 KB = 1 MB/s ≈ 8 Mbps"))
        .containsExactly("OK 40 × 25 KB -> 1 MB/s", "OK 1 MB/s -> 8 Mbps");
    assertThat(found("50k msg/s × 2 KB = 100 MB/s × 3 = 300 MB/s"))
        .containsExactly("OK 50k msg/s × 2 KB -> 100 MB/s", "OK 100 MB/s × 3 -> 300 MB/s");
  }

  @Test
  void aLineThatStartsWithASignGoesOn() {
    assertThat(found("50M × 2 KB\n= 100 GB/day\n× 365\n= 36.5 TB/year"))
        .containsExactly("OK 50M × 2 KB -> 100 GB/day", "OK 100 GB/day × 365 -> 36.5 TB/year");
  }

  @Test
  void labelsBulletsAndBoldFallAway() {
    assertThat(found("- **Peak (3x):** `100M * 10 / 86400` = **11,574**"))
        .containsExactly("OK 100M * 10 / 86400 -> 11,574");
    assertThat(found("2. Index (Lucene): 200K × 5 KB = 1 GB"))
        .containsExactly("OK 200K × 5 KB -> 1 GB");
  }

  @Test
  void treesAndBoxesAreRead() {
    String text =
        """
        ```
        ├── Posts per day: 50M × 0.2 = 10M
        └── Writes/sec: 10M / 86,400 ≈ 116/s
        ┌─────────────────────────────┐
        │ Reads: 116 × 100 = 11,600/s │
        │ Peak: 11,600 × 3 = 348,000/s│
        └─────────────────────────────┘
        ```
        """;
    assertThat(found(text))
        .containsExactly(
            "OK 50M × 0.2 -> 10M",
            "OK 10M / 86,400 -> 116/s",
            "OK 116 × 100 -> 11,600/s",
            "WRONG 11,600 × 3 -> 348,000/s");
  }

  @Test
  void aResultMayStandBeforeItsCalculation() {
    assertThat(found("Pool: 500 GB (50 shards × 10 GB)"))
        .containsExactly("OK 50 shards × 10 GB -> 500 GB");
    assertThat(found("Pool: 500 GB (50 shards × 100 GB)"))
        .containsExactly("WRONG 50 shards × 100 GB -> 500 GB");
  }

  @Test
  void programCodeIsNotRead() {
    assertThat(of("```java\nint x = 3; // 2 × 2 = 5\n```")).isEmpty();
    assertThat(of("---\na: 2 × 2 = 5\n---\ntext")).isEmpty();
  }

  @Test
  void theWorkingSaysWhatIsWrongAndTheFixRepairsIt() {
    String text = "Cache: 2,000 × 150 KB = 3 GB of memory";
    Calculation wrong = of(text).get(0);
    assertThat(wrong.working()).isEqualTo("2,000 × 150 KB = 300 MB, not 3 GB: off by 10×");
    assertThat(text.substring(wrong.claimedRange().start(), wrong.claimedRange().end()))
        .isEqualTo("3 GB");
    assertThat(text.substring(wrong.range().start(), wrong.range().end()))
        .isEqualTo("2,000 × 150 KB = 3 GB");
    TextEdit fix = new TextEdit(wrong.claimedRange(), wrong.replacement().orElseThrow());
    String repaired = TextEdit.apply(text, List.of(fix));
    assertThat(repaired).isEqualTo("Cache: 2,000 × 150 KB = 300 MB of memory");
    assertThat(of(repaired)).extracting(Calculation::verdict).containsExactly(Verdict.OK);
  }

  @Test
  void theLineIsThatOfTheResult() {
    assertThat(of("x\n\n10M × 2 KB\r\n= 20 GB").get(0).line()).isEqualTo(3);
  }
}
