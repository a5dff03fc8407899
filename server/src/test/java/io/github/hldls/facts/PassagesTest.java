package io.github.hldls.facts;

import static io.github.hldls.facts.FactsTexts.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.text.TextRange;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a file falls into passages: their kinds and titles, and how they nest. */
class PassagesTest {

  /** A passage a line, indented as they nest: its kind, its title, and how its text ends. */
  private static String passages(String markdown) {
    FileFacts facts = facts(markdown);
    StringBuilder shown = new StringBuilder();
    for (int i = 1; i < facts.passages().size(); i++) {
      Passage passage = facts.passage(i);
      for (int p = passage.parent(); p > 0; p = facts.passage(p).parent()) {
        shown.append("  ");
      }
      String title = facts.source().substring(passage.title());
      String text = facts.source().substring(passage.range());
      shown.append(passage.kind()).append(title.isEmpty() ? "" : " [" + title + "]");
      shown.append(" ..").append(text.substring(text.lastIndexOf('\n') + 1)).append('\n');
    }
    return shown.toString();
  }

  @Test
  void headingsNestByLevel() {
    assertThat(
            passages(
                """
                # Parking

                ## Lots

                Many.

                #### Near

                ## Prices
                """))
        .isEqualTo(
            """
            SECTION [Parking] ..## Prices
              SECTION [Lots] ..#### Near
                PARAGRAPH ..Many.
                SECTION [Near] ..#### Near
              SECTION [Prices] ..## Prices
            """);
  }

  @Test
  void aLineThatNamesAStepOrAPartIsAHeading() {
    assertThat(
            passages(
                """
                STEP 7: CACHING

                A) CONCEPT

                What it is.

                **B) Usage**

                How.

                **STEP 8: SEARCH**

                Words.
                """))
        .isEqualTo(
            """
            SECTION [STEP 7: CACHING] ..How.
              SECTION [A) CONCEPT] ..What it is.
                PARAGRAPH ..What it is.
              SECTION [B) Usage] ..How.
                PARAGRAPH ..How.
            SECTION [STEP 8: SEARCH] ..Words.
              PARAGRAPH ..Words.
            """);
  }

  @Test
  void aPartUnderAPartsHeadingStandsBesideIt() {
    assertThat(passages("## Step 7\n\n### A) Concept\n\nB) OUR USAGE\n\ntext\n"))
        .contains("\n  SECTION [A) Concept]", "\n  SECTION [B) OUR USAGE] ..text");
    assertThat(passages("A) CONCEPT\n\ntext\n")).startsWith("SECTION [A) CONCEPT] ..text");
  }

  @Test
  void aCaptionHoldsWhatFollowsUpToTheNext() {
    assertThat(
            passages(
                """
                # Parking

                ## Lots

                **Opening hours**

                Always.

                - also at night

                **Prices**

                Low.
                """))
        .isEqualTo(
            """
            SECTION [Parking] ..Low.
              SECTION [Lots] ..Low.
                LABEL [Opening hours] ..- also at night
                  PARAGRAPH ..Always.
                  LIST ..- also at night
                    ITEM ..- also at night
                LABEL [Prices] ..Low.
                  PARAGRAPH ..Low.
            """);
  }

  @Test
  void aLeadInHoldsItsParagraphAndTheListAfterIt() {
    assertThat(
            passages(
                """
                **Opening:** always, and so:

                1. come

                Prices are low.
                """))
        .isEqualTo(
            """
            LABEL [Opening] ..1. come
              PARAGRAPH ..always, and so:
              LIST ..1. come
                ITEM ..1. come
            PARAGRAPH ..Prices are low.
            """);
  }

  @Test
  void linesOfAParagraphMayEachHaveALabel() {
    assertThat(passages("Before.\n**Near:** yes.\n**Cheap:** no,\nnot at all.\n"))
        .isEqualTo(
            """
            PARAGRAPH ..Before.
            LABEL [Near] ..**Near:** yes.
              PARAGRAPH ..yes.
            LABEL [Cheap] ..not at all.
              PARAGRAPH ..not at all.
            """);
  }

