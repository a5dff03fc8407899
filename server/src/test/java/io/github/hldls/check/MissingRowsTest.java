package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.template.Severity;
import io.github.hldls.template.Template;
import io.github.hldls.template.TemplateTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is missing together is one finding, and each missing row is in exactly one. */
class MissingRowsTest {
  private static final Template TEMPLATE =
      TemplateTexts.template(
          """
          -- template.json --
          {
            "name": "small",
            "placeholder": "todo",
            "files": [
              {"id": "01", "name": "01-lots.md", "title": "Lots"},
              {"id": "02", "name": "02-cost.md", "title": "Cost"},
              {"id": "03", "name": "03-more.md", "title": "More"}
            ],
            "steps": [
              {"id": "lots", "number": 1, "title": "Lots", "file": "01", "titles": "lot",
               "parts": {"A": "Concept", "B": "Usage"}, "rows": "lots"},
              {"id": "cost", "number": 2, "title": "Cost", "file": "02", "titles": "cost", "rows": "cost"},
              {"id": "more", "number": 3, "title": "More", "file": "03", "rows": "more"}
            ]
          }
          -- lots.json --
          [
            {"id": "lots/concept", "part": "A", "kind": "part", "title": "The Concept", "text": "t",
             "satisfies": "Say what a lot is.", "evidence": [{"title": "concept", "words": 1}]},
            {"id": "lots/usage", "part": "B", "kind": "part", "title": "The Usage", "text": "t",
             "satisfies": "Say how.", "evidence": [{"title": "usage", "words": 1}]},
            {"id": "lots/keys", "part": "B", "title": "The Keys", "text": "t",
             "satisfies": "Name the keys.", "evidence": [{"has": ["key"]}]},
            {"id": "lots/values", "part": "B", "title": "The Values", "text": "t",
             "satisfies": "Name the values.", "evidence": [{"title": "values"}]}
          ]
          -- cost.json --
          [
            {"id": "cost/total", "title": "Total", "text": "t", "satisfies": "Give a total.",
             "evidence": [{"title": "total", "words": 3}]},
            {"id": "cost/unit", "title": "Per Unit", "text": "t", "satisfies": "Divide it.",
             "severity": "info", "evidence": [{"title": "per unit"}]}
          ]
          -- more.json --
          [{"id": "more/one", "title": "One", "text": "t", "satisfies": "Say one.",
            "evidence": [{"has": ["one"]}]}]
          """);
  private static final CheckTexts TEXTS = new CheckTexts(TEMPLATE);

  private static final String LOTS =
      """
      -- 01-lots.md --
      # Parking

      ## Step 1: Lots

      ### A) Concept

      A lot holds a car.

      ### B) Usage

      Each lot has a key.

      #### Values

      The values are cars, and nothing is as large as a car in the city.
      """;
  private static final String COST =
      """

      -- 02-cost.md --
      # Cost

      ## Total

      It comes to $5 a month.

      ## Per unit

      It comes to one cent for each car that stays.
      """;
  private static final String MORE = "\n-- 03-more.md --\n# More\n\nOne.\n";

  private static void assertFinding(
      Finding finding, String pack, String rule, String place, String... rows) {
    assertThat(finding.rule()).isEqualTo(rule);
    assertThat(finding.requirements()).containsExactly(rows);
    assertThat(TEXTS.text(pack, finding.file(), finding.range())).isEqualTo(place);
  }

  @Test
  void aCompletePackHasNone() {
    assertThat(TEXTS.missing(LOTS + COST + MORE)).isEmpty();
  }

  @Test
  void aMissingFileIsOneFindingInTheFileBefore() {
    List<Finding> findings = TEXTS.missing(LOTS + MORE);

    assertThat(findings).hasSize(1);
    assertFinding(findings.get(0), LOTS + MORE, "pack/missing-file", "", "cost/total", "cost/unit");
    assertThat(findings.get(0).file()).isEqualTo("lots/01-lots.md");
    assertThat(findings.get(0).severity()).isEqualTo(Severity.ERROR);
    assertThat(findings.get(0).message())
        .isEqualTo("The pack has no 02-cost.md. It must hold: Cost.");
  }

  @Test
  void aMissingFirstFileIsReportedInTheFirstThatIsThere() {
    assertThat(TEXTS.missing(COST + MORE))
        .extracting(Finding::file)
        .containsExactly("lots/02-cost.md");
  }

  @Test
  void aFileThatCannotBeReadSaysWhy() {
    assertThat(TEXTS.missing(LOTS + MORE, Map.of("02", "it is no text")))
        .extracting(Finding::message)
        .containsExactly("02-cost.md cannot be read: it is no text. It must hold: Cost.");
  }

  @Test
  void aMissingStepIsOneFinding() {
    String pack = LOTS + "\n-- 02-cost.md --\n# Parking\n\n## Cost\n\nText.\n" + MORE;
    List<Finding> findings = TEXTS.missing(pack);

    assertThat(findings).hasSize(1);
    assertFinding(findings.get(0), pack, "cost/total", "Cost", "cost/total", "cost/unit");
    assertThat(findings.get(0).message())
        .isEqualTo("Step 2 (Cost) is missing. It must hold: Total; Per Unit.");
  }

