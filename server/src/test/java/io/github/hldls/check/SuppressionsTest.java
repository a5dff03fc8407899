package io.github.hldls.check;

import static io.github.hldls.TestWorkspaces.CHECKER;
import static io.github.hldls.TestWorkspaces.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.config.PackRules;
import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.FileRole;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextEdit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments in a file that ask for silence. */
class SuppressionsTest {
  private static final String UNUSED = "suppression/unused";
  private static final String UNKNOWN = "suppression/unknown";

  /** A file of which the rows of its step are missing, one finding each. */
  private static final String BODY =
      """
      ## Use cases

      - A courier scans a parcel at the door, and the customer sees where the parcel is.
      """;

  private static PackResult check(String text) {
    FileRole role = TEMPLATE.files().get(0);
    PackFile file = new PackFile(role, "a.md", MarkdownParser.parse(new SourceText(text)));
    return CHECKER.check(new Pack("a", ".", List.of(file), Map.of(), false));
  }

  private static List<String> rules(String text) {
    return check(text).findings().stream().map(Finding::rule).toList();
  }

  private static List<String> silenced(String text) {
    return check(text).suppressed().stream().map(s -> s.finding().rule()).toList();
  }

  @Test
  void aCommentAboveAHeadingSilencesWhatIsMissingUnderIt() {
    String rule = "requirements/latency-goals";
    assertThat(rules("# Parcels\n\n" + BODY)).contains(rule);
    String text =
        "<!-- hld-disable-next-line " + rule + ": no numbers yet -->\n\n# Parcels\n\n" + BODY;
    assertThat(rules(text)).doesNotContain(rule, UNUSED).contains("requirements/durability");
    assertThat(check(text).suppressed())
        .singleElement()
        .satisfies(s -> assertThat(s.by().reason()).isEqualTo("no numbers yet"))
        .satisfies(s -> assertThat(s.finding().rule()).isEqualTo(rule));
  }

  @Test
  void takesSeveralRulesAndPatternsAndStacks() {
    String text =
        """
        <!-- hld-disable-next-line requirements/latency-goals, requirements/durability -->
        <!-- hld-disable-next-line requirements/a*: later -->
        # Parcels

        """
            + BODY;
    assertThat(silenced(text))
        .contains(
            "requirements/latency-goals",
            "requirements/durability",
            "requirements/availability-target",
            "requirements/assumptions");
    assertThat(rules(text)).doesNotContain(UNUSED, UNKNOWN);
  }

  @Test
  void aFileOrABlockCanBeSilenced() {
    String rule = "markdown/empty-section";
    String empty = "# A\n\n## One\n\n## Two\n\n## Three\n";
    long all = rules(empty).stream().filter(rule::equals).count();
    assertThat(all).isEqualTo(3);
    assertThat(rules(empty + "\n<!-- hld-disable-file " + rule + " -->\n")).doesNotContain(rule);
    String block =
        "# A\n\n<!-- hld-disable "
            + rule
            + " -->\n## One\n\n## Two\n\n<!-- hld-enable "
            + rule
            + " -->\n## Three\n";
    assertThat(rules(block)).containsOnlyOnce(rule).doesNotContain(UNUSED);
    String open = "# A\n\n## One\n\n<!-- hld-disable " + rule + " -->\n## Two\n\n## Three\n";
    assertThat(rules(open)).containsOnlyOnce(rule);
    assertThat(rules(block.replace("hld-enable " + rule, "hld-enable"))).containsOnlyOnce(rule);
  }

  @Test
  void holdsForTheWholeOfACodeBlockOrTableBelow() {
    String sum = "| what | sum |\n|---|---|\n| a | 2 * 3 = 7 |\n";
    String text = "# A\n\n<!-- hld-disable-next-line rules/number-calculated -->\n" + sum;
    PackResult plain = check("# A\n\n" + sum);
    List<Finding> sums =
        plain.findings().stream().filter(f -> f.message().contains("add up")).toList();
    assertThat(check(text).findings()).noneMatch(f -> f.message().contains("add up"));
    assertThat(check(text).suppressed()).hasSize(sums.size());
  }

