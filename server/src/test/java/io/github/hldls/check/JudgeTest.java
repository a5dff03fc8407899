package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.template.Template;
import io.github.hldls.template.TemplateTexts;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Verdicts on rows: by evidence, by whether their step is used, and by their condition. */
class JudgeTest {
  private static final Template TEMPLATE =
      TemplateTexts.template(
          """
          -- template.json --
          {
            "name": "small",
            "placeholder": "todo",
            "files": [
              {"id": "01", "name": "01-all.md", "title": "All"},
              {"id": "02", "name": "02-more.md", "title": "More"}
            ],
            "steps": [
              {"id": "cost", "number": 1, "title": "Cost", "file": "01", "rows": "cost"},
              {
                "id": "caching", "number": 2, "title": "Caching", "file": "02", "rows": "caching",
                "topic": {
                  "titles": "cach*", "words": "redis", "absent": "no cache",
                  "reason": "because", "change": "if needed"
                }
              }
            ]
          }
          -- cost.json --
          [
            {"id": "cost/total", "title": "Total", "text": "The total", "evidence": [
              {"title": "total"}, {"has": ["<money>"], "grade": "weak"}]},
            {"id": "cost/cache", "title": "Cache", "text": "Its cost", "requires": "caching",
             "evidence": [{"has": ["redis", "<money>"]}]}
          ]
          -- caching.json --
          [
            {"id": "caching/ttl", "title": "TTL", "text": "The TTL", "evidence": [{"has": ["ttl"]}]},
            {"id": "caching/none", "kind": "statement", "title": "None", "text": "Why none"}
          ]
          """);

  /** The same, and what is known of words. */
  private static final Template LEARNED =
      TemplateTexts.template(
          """
          -- template.json --
          {
            "name": "small",
            "placeholder": "todo",
            "files": [{"id": "01", "name": "01-all.md", "title": "All"}],
            "steps": [{"id": "cost", "number": 1, "title": "Cost", "file": "01", "rows": "cost"}]
          }
          -- cost.json --
          [{"id": "cost/total", "title": "Total", "text": "The total", "evidence": [
              {"title": "total"}, {"has": ["<money>"], "grade": "weak"}]}]
          -- likeness.txt --
          unlike -100
          like 50
          step 100
          words spend lottery
          rarity 55
          row cost/total -50 RN
          """);

  private static final String COST = "-- 01-all.md --\n# Cost\n\n";
  private static final String CACHE = "\n-- 02-more.md --\n# Dives\n\nText.\n\n## Caching\n\n";
  private static final String USE =
      "Prices are kept in Redis, one value for each street of the city. ".repeat(6);

  private static Map<String, String> statuses(String pack) {
    return statuses(TEMPLATE, pack);
  }

  private static Map<String, String> statuses(Template template, String pack) {
    return new CheckTexts(template)
        .verdicts(pack).stream()
            .collect(
                Collectors.toMap(
                    v -> v.requirement().id(), v -> v.status().toString(), (a, b) -> a));
  }

  @Test
  void strongEvidenceMeetsARowAndWeakEvidenceTouchesIt() {
    assertThat(statuses(COST + "## Total\n\nIt comes to $5 a month for all lots.\n"))
        .containsEntry("cost/total", "MET");
    assertThat(statuses(COST + "It comes to $5 a month.\n")).containsEntry("cost/total", "WEAK");
    assertThat(statuses(COST + "It is cheap.\n")).containsEntry("cost/total", "MISSING");
  }

  @Test
  void evidenceIsWhereItStands() {
    Verdict verdict = new CheckTexts(TEMPLATE).verdicts(COST + "It comes to $5 a month.\n").get(0);

    assertThat(verdict.evidence())
        .extracting(e -> e.file().path() + ": " + e.file().markdown().source().substring(e.range()))
        .containsExactly("lots/01-all.md: It comes to $5 a month.");
  }

  @Test
  void allRowsOfAFileThatIsNotThereAreMissing() {
    assertThat(statuses(COST + "Text.\n"))
        .containsEntry("caching/ttl", "MISSING")
        .containsEntry("caching/none", "MISSING");
  }

  @Test
  void allRowsOfAStepThatNobodyMentionsAreMissing() {
    assertThat(statuses("-- 02-more.md --\n# Dives\n\nA long text about the TTL of lots.\n"))
        .containsEntry("caching/ttl", "MISSING")
        .containsEntry("caching/none", "MISSING");
  }

  @Test
  void aStepThatIsUsedNeedsNoStatement() {
    assertThat(statuses(COST + CACHE + USE + "\n\nThe TTL is short.\n"))
        .containsEntry("caching/ttl", "MET")
        .containsEntry("caching/none", "NOT_APPLICABLE");
  }

  @Test
  void evidenceForAStepMustStandInItsSections() {
    String elsewhere = "\n\n## Prices\n\nThe TTL is short.\n";

    assertThat(statuses(COST + CACHE + USE + elsewhere)).containsEntry("caching/ttl", "MISSING");
  }

  @Test
  void aStepThatDoesNotApplyNeedsAReasonAndAChange() {
    assertThat(
            statuses(COST + CACHE + "There is no cache, because lots are few. If needed: one.\n"))
        .containsEntry("caching/ttl", "NOT_APPLICABLE")
        .containsEntry("caching/none", "MET");
    assertThat(statuses(COST + CACHE + "There is no cache.\n"))
        .containsEntry("caching/none", "WEAK");
  }

