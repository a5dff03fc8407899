package io.github.hldls.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notations of many hands: what is right in any of them must not be called wrong. */
class NotationsTest {

  private static List<Calculation> of(String text) {
    return Calculations.of(MarkdownParser.parse(new SourceText(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "60 ÷ 150 = 40 per cent",
        "60 / 150 = 40 percent of the pool",
        "1,200 requests × 10 ms = 12 busy threads",
        "200 × 0.5 × 20 ms = 2 of 4 cores",
        "12 G units/month × $0.50 per million = $6,000",
        "$900 ÷ 300 = $3 per million requests",
        "(1.5 + 2.5) million reads ÷ 1,000 = 4,000",
        "| Replica | 30 % | 30.1 × 1.2 = 36 % |",
        "(4 × 10⁶)² / 2⁸⁰ = 1.3 × 10⁻¹¹",
        "200 Mbit/s out over four nodes = 50 Mbit/s each",
        "300 grades per day x 2 minutes = 600 minutes",
        "read : write = 120 : 40 = 3 : 1",
        "reading to writing is 40 : (9 + 1) = 4 : 1",
        "1 operator + 250 = 9,250",
        "UPDATE t SET a = 7 WHERE id = 9 AND b = 12",
        "GET /v1/rooms?limit=50&after=120",
        "7 × 30 = 210 GB, is 18 TB with the archive",
        "18 M / 30 M of it = 120 GB",
        "the batch holds 500 x\n600 s x 20 B = 6 MB",
        "per batch 80k x 2.5M s = 200\nbillion",
        "| Users | Peak (3x) |\n|---|---|\n| 10/s | 30/s |\n| 20/s | 60/s |\n| 5/s (does not grow) | 5/s |",
        "2 copies x 2 = 98.6 GB",
        "more than 10 in 5 min → 404 answers",
        "latency 20 ms → 35 ms",
        "| Year | Added | In all |\n|---|---|---|\n| 1 | 1.3 TB | 1.3 TB |\n| 2 | 1.5 TB | 2.8 TB |\n"
            + "| 3 | 1.7 TB | 4.5 TB |\n| 4 | 1.9 TB | 6.4 TB |\n| 5 | 2.1 TB | 8.5 TB |",
        "the coordinator merges 12 × 10 → 10",
        "| Speed | 2G/3G | 5% | 4G | 60% |",
      })
  void rightInItsOwnNotation(String text) {
    assertThat(of(text)).extracting(Calculation::verdict).doesNotContain(Verdict.WRONG);
  }

  static Stream<Arguments> hands() throws IOException {
    return lines("/calculation/notations.txt");
  }

  static Stream<Arguments> manners() throws IOException {
    return lines("/calculation/manners.txt");
  }

  private static Stream<Arguments> lines(String resource) throws IOException {
    try (InputStream lines = NotationsTest.class.getResourceAsStream(resource)) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\|", 2))
          .map(parts -> Arguments.of(parts[0], parts[1]));
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource({"hands", "manners"})
  void asManyHandsWriteThem(String kind, String text) {
    List<Verdict> verdicts =
        of(text.replace('⏎', '\n')).stream().map(Calculation::verdict).toList();
    switch (kind) {
      case "right" ->
          assertThat(verdicts).isNotEmpty().doesNotContain(Verdict.WRONG, Verdict.UNCLEAR);
      case "wrong" -> assertThat(verdicts).contains(Verdict.WRONG);
      case "silent" -> assertThat(verdicts).doesNotContain(Verdict.WRONG);
      default -> assertThat(verdicts).doesNotContain(Verdict.WRONG, Verdict.UNCLEAR);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "60 ÷ 150 = 55 per cent; 40",
        "300 MB / 4 = 750 MB; 75",
        "12 G units/month × $0.50 per million = $60,000; 6,000",
        "(1.5 + 2.5) million reads ÷ 1,000 = 9,000; 4,000",
        "1 200 × 150 KB = 1.8 GB; 180",
        "2 × 10⁶ events × 500 B = 3 GB; 1",
        "1.8 TB × 3 = 7.2 TB; 5.4",
        "50 GB/day × 30 = 150 GB; 1.5",
        "€4 × 12 = €60; 48",
        "100 thousand × 20 KB = 20 GB; 2",
      })
  void wrongInAnyNotation(String text, String digits) {
    assertThat(of(text))
        .filteredOn(calculation -> calculation.verdict() == Verdict.WRONG)
        .singleElement()
        .satisfies(calculation -> assertThat(calculation.computed()).contains(digits));
  }
}