  /** Each of these is found, and its fix leaves the text as it was without it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- hld-disable-file caching/ttl -->",
        "<!-- hld-disable-file caching/tll -->",
        "<!-- hld-disable-next-line nothing/* -->",
        "<!-- hld-disable-file -->",
        "<!-- hld-disable-line caching/ttl -->",
        "<!-- hld-enable caching/ttl -->",
        "<!-- hld-disable caching/ttl -->",
        "<!-- hld-disable-file [: broken -->",
      })
  void whatSilencesNothingIsFoundAndRemoved(String comment) {
    String rest = "# Parcels\n\n" + BODY;
    String text = comment + "\n" + rest;
    List<Finding> found =
        check(text).findings().stream().filter(f -> f.rule().startsWith("suppression/")).toList();
    assertThat(found).hasSize(1);
    assertThat(TextEdit.apply(text, found.get(0).fix())).isEqualTo(rest);
  }

  @Test
  void tellsMisspeltFromUnused() {
    assertThat(rules("<!-- hld-disable-file caching/ttl -->\n# A\n")).contains(UNUSED);
    assertThat(check("<!-- hld-disable-file caching/tll -->\n# A\n").findings())
        .anyMatch(
            f -> f.rule().equals(UNKNOWN) && f.message().contains("did you mean \"caching/ttl\""));
    assertThat(check("<!-- hld-disable-fil caching/ttl -->\n# A\n").findings())
        .anyMatch(f -> f.message().contains("did you mean \"hld-disable-file\""));
  }

  @Test
  void removesTheUnusedOneOfSeveralRules() {
    String text =
        "<!-- hld-disable-file requirements/durability, caching/ttl: why -->\n# A\n\n" + BODY;
    Finding unused =
        check(text).findings().stream()
            .filter(f -> f.rule().equals(UNUSED))
            .findFirst()
            .orElseThrow();
    assertThat(TextEdit.apply(text, unused.fix()))
        .startsWith("<!-- hld-disable-file requirements/durability: why -->\n");
    String block =
        "# A\n\n<!-- hld-disable caching/ttl -->\n\nText.\n\n<!-- hld-enable caching/ttl -->\n\n"
            + BODY;
    List<Finding> found =
        check(block).findings().stream().filter(f -> f.rule().equals(UNUSED)).toList();
    assertThat(found).hasSize(1);
    assertThat(TextEdit.apply(block, found.get(0).fix())).doesNotContain("hld-");
  }

  @Test
  void anExampleInCodeSilencesNothing() {
    String text = "# A\n\n```\n<!-- hld-disable-file requirements/durability -->\n```\n\n" + BODY;
    assertThat(rules(text)).contains("requirements/durability").doesNotContain(UNUSED);
  }

  @Test
  void aSuppressionCanItselfBeSilenced() {
    String text =
        "<!-- hld-disable-file suppression/unused -->\n<!-- hld-disable-file caching/ttl -->\n# A\n";
    assertThat(rules(text)).doesNotContain(UNUSED);
  }

  @Test
  void manyCommentsAreNotSlow() {
    String text = "# A\n" + "<!-- hld-disable */*x*x*x*x*x*: y -->\n".repeat(50_000);
    Assertions.assertTimeout(Duration.ofSeconds(20), () -> check(text));
  }

  @Test
  void aRowThatIsOffIsNotAskedForNorNamed() {
    String text = "# Parcels\n";
    PackResult plain = check(text);
    assertThat(plain.findings().get(0).message()).contains("Durability");
    io.github.hldls.config.RuleSetting off =
        new io.github.hldls.config.RuleSetting(
            io.github.hldls.text.Glob.ofName("requirements/*i*"),
            java.util.Optional.empty(),
            List.of());
    FileRole role = TEMPLATE.files().get(0);
    PackFile file = new PackFile(role, "a.md", MarkdownParser.parse(new SourceText(text)));
    Pack pack = new Pack("a", ".", List.of(file), Map.of(), false);
    PackResult less =
        CHECKER.with(new PackRules(List.of(off), java.nio.file.Path.of("")), List.of()).check(pack);
    List<String> rows = new ArrayList<>();
    less.findings().forEach(f -> rows.addAll(f.requirements()));
    assertThat(rows).isNotEmpty().noneMatch(row -> row.matches("requirements/.*i.*"));
    assertThat(less.findings()).noneMatch(f -> f.message().contains("Durability"));
    assertThat(Set.copyOf(rows)).hasSize(rows.size());
  }
}