  @Test
  void aConditionalRowIsAskedOnlyIfItsStepIsUsed() {
    assertThat(statuses(COST + "x\n" + CACHE + USE)).containsEntry("cost/cache", "MISSING");
    assertThat(statuses(COST + "x\n" + CACHE + "There is no cache.\n"))
        .containsEntry("cost/cache", "NOT_APPLICABLE");
    assertThat(statuses(COST + "Redis would cost $5.\n")).containsEntry("cost/cache", "MET");
  }

  private static final Template WORDS =
      TemplateTexts.template(
          """
          -- template.json --
          {
            "name": "small",
            "placeholder": "todo",
            "phrases": {"promises": "will be decided", "praises": "great care | best practice*"},
            "files": [{"id": "01", "name": "01-all.md", "title": "All"}],
            "steps": [{"id": "all", "number": 1, "title": "All", "file": "01", "rows": "all"}]
          }
          -- all.json --
          [
            {"id": "all/total", "title": "Total", "text": "The total", "evidence": [{"title": "total"}]},
            {"id": "all/keys", "title": "Keys", "text": "The keys", "evidence": [
              {"title": "keys"}, {"has": ["key*", "shard*"], "grade": "weak"}]}
          ]
          """);

  private static String keys(String text) {
    return new CheckTexts(WORDS)
        .verdicts("-- 01-all.md --\n# Lots\n\n" + text).stream()
            .filter(verdict -> verdict.requirement().id().equals("all/keys"))
            .map(verdict -> verdict.status().toString())
            .collect(Collectors.joining());
  }

  private static final String TITLED = "## Total\n\nAll lots of the city cost two coins.\n\n";
  private static final String APART =
      "A key opens a lot. " + "Lots are small. ".repeat(9) + "Shards too.";

  @Test
  void wordsFarFromEachOtherAreNoEvidenceWhereTitlesTellTheTopics() {
    assertThat(keys(TITLED + "The key of a shard is its street.\n")).isEqualTo("WEAK");
    assertThat(keys(TITLED + APART + "\n")).isEqualTo("MISSING");
    assertThat(keys("## Costs\n\nLots are cheap.\n\n" + APART + "\n")).isEqualTo("WEAK");
    assertThat(keys(TITLED + APART + "\n\n" + APART + "\n")).isEqualTo("WEAK");
  }

  @Test
  void aTitleOverAPromiseOrMerePraiseMeetsNothing() {
    assertThat(keys("## Keys\n\nThe keys are streets of the city.\n")).isEqualTo("MET");
    assertThat(keys("## Keys\n\nThe keys will be decided together.\n")).isEqualTo("MISSING");
    assertThat(keys("## Keys\n\nGreat care goes into keys, by best practices.\n"))
        .isEqualTo("MISSING");
    assertThat(keys("**Keys**\n\nThe keys will be decided together.\n")).isEqualTo("MISSING");
  }

  @Test
  void whatIsOnlyAnnouncedInItsPlaceIsNotTouchedElsewhere() {
    assertThat(keys("The key of a shard is a street.\n\n## Keys\n\nThe keys will be decided.\n"))
        .isEqualTo("MISSING");
  }

  @Test
  void aPromiseOrPraiseBesideFactsIsNone() {
    assertThat(keys("## Keys\n\nThere are 12 keys. The rest will be decided together.\n"))
        .isEqualTo("MET");
    assertThat(keys("## Keys\n\nAll is done with great care, by best practice, as `street`.\n"))
        .isEqualTo("MET");
    assertThat(keys("## Keys\n\nWith great care, by best practice:\n\n- streets\n- numbers\n"))
        .isEqualTo("MET");
    assertThat(
            keys(
                "## Keys\n\nStreets are keys, for every car knows its street and nothing else"
                    + " of the lot. The rest will be decided.\n"))
        .isEqualTo("MET");
  }

  @Test
  void wordsThatMeetByChanceAreNoEvidenceInATextOfAnotherKind() {
    String chance = COST + "The lottery paid $5.\n";
    assertThat(statuses(LEARNED, chance)).containsEntry("cost/total", "MISSING");
    assertThat(statuses(TEMPLATE, chance)).containsEntry("cost/total", "WEAK");
    assertThat(statuses(LEARNED, COST + "It is $5.\n")).containsEntry("cost/total", "WEAK");
    assertThat(
            statuses(
                LEARNED, COST + "## Total\n\nThe lottery pays for all of it, year after year.\n"))
        .containsEntry("cost/total", "MET");
  }

  @Test
  void aTextOfTheRightKindIsNearToARowThatNoWayFinds() {
    String spends =
        "We spend what the design needs, and we spend it " + "for each part of it ".repeat(3);
    assertThat(statuses(LEARNED, COST + spends + ".\n")).containsEntry("cost/total", "WEAK");
    assertThat(statuses(TEMPLATE, COST + spends + ".\n")).containsEntry("cost/total", "MISSING");
    assertThat(statuses(LEARNED, COST + "We spend.\n")).containsEntry("cost/total", "MISSING");
  }
}