  @Test
  void aLineOfItsOwnHoldsTheQuestionsRightBelowIt() {
    assertThat(
            passages(
                """
                # Parking

                ## Answers

                **Level 4**

                **How many lots?**

                Many.

                Q: Why no queue?
                Nobody waits.

                **Level 5**

                Some text.

                **Which lots?**

                Near ones.
                """))
        .isEqualTo(
            """
            SECTION [Parking] ..Near ones.
              SECTION [Answers] ..Near ones.
                LABEL [Level 4] ..Nobody waits.
                  LABEL [How many lots?] ..Many.
                    PARAGRAPH ..Many.
                  LABEL [Q: Why no queue?] ..Nobody waits.
                    PARAGRAPH ..Nobody waits.
                LABEL [Level 5] ..Some text.
                  PARAGRAPH ..Some text.
                LABEL [Which lots?] ..Near ones.
                  PARAGRAPH ..Near ones.
            """);
  }

  @Test
  void aQuestionHoldsItsAnswer() {
    assertThat(
            passages(
                """
                Q: Why no queue?

                A: Nobody waits.

                Q2. Why no cache? It is asked.

                **Answer:** nobody reads.
                """))
        .isEqualTo(
            """
            LABEL [Q: Why no queue?] ..A: Nobody waits.
              LABEL [A] ..A: Nobody waits.
                PARAGRAPH ..Nobody waits.
            LABEL [Q2. Why no cache?] ..**Answer:** nobody reads.
              PARAGRAPH ..It is asked.
              LABEL [Answer] ..**Answer:** nobody reads.
                PARAGRAPH ..nobody reads.
            """);
  }

