package io.github.hldls.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextEdit;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FenceRepairTest {

  private static FenceRepair.Repaired repair(String text) {
    return FenceRepair.repair(new SourceText(text));
  }

  /** The text after all fixes. */
  private static String fixed(String text) {
    List<TextEdit> fixes = repair(text).problems().stream().map(FenceProblem::fix).toList();
    return TextEdit.apply(text, fixes);
  }

  /** The problems as {@code KIND line}, lines counted from 1. */
  private static List<String> problems(String text) {
    SourceText source = new SourceText(text);
    return repair(text).problems().stream()
        .map(p -> p.kind() + " " + (source.lineOf(p.range().start()) + 1))
        .toList();
  }

  private static List<String> headings(String text) {
    MarkdownFile file = MarkdownParser.parse(new SourceText(text));
    return file.blocks(Block.Heading.class).stream()
        .map(heading -> file.source().substring(heading.title()))
        .toList();
  }

  private static void assertFixed(String text, String expected) {
    assertThat(fixed(text)).isEqualTo(expected);
    assertThat(problems(expected)).isEmpty();
    assertThat(headings(text)).isEqualTo(headings(expected));
  }

  @Test
  void aBareFenceAfterDetailsIsDeleted() {
    String text =
        """
        ## Lots

        <details>
        <summary>Example</summary>

        ```json
        {"lot": 7, "free": true}
        ```

        </details>
        ```

        ## Prices

        **Per hour:** a lot costs 3 € in the city and 2 € elsewhere.

        ```sql
        SELECT price FROM lots;
        ```
        """;

    assertThat(problems(text)).containsExactly("STRAY 11");
    assertFixed(text, text.replace("</details>\n```\n", "</details>\n"));
  }

  @Test
  void aBlockThatIsNotClosedEndsAtTheBlankLineBeforeProse() {
    String text =
        """
        ## Lots

        ```json
        {"lot": 7, "free": true}

        ## Prices

        **Per hour:** a lot costs 3 € in the city and 2 € elsewhere.

        ## Hours

        Lots are open at night.
        """;

    assertThat(problems(text)).containsExactly("UNCLOSED 3");
    assertFixed(text, text.replace("true}\n", "true}\n```\n"));
  }

  @Test
  void aBlockThatIsNotClosedAtTheEndOfTheFileIsClosedThere() {
    String text =
        """
        ## Lots

        ```json
        {"lot": 7, "free": true}
        """;

    assertThat(problems(text)).containsExactly("UNCLOSED 3");
    assertFixed(text, text + "```\n");
    assertFixed(text.stripTrailing(), text + "```\n");
    assertFixed(text.replace("\n", "\r\n"), (text + "```\n").replace("\n", "\r\n"));
  }

  @Test
  void aStrayFenceOnTheLastLineIsDeleted() {
    String text =
        """
        ```sql
        SELECT price FROM lots;
        ```

        Prices are read often.
        """;

    assertThat(fixed(text + "```")).isIn(text, text + "```\n```\n");
    assertThat(problems(fixed(text + "```"))).isEmpty();
  }

  @Test
  void aDiagramOpenedInsideABareFenceStaysCode() {
    String text =
        """
        ## Flow

        ```
        ```mermaid
        flowchart LR
          A[Driver] --> B[Lot]
        ```
        ```

        ## Prices

        **Per hour:** a lot costs 3 € in the city and 2 € elsewhere.

        ## Hours

        Lots are open at night.
        """;

    assertThat(headings(text)).containsExactly("Flow", "Prices", "Hours");
    assertThat(problems(text)).isNotEmpty();
    assertThat(problems(fixed(text))).isEmpty();
    assertThat(headings(fixed(text))).isEqualTo(headings(text));
  }

  @Test
  void codeAndProseTurnedInsideOutAreTurnedBack() {
    String text =
        """
        ## Lots

        ```

        ## Prices

        ```sql
        SELECT price FROM lots;
        ```

        ## Hours

        **Opening:** lots are open at night.

        ```json
        {"open": "00:00"}
        ```

        ## Fines

        Nobody likes them.
        """;

    assertThat(problems(text)).containsExactly("STRAY 3");
    assertFixed(text, text.replaceFirst("```\n", ""));
  }

  @Test
  void aBlockThatIsNotClosedEndsWhereTheNextOneOpens() {
    String text =
        """
        ## Flow

        ~~~
        driver -> lot {
        ```sql
        SELECT price FROM lots;
        ```

        ## Prices

        **Per hour:** a lot costs 3 € in the city and 2 € elsewhere.

        ## Hours

        Lots are open at night.
        """;

    assertThat(problems(text)).containsExactly("UNCLOSED 3");
    assertFixed(text, text.replace("lot {\n", "lot {\n~~~\n"));
  }

  @Test
  void aReopenedBlockIsClosedByTheFenceOfTheFirst() {
    String text =
        """
        ~~~
        driver -> lot {
        ```sql
        SELECT price FROM lots;
        ```

        ## Prices
        """;

    MarkdownFile file = MarkdownParser.parse(new SourceText(text));

    assertThat(repair(text).text())
        .isEqualTo(
            """
            ~~~
            driver -> lot {
            ```sql
            SELECT price FROM lots;
            ~~~

            ## Prices
            """);
    assertThat(file.blocks(Block.CodeBlock.class)).hasSize(1);
  }

  @Test
  void aReopenedBlockThatIsNotClosedEitherIsAProblemOfItsOwn() {
    String text =
        """
        ~~~
        driver -> lot {
        ```sql
        SELECT price FROM lots;

        ## Prices

        **Per hour:** a lot costs 3 € in the city and 2 € elsewhere.

        ```sql
        SELECT hour FROM lots;
        ```

        ## Hours
        """;

    assertThat(problems(fixed(text))).isEmpty();
    assertThat(headings(text)).containsExactly("Prices", "Hours");
    assertThat(headings(fixed(text))).containsExactly("Prices", "Hours");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Comments that look like headings.
        "```bash\n# start the lots\nrun lots\n## and the prices\nrun prices\n```\n",
        "```yaml\n# lots\nlots: 7\n```\n",
        // Markdown shown as an example.
        "```markdown\n# Lots\n\n**Price:** 3 €\n\n```\n",
        "````markdown\n# Lots\n\n```json\n{}\n```\n\n## Prices\n````\n",
        "````\n```json\n{}\n```\n\n```sql\nSELECT 1;\n```\n\n```\nx\n```\n````\n",
        "~~~\n```json\n{}\n```\n\n```sql\nSELECT 1;\n```\n\n```\nx\n```\n~~~\n",
        // Fences that are none.
        "Use `` ``` `` for code.\n",
        "```not` a fence\n",
        "``\n",
        // Blocks in lists.
        "1. look\n\n   ```json\n   {}\n   ```\n\n2. reserve\n"
      })
  void whatReadsWellIsLeftAlone(String text) {
    assertThat(repair(text)).isEqualTo(new FenceRepair.Repaired(text, List.of()));
  }

  @Test
  void commentsInCodeAreNoHeadingsEvenInAFileThatIsRepaired() {
    String text =
        """
        # Parking

        ```

        ## Lots

        ```bash
        # start the lots
        run lots
        ```

        ## Prices

        **Per hour:** a lot costs 3 € in the city and 2 € elsewhere.

        ```yaml
        # prices by hour
        price: 3
        ```

        ## Hours
        """;

    assertThat(headings(text)).containsExactly("Parking", "Lots", "Prices", "Hours");
    assertThat(problems(text)).containsExactly("STRAY 3");
  }

  @Test
  void moreKindsOfFenceThanAreToldApartAreSurvived() {
    String text = "";
    for (int length = 3; length < 30; length++) {
      text += "`".repeat(length) + "\ncode\n" + "~".repeat(length) + "java\n";
    }

    assertThat(problems(text)).isNotEmpty();
  }

  @Property(seed = "1")
  void everyLineKeepsItsNumber(@ForAll("fencedTexts") String text) {
    FenceRepair.Repaired repaired = repair(text);

    SourceText source = new SourceText(text);
    SourceText result = new SourceText(repaired.text());
    assertThat(result.lineCount()).isEqualTo(source.lineCount());
    for (int line = 0; line < source.lineCount(); line++) {
      boolean fence =
          Fence.at(text, source.line(line).start(), source.line(line).end()) != null
              || source.lineText(line).isBlank();
      if (!fence) {
        assertThat(result.lineText(line)).isEqualTo(source.lineText(line));
      }
    }
  }

  @Property(seed = "1")
  void whatIsRepairedNeedsNoRepair(@ForAll("backtickTexts") String text) {
    String repaired = repair(text).text();

    assertThat(repair(repaired).text()).isEqualTo(repaired);
  }

  @Property(seed = "1")
  void theFixesMendTheFile(@ForAll("backtickTexts") String text) {
    assertThat(problems(fixed(text))).as("problems of%n%s", fixed(text)).isEmpty();
  }

  @Property(seed = "1")
  void wellFormedTextIsLeftAlone(@ForAll("wellFormed") String text) {
    assertThat(repair(text)).isEqualTo(new FenceRepair.Repaired(text, List.of()));
  }

  @Property(seed = "1")
  void anyStringIsRepaired(@ForAll String text) {
    assertThat(new SourceText(repair(text).text()).lineCount())
        .isEqualTo(new SourceText(text).lineCount());
  }

  private static final Arbitrary<String> PROSE =
      Arbitraries.of(
          "## Prices",
          "**Per hour:** a lot costs 3 € in the city and 2 € elsewhere.",
          "A driver looks for a lot that is near, free and cheap.",
          "- near",
          "| lot | price |\n|-----|-------|\n| 7   | 3     |",
          "<details>",
          "</details>");

  private static final Arbitrary<String> CODE =
      Arbitraries.of(
          "{\"lot\": 7}", "SELECT 1;", "    return lot;", "┌────┐", "│ A  │", "", "a -> b", "}");

  private static final Arbitrary<String> BACKTICKS =
      Arbitraries.of("```", "```java", "```bash", "```mermaid", "  ```", "```md");

  /** Lines of prose, code and fences in any order. */
  @Provide
  Arbitrary<String> fencedTexts() {
    return texts(Arbitraries.oneOf(BACKTICKS, Arbitraries.of("````", "~~~", "~~~~java")));
  }

  /**
   * With one kind of marker, as people write: what is repaired can then be read again as it was
   * meant. With two, a new fence may be one of a kind that the text did not have before.
   */
  @Provide
  Arbitrary<String> backtickTexts() {
    return texts(BACKTICKS);
  }

  private static Arbitrary<String> texts(Arbitrary<String> fences) {
    return Arbitraries.oneOf(PROSE, CODE, fences, Arbitraries.just(""))
        .list()
        .ofMaxSize(25)
        .flatMap(
            lines ->
                Arbitraries.of("\n", "\r\n")
                    .flatMap(
                        ending ->
                            Arbitraries.of("", ending)
                                .map(end -> String.join(ending, lines) + end)));
  }

  /** Prose and closed blocks of code. */
  @Provide
  Arbitrary<String> wellFormed() {
    Arbitrary<String> opener = Arbitraries.of("```", "```java", "```bash", "~~~", "````sql");
    Arbitrary<String> block =
        Combinators.combine(opener, CODE.list().ofMaxSize(5))
            .as(
                (open, lines) ->
                    open
                        + "\n"
                        + lines.stream().map(l -> l + "\n").collect(Collectors.joining())
                        + open.replaceAll("[a-z]", ""));
    return Arbitraries.oneOf(PROSE, block).list().ofMaxSize(15).map(b -> String.join("\n\n", b));
  }
}
