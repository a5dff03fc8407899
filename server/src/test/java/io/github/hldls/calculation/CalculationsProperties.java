package io.github.hldls.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.text.SourceText;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** No text makes the engine fail, and none makes it slow. */
class CalculationsProperties {

  private static List<Calculation> of(String text) {
    return Calculations.of(MarkdownParser.parse(new SourceText(text)));
  }

  @Property(tries = 500, seed = "1")
  void anyTextIsRead(@ForAll("lines") String text) {
    for (Calculation calculation : of(text)) {
      assertThat(calculation.range().contains(calculation.claimedRange())).isTrue();
      assertThat(calculation.range().end()).isLessThanOrEqualTo(text.length());
      assertThat(calculation.replacement().isEmpty() || calculation.verdict() == Verdict.WRONG)
          .isTrue();
      assertThat(new SourceText(text).lineOf(calculation.claimedRange().start()))
          .isEqualTo(calculation.line());
    }
  }

  @Property(tries = 200, seed = "1")
  void anyCharactersAreRead(@ForAll String text) {
    assertThat(of(text)).isNotNull();
  }

  @Property(tries = 5000, seed = "1")
  void anyEquationIsJudged(
      @ForAll("amounts") String first,
      @ForAll("signs") String sign,
      @ForAll("amounts") String second,
      @ForAll("signs") String last,
      @ForAll("amounts") String third,
      @ForAll("relations") String relation,
      @ForAll("amounts") String result) {
    assertThat(of(first + sign + second + relation + result)).isNotNull();
    assertThat(of(first + sign + second + last + third + relation + result)).isNotNull();
    assertThat(of("| a | b |\n|---|---|\n| " + first + sign + second + " | " + result + " |"))
        .isNotNull();
  }

  @Provide
  Arbitrary<String> amounts() {
    Arbitrary<String> numbers =
        Arbitraries.of(
            "0", "0.0", "0,0", "-1", "1", "8", "9.9", "12", "60", "1,000", "1.000", "86,400",
            "2.5M", "1e300", "1e-300", "10^9", "99.9 %", "100 %", "0 %", "200 %", "½", "~7");
    Arbitrary<String> units =
        Arbitraries.of(
            "",
            "",
            "",
            " KB",
            " MB/s",
            " Mbit/s",
            " B",
            " s",
            " ms",
            " /s",
            " per day",
            " users",
            " nodes",
            " GB-month",
            " €",
            " h/yr",
            " x",
            "x",
            " week views",
            " requests/s");
    return net.jqwik.api.Combinators.combine(numbers, units).as(String::concat);
  }

  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.of(" × ", " / ", " + ", " - ", " : ", " of ", " per ", " ^ ", " at ", ", ");
  }

  @Provide
  Arbitrary<String> relations() {
    return Arbitraries.of(
        " = ", " ≈ ", " → ", " = ~", ", which is ", ", or ", " is ", ": ", " (", " = (");
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(
            "1,200",
            "3.5",
            "10M",
            "2 KB",
            "$5",
            "0",
            "1e300",
            "2^9",
            "50%",
            "8 B",
            "3x",
            " × ",
            " / ",
            " + ",
            " - ",
            "*",
            "**",
            "^",
            "(",
            ")",
            " = ",
            " ≈ ",
            " → ",
            "~",
            ": ",
            ", ",
            "|",
            "│",
            "\n",
            "\n= ",
            "\n× ",
            "Total: ",
            " users",
            "/day",
            " per ",
            " of ",
            "⌈",
            "⌉",
            "\\times ",
            "&times;",
            "<br>",
            "½",
            "²",
            "-",
            "Peak (3x)",
            "```\n",
            "| --- | --- |\n")
        .list()
        .ofMaxSize(60)
        .map(pieces -> String.join("", pieces));
  }

  @Test
  void hostileTextsTakeLinearTime() {
    List<String> hostile =
        List.of(
            "1 ( ".repeat(20_000),
            "1+".repeat(40_000),
            "(".repeat(80_000) + "1",
            "2^1000 × ".repeat(9_000) + "1 = 5",
            "| 1 ".repeat(20_000),
            "1B × ".repeat(30) + "1 = 2 B",
            "9".repeat(90_000) + " × 2 = 3",
            "a: 5 KB\n".repeat(10_000) + "Total: 4 KB",
            "× 2\n".repeat(20_000),
            "123456789".repeat(500_000),
            "1 = 2 + 3 × ".repeat(400_000),
            "5 × " + "(".repeat(500_000) + "3" + ")".repeat(500_000) + " = 15",
            "10^999999 × 10^999999 = 5, 1e999999 × 2 = 3",
            "2^".repeat(50_000) + "2 = 4",
            "٣ × ４ = １２ ² ³ ½".repeat(40_000),
            "1,2.3,4.".repeat(100_000) + " = 1",
            "a = ".repeat(100_000) + "1",
            "= ".repeat(100_000) + "1",
            "* ".repeat(100_000) + "1",
            "->".repeat(100_000) + "1",
            "a half of ".repeat(100_000) + "1 = 2",
            "\\text{".repeat(100_000) + "1 = 2",
            "$1 ".repeat(200_000),
            "- 5 KB\n".repeat(50_000) + "- × 2 = 10 KB",
            "<".repeat(200_000) + "&".repeat(200_000));
    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> hostile.forEach(CalculationsProperties::of));
  }
}