  @Test
  void aLineAcrossEndsALeadInAndDetailsEndTheirSummary() {
    assertThat(passages("Hours:\n\n---\n\n- a\n")).contains("\nLIST ..- a");
    assertThat(
            passages(
                """
                <details>
                <summary>Hours</summary>

                Always.

                </details>

                Outside.
                """))
        .isEqualTo(
            """
            SECTION [Hours] ..Always.
              PARAGRAPH ..Always.
            PARAGRAPH ..Outside.
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "14.1 **Why not Oracle?**; LABEL [Why not Oracle?]",
        "(a) *The cloud is cheaper.* So it is.; LABEL [The cloud is cheaper.]",
        "6.2.3 *Queues.* Eight of them.; LABEL [Queues.]",
        "§4 **Lots**: many; LABEL [Lots]",
        "Costs *much*; PARAGRAPH",
        "2 *much* is lost; PARAGRAPH",
      })
  void aNumberMayStandBeforeALabel(String line, String first) {
    assertThat(passages("# A\n\n## B\n\n" + line + "\n\nMore text.\n").lines().skip(2))
        .first()
        .asString()
        .contains(first);
  }

  @Test
  void headingsInsideDetailsBelongToThemUnlessTheyEndWhatIsAround() {
    assertThat(
            passages(
                """
                # Parking

                ## Lots

                <details>
                <summary>Hours</summary>

                ### Nights

                Closed.

                </details>

                Open.

                <details>
                <summary>Never closed</summary>

                ## Prices

                High.
                """))
        .isEqualTo(
            """
            SECTION [Parking] ..High.
              SECTION [Lots] ..<summary>Never closed</summary>
                SECTION [Hours] ..Closed.
                  SECTION [Nights] ..Closed.
                    PARAGRAPH ..Closed.
                PARAGRAPH ..Open.
                SECTION [Never closed] ..<summary>Never closed</summary>
              SECTION [Prices] ..High.
                PARAGRAPH ..High.
            """);
  }

  @Test
  void boldLinesAreSectionsInAFileWithoutHeadings() {
    String bold =
        """
        **1 Lots**

        Many.

        **1.1 Near**

        Few.

        **Far**

        None.

        **2. Prices**

        High.
        """;
    assertThat(passages("# Parking\n\n" + bold))
        .isEqualTo(
            """
            SECTION [Parking] ..High.
              SECTION [1 Lots] ..None.
                PARAGRAPH ..Many.
                SECTION [1.1 Near] ..None.
                  PARAGRAPH ..Few.
                  SECTION [Far] ..None.
                    PARAGRAPH ..None.
              SECTION [2. Prices] ..High.
                PARAGRAPH ..High.
            """);
    assertThat(passages("# Parking\n\n## All\n\n" + bold))
        .contains("LABEL [1 Lots]")
        .doesNotContain("SECTION [1 Lots]");
  }

  @Test
  void longHtmlIsTextUnlessItIsAComment() {
    String html = "<div>A driver looks for a lot that is near, free and cheap.</div>";
    assertThat(passages(html + "\n")).isEqualTo("PARAGRAPH .." + html + "\n");
    assertThat(passages("<!-- " + html + " -->\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'- **Near:** the lot is close'; Near",
        "'- Near: the lot is close'; Near",
        "'- Near — the lot is close, so it is taken'; Near",
        "'- near - the lot is close'; near",
        "'- Near:'; Near",
        "'- look\n\n  at it'; look",
        "'1. `GET /lots`: finds lots'; `GET /lots`",
        "'- at 10:30 every day'; ''",
        "'- near-by lots'; ''",
        "'- near'; ''"
      })
  void anItemMayHaveATitle(String markdown, String title) {
    FileFacts facts = facts(markdown);
    Passage item =
        facts.passages().stream()
            .filter(p -> p.kind() == Passage.Kind.ITEM)
            .findFirst()
            .orElseThrow();

    assertThat(facts.source().substring(item.title())).isEqualTo(title);
  }

  @Test
  void whatAnItemHoldsFollowsItInOrder() {
    assertThat(passages("- ```\n  code\n  ```\n\n  after\n"))
        .isEqualTo(
            """
            LIST ..  after
              ITEM [```] ..  after
                CODE ..  ```
                PARAGRAPH ..after
            """);
  }

  @Test
  void aTablesRowsAreNamedByTheirFirstCell() {
    assertThat(passages("| Field | Type |\n|---|---|\n| lot | int |\n|  | text |\n"))
        .isEqualTo(
            """
            TABLE [| Field | Type |] ..|  | text |
              ROW [lot] ..| lot | int |
              ROW ..|  | text |
            """);
  }

  @Test
  void codeHasCaptions() {
    assertThat(
            passages(
                """
                ```text
                WRITE PATH
                app -> lots {
                # read the price
                get;

                Then it answers:
                done
                a = b;
                ```
                """))
        .isEqualTo(
            """
            CODE ..```
              LABEL [WRITE PATH] ..app -> lots {
              LABEL [read the price] ..get;
              LABEL [Then it answers] ..a = b;
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "── WRITE PATH ──; WRITE PATH",
        "-- indexes for reading; indexes for reading",
        "/* indexes */; indexes",
        "│ CACHE MISS │; CACHE MISS",
        "GET; ''",
        "price = 3; ''",
        "lots; ''",
        "1234; ''",
        "{; ''"
      })
  void aCaptionInCodeIsShoutedCommentedOrEndsWithAColon(String line, String caption) {
    assertThat(line.substring(0, 0) + text(line, Label.inCode(line, whole(line))))
        .isEqualTo(caption);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "STEP 7: CACHING; STEP; STEP 7: CACHING",
        "Step 7 comes after step 6.; NONE; ''",
        "STEP seven; CAPTION; STEP seven",
        "Opening hours (city); CAPTION; Opening hours (city)",
        "Prices: low; LEAD_IN; Prices",
        "at 10: low; NONE; ''",
        "**Step 7: CACHING**; STEP; Step 7: CACHING",
        "A) CONCEPT; PART; A) CONCEPT",
        "A) a concept of it.; NONE; ''",
        "**A) Concept**; PART; A) Concept",
        "**B. Usage**; PART; B. Usage",
        "**Prices**; CAPTION; Prices",
        "**Prices:**; CAPTION; Prices",
        "__Prices__; CAPTION; Prices",
        "*Prices*; CAPTION; Prices",
        "*Prices* are low; NONE; ''",
        "**Prices** are low; LEAD_IN; Prices",
        "**Prices:** low; LEAD_IN; Prices",
        "**Answer:**; LEAD_IN; Answer",
        "**A:**; LEAD_IN; A",
        "Prices are:; LEAD_IN; Prices are",
        "Q: Why?; CAPTION; Q: Why?",
        "Q1: Why? Tell me.; CAPTION; Q1: Why?",
        "Q: Tell me why; CAPTION; Q: Tell me why",
        "Quick lots.; NONE; ''",
        "**open; NONE; ''",
        "****; NONE; ''",
        "'   '; NONE; ''"
      })
  void aLabelOpensALine(String line, Label.Kind kind, String title) {
    Label label = Label.at(line, whole(line), true);

    assertThat(label.kind()).isEqualTo(kind);
    assertThat(text(line, label.title())).isEqualTo(title);
  }

  @Test
  void aLineAmongOthersIsNoStepAndNoCaption() {
    assertThat(Label.at("STEP 7: CACHING", whole("STEP 7: CACHING"), false).kind())
        .isEqualTo(Label.Kind.LEAD_IN);
    assertThat(Label.at("Prices", whole("Prices"), false).kind()).isEqualTo(Label.Kind.NONE);
    assertThat(Label.at("Prices are:", whole("Prices are:"), false).kind())
        .isEqualTo(Label.Kind.NONE);
  }

  private static TextRange whole(String line) {
    return new TextRange(0, line.length());
  }

  private static String text(String line, TextRange range) {
    return line.substring(range.start(), range.end());
  }

  @Test
  void quotesAreReadAsWhatTheyQuote() {
    assertThat(passages("> **Prices:** low\n>\n> ## Hours\n>\n> - **a:** b\n"))
        .isEqualTo(
            """
            PARAGRAPH ..> - **a:** b
              LABEL [Prices] ..**Prices:** low
              LABEL [Hours] ..## Hours
              LIST ..- **a:** b
                ITEM [a] ..- **a:** b
            """);
  }

  @Test
  void frontMatterIsNoPassage() {
    assertThat(passages("---\ntitle: Parking\n---\n")).isEmpty();
  }

  @Property(seed = "1")
  void anyTextFallsIntoPassagesInOrderInsideTheirParents(@ForAll("texts") String text) {
    FileFacts facts = facts(text);
    int start = 0;
    for (int i = 0; i < facts.passages().size(); i++) {
      Passage passage = facts.passage(i);
      assertThat(passage.parent()).isLessThan(i);
      assertThat(passage.range().start()).isGreaterThanOrEqualTo(start);
      start = passage.range().start();
      if (i > 0) {
        TextRange around = facts.passage(passage.parent()).range();
        assertThat(around.contains(passage.range()))
            .as("%s in %s", passage.range(), around)
            .isTrue();
        assertThat(passage.title().end()).isLessThanOrEqualTo(passage.range().end());
      }
      assertThat(passage.firstToken).isLessThanOrEqualTo(passage.titleEndToken);
      assertThat(passage.titleEndToken).isLessThanOrEqualTo(passage.endToken);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "# Lots",
            "STEP 7: LOTS",
            "A) LOTS",
            "**Lots**",
            "**Lots:** ",
            "Lots:",
            "Q: Lots?",
            "- ",
            "1. ",
            "> ",
            "  ",
            "\n",
            "\n\n",
            "\r\n",
            "```",
            "text",
            "| a | b |\n|---|---|\n",
            "<summary>Lots</summary>",
            "<details>",
            "</details>",
            "---\n",
            "_",
            "*",
            "🚗",
            "# c")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }
}