  @Test
  void aMissingPartIsOneFinding() {
    String pack =
        """
        -- 01-lots.md --
        # Parking

        ## Intro

        Text.

        ## Step 1: Lots

        ### A) Concept

        A lot holds a car.
        """
            + COST
            + MORE;
    List<Finding> findings = TEXTS.missing(pack);

    assertThat(findings).hasSize(1);
    assertFinding(
        findings.get(0),
        pack,
        "lots/usage",
        "Step 1: Lots",
        "lots/usage",
        "lots/keys",
        "lots/values");
    assertThat(findings.get(0).message())
        .isEqualTo(
            "Step 1 (Lots) has no part B) Usage. It must hold: The Usage; The Keys; The Values.");
  }

  @Test
  void aSingleRowIsMissingUnderTheHeadingOfItsPart() {
    String pack = LOTS.replace("#### Values", "#### Cars") + COST + MORE;
    List<Finding> findings = TEXTS.missing(pack);

    assertThat(findings).hasSize(1);
    assertFinding(findings.get(0), pack, "lots/values", "B) Usage", "lots/values");
    assertThat(findings.get(0).message())
        .isEqualTo("The Values is missing (step 1, part B). Name the values.");
    assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aRowWithoutAPartIsMissingUnderTheTitleOfTheFile() {
    String pack = LOTS + COST.replace("## Per unit", "## Each") + MORE;
    List<Finding> findings = TEXTS.missing(pack);

    assertThat(findings).hasSize(1);
    assertFinding(findings.get(0), pack, "cost/unit", "Cost", "cost/unit");
    assertThat(findings.get(0).message()).isEqualTo("Per Unit is missing (step 2). Divide it.");
    assertThat(findings.get(0).severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void aFileWithoutHeadingsIsMissingRowsOnItsFirstLine() {
    String pack = LOTS + COST + "\n-- 03-more.md --\nNothing.\n";

    assertFinding(TEXTS.missing(pack).get(0), pack, "more/one", "Nothing.", "more/one");
  }

  @Test
  void aRowThatStandsInAnotherFileSaysWhere() {
    String unit = COST.substring(COST.indexOf("## Per unit"));
    String pack = LOTS + "\n" + unit + COST.replace(unit, "") + MORE;
    List<Finding> findings = TEXTS.missing(pack);

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).message()).endsWith("Another file has it, but it belongs here.");
    Finding.Related related = findings.get(0).related().get(0);
    assertThat(TEXTS.text(pack, related.file(), related.range())).isEqualTo("Per unit");
  }

  @Test
  void anEmptySectionStandsForTheRowsThatItNames() {
    String pack =
        LOTS
            + """

            -- 02-cost.md --
            # Cost

            ## Total

            ## Per unit

            TODO

            ## Something else
            """
            + MORE;
    List<Finding> findings = TEXTS.missing(pack);

    assertThat(findings).hasSize(3);
    assertFinding(findings.get(0), pack, "markdown/empty-section", "Total", "cost/total");
    assertThat(findings.get(0).message())
        .isEqualTo("\"Total\" stands over nothing yet. Give a total.");
    assertFinding(findings.get(1), pack, "markdown/empty-section", "Per unit", "cost/unit");
    assertThat(findings.get(1).severity()).isEqualTo(Severity.INFO);
    assertThat(findings.get(1).message())
        .isEqualTo("\"Per unit\" says nothing yet of what it announces. Divide it.");
    assertFinding(findings.get(2), pack, "markdown/empty-section", "Something else");
  }

  @Test
  void aLabelOverNothingStandsForTheRowsThatItNamesAndIsFineOtherwise() {
    String pack =
        LOTS
            + """

            -- 02-cost.md --
            # Cost

            Lots are cheap, whatever the street, the hour or the car, and shall remain so.

            **Total:** TODO

            **Notes:** TODO
            """
            + MORE;

    assertThat(TEXTS.missing(pack))
        .filteredOn(finding -> finding.rule().equals("markdown/empty-section"))
        .extracting(Finding::message)
        .containsExactly("\"Total\" says nothing yet of what it announces. Give a total.");
  }

  @Property(tries = 300, seed = "1")
  void eachMissingRowIsInExactlyOneFinding(@ForAll("packs") String pack) {
    List<String> missing =
        TEXTS.verdicts(pack).stream()
            .filter(verdict -> verdict.status() == Status.MISSING)
            .map(verdict -> verdict.requirement().id())
            .toList();
    List<String> told = new ArrayList<>();
    TEXTS.missing(pack).forEach(finding -> told.addAll(finding.requirements()));

    if (!TEXTS.pack(pack, Map.of()).files().isEmpty()) {
      assertThat(told).containsExactlyInAnyOrderElementsOf(missing);
    }
  }

  @Provide
  Arbitrary<String> packs() {
    return Arbitraries.of(
            "\n-- 01-lots.md --\n",
            "\n-- 02-cost.md --\n",
            "\n-- 03-more.md --\n",
            "# Parking\n",
            "## Step 1: Lots\n",
            "### A) Concept\n",
            "### B) Usage\n",
            "#### Values\n",
            "## Total\n",
            "TODO\n\n",
            "Each lot has a key, and it comes to $5 a month, all in all.\n\n",
            "One.\n")
        .list()
        .ofMaxSize(15)
        .map(parts -> String.join("", parts));
  }
}
