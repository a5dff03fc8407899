package io.github.hldls.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownParserTest {

  private static MarkdownFile parse(String text) {
    return MarkdownParser.parse(new SourceText(text));
  }

  private static String text(MarkdownFile file, TextRange range) {
    return file.source().substring(range);
  }

  /** The only block of a kind. */
  private static <B extends Block> B only(MarkdownFile file, Class<B> kind) {
    List<B> blocks = file.blocks(kind);
    assertThat(blocks).hasSize(1);
    return blocks.get(0);
  }

  /** What a file is made of: a block a line, indented as it nests, with its first line. */
  private static String outline(String text) {
    MarkdownFile file = parse(text);
    StringBuilder outline = new StringBuilder();
    file.blocks().forEach(block -> describe(file, block, "", outline));
    return outline.toString();
  }

  private static void describe(MarkdownFile file, Block block, String indent, StringBuilder to) {
    String first = text(file, block.range()).lines().findFirst().orElse("");
    to.append(indent).append(block.getClass().getSimpleName()).append(": ").append(first);
    to.append('\n');
    block.children().forEach(child -> describe(file, child, indent + "  ", to));
  }

  @Test
  void everyKindOfBlockIsFound() {
    String text =
        """
        # Parking

        Drivers look for a free lot.
        They reserve it.

        - near
        - cheap

        1. look
        2. reserve

        > We promise a lot for ten minutes.

        ```json
        {"lot": 7}
        ```

            GET /lots

        <details>

        | Field | Type |
        |-------|------|
        | lot   | int  |

        ---
        """;

    assertThat(outline(text))
        .isEqualTo(
            """
            Heading: # Parking
            Paragraph: Drivers look for a free lot.
            ListBlock: - near
              Item: - near
                Paragraph: near
              Item: - cheap
                Paragraph: cheap
            ListBlock: 1. look
              Item: 1. look
                Paragraph: look
              Item: 2. reserve
                Paragraph: reserve
            Quote: > We promise a lot for ten minutes.
              Paragraph: We promise a lot for ten minutes.
            CodeBlock: ```json
            CodeBlock:     GET /lots
            Html: <details>
            Table: | Field | Type |
            ThematicBreak: ---
            """);
  }

  @Test
  void aBlockEndsWithItsLastLineWithoutTheEnding() {
    MarkdownFile file = parse("One line\nand another.\n\nNext.\n");

    assertThat(file.blocks())
        .extracting(block -> text(file, block.range()))
        .containsExactly("One line\nand another.", "Next.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "# Parking; Parking; 1",
        "###   Lots   ###; Lots; 3",
        "'   ## Lots'; Lots; 2",
        "## C#; C#; 2",
        "## C #; C; 2",
        "####### seven; none; 0",
        "#hashtag; none; 0",
        "## Kosten 🚀 │; Kosten 🚀 │; 2",
        "##\tTabs; Tabs; 2"
      })
  void anAtxHeadingHasATitleWithoutMarks(String line, String title, int level) {
    MarkdownFile file = parse("text\n\n" + line + "\n");
    List<Block.Heading> headings = file.blocks(Block.Heading.class);

    if (level == 0) {
      assertThat(headings).isEmpty();
    } else {
      assertThat(headings).hasSize(1);
      assertThat(text(file, headings.get(0).title())).isEqualTo(title);
      assertThat(headings.get(0).level()).isEqualTo(level);
    }
  }

  @Test
  void anHtmlHeadingIsAHeadingAndWhatFollowsItIsHtml() {
    MarkdownFile file =
        parse(
            "<h1 align=\"center\"> Parking </h1>\n<h2>Lots</h2>\n<p>Many.</p>\n\n<header>x</header>\n");

    assertThat(file.blocks(Block.Heading.class))
        .extracting(heading -> text(file, heading.title()) + heading.level())
        .containsExactly("Parking1", "Lots2");
    assertThat(file.blocks(Block.Html.class))
        .extracting(html -> text(file, html.range()))
        .containsExactly("<p>Many.</p>", "<header>x</header>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", "##", "## ##", "### "})
  void aHeadingMayBeEmpty(String line) {
    assertThat(only(parse(line), Block.Heading.class).title().isEmpty()).isTrue();
  }

  @Test
  void aSetextHeadingIsTheLinesAboveItsUnderline() {
    MarkdownFile file =
        parse(
            """
            Parking
            =======

            Lots and
            prices
            ---
            """);

    assertThat(file.blocks(Block.Heading.class))
        .extracting(heading -> heading.level() + " " + text(file, heading.title()))
        .containsExactly("1 Parking", "2 Lots and\nprices");
    assertThat(text(file, file.blocks().get(0).range())).isEqualTo("Parking\n=======");
  }

  @Test
  void aSetextHeadingMayBeginWithASharp() {
    MarkdownFile file = parse("#parking\n========\n");

    assertThat(text(file, only(file, Block.Heading.class).title())).isEqualTo("#parking");
  }

  @Test
  void aTableHasRowsWithTrimmedCells() {
    MarkdownFile file =
        parse(
            """
            | Field | Type | Note       |
            |:------|-----:|------------|
            | lot   | int  | 🚗 a \\| b  |
            | price |      |
            """);
    Block.Table table = only(file, Block.Table.class);

    assertThat(table.rows())
        .extracting(row -> row.cells().stream().map(cell -> text(file, cell)).toList())
        .startsWith(List.of("Field", "Type", "Note"), List.of("lot", "int", "🚗 a \\| b"))
        .hasSize(3);
    assertThat(text(file, table.rows().get(2).cells().get(0))).isEqualTo("price");
    assertThat(text(file, table.rows().get(1).range())).startsWith("| lot").endsWith("|");
  }

  @Test
  void aTableInAListKeepsItsPlaces() {
    MarkdownFile file = parse("- prices:\n\n  | lot | price |\n  |-----|-------|\n  | 7 | 3 € |\n");

    Block.Row row = only(file, Block.Table.class).rows().get(1);

    assertThat(row.cells()).extracting(cell -> text(file, cell)).containsExactly("7", "3 €");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "```; ''",
        "```java; java",
        "```  SQL  ; sql",
        "~~~ Mermaid flow chart; mermaid",
        "````json title=lots; json",
        "~~~ a ``` b; a"
      })
  void theInfoStringsFirstWordIsTheInfo(String fence, String info) {
    String closing = fence.replaceAll("[^`~].*", "");
    MarkdownFile file = parse(fence + "\nx\n" + closing + "\n");
    Block.CodeBlock code = only(file, Block.CodeBlock.class);

    assertThat(code.info()).isEqualTo(info);
    assertThat(text(file, code.content())).isEqualTo("x\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'```\nGET /lots\n```\n'; 'GET /lots\n'",
        "'```\n```\n'; ''",
        "'```\n\n\n```'; '\n\n'",
        "'    GET /lots\n\n    GET /lots/7\n'; '    GET /lots\n\n    GET /lots/7'",
        "'> ```\n> GET /lots\n> ```\n'; '> GET /lots\n'",
        "'- ```\n  GET /lots\n  ```\n'; '  GET /lots\n'"
      })
  void theContentOfCodeIsWhatStandsBetweenTheFences(String text, String content) {
    MarkdownFile file = parse(text);

    assertThat(text(file, only(file, Block.CodeBlock.class).content())).isEqualTo(content);
  }

  @Test
  void aQuotedBlockThatIsNotClosedReachesToTheEndOfTheQuote() {
    MarkdownFile file = parse("> ````\n> ```\n\nafter\n");

    assertThat(text(file, only(file, Block.CodeBlock.class).content())).isEqualTo("> ```");
  }

  @Test
  void listsAndQuotesNest() {
    assertThat(
            outline(
                """
                1. reserve
                   - pay

                     > at once
                   - drive
                2. leave
                """))
        .isEqualTo(
            """
            ListBlock: 1. reserve
              Item: 1. reserve
                Paragraph: reserve
                ListBlock: - pay
                  Item: - pay
                    Paragraph: pay
                    Quote: > at once
                      Paragraph: at once
                  Item: - drive
                    Paragraph: drive
              Item: 2. leave
                Paragraph: leave
            """);
  }

  @Test
  void listsKnowWhetherTheyAreNumbered() {
    assertThat(parse("- a\n\n1. b\n").blocks(Block.ListBlock.class))
        .extracting(Block.ListBlock::ordered)
        .containsExactly(false, true);
  }

  @Test
  void anEmptyItemHasNoChildren() {
    assertThat(parse("-\n- b\n").blocks(Block.Item.class))
        .extracting(item -> item.children().size())
        .containsExactly(0, 1);
  }

  @Test
  void frontMatterIsABlockOfItsOwn() {
    MarkdownFile file =
        parse(
            """
            ---
            title: Parking
            - not: a list
            ---
            # Parking
            """);

    assertThat(text(file, only(file, Block.FrontMatter.class).range()))
        .isEqualTo("---\ntitle: Parking\n- not: a list\n---");
    assertThat(text(file, only(file, Block.Heading.class).title())).isEqualTo("Parking");
    assertThat(file.blocks()).hasSize(2);
  }

  @Test
  void frontMatterMayEndWithDotsAndFollowAByteOrderMark() {
    MarkdownFile file = parse("\uFEFF---\ntitle: Parking\n...\n# Parking\n");

    assertThat(file.blocks(Block.FrontMatter.class)).hasSize(1);
    assertThat(file.blocks(Block.Heading.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"---\n\n# Parking\n\n---\n", "---\ntitle: Parking\n# Parking\n", "---"})
  void aLineAcrossTheTopIsNoFrontMatter(String text) {
    assertThat(parse(text).blocks(Block.FrontMatter.class)).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstBlock() {
    MarkdownFile file = parse("\uFEFF# Parking\n");

    assertThat(text(file, only(file, Block.Heading.class).title())).isEqualTo("Parking");
    assertThat(text(file, file.blocks().get(0).range())).isEqualTo("# Parking");
  }

  @Test
  void aByteOrderMarkMayStandBeforeAFence() {
    MarkdownFile file = parse("\uFEFF```\nGET /lots\n```\n\n# Parking\n");

    assertThat(text(file, only(file, Block.CodeBlock.class).content())).isEqualTo("GET /lots\n");
    assertThat(file.fenceProblems()).isEmpty();
    assertThat(file.blocks(Block.Heading.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r"})
  void otherLineEndingsGiveTheSameBlocks(String ending) {
    String text = "# Parking\n\n- near\n- cheap\n\n```sql\nselect 1\n```\n\nEnd\n---\n";
    MarkdownFile file = parse(text.replace("\n", ending));

    assertThat(file.blocks())
        .extracting(block -> text(file, block.range()).replace(ending, "\n"))
        .containsExactly("# Parking", "- near\n- cheap", "```sql\nselect 1\n```", "End\n---");
    assertThat(text(file, file.blocks(Block.CodeBlock.class).get(0).content()))
        .isEqualTo("select 1" + ending);
  }

  @Test
  void rangesCountAstralCharactersAsTwo() {
    MarkdownFile file = parse("🚗🚗 cars\n\n## 🚀 go\n");

    assertThat(only(file, Block.Paragraph.class).range()).isEqualTo(new TextRange(0, 9));
    assertThat(only(file, Block.Heading.class).title()).isEqualTo(new TextRange(14, 19));
  }

  @Test
  void anEmptyFileHasNoBlocks() {
    assertThat(parse("").blocks()).isEmpty();
    assertThat(parse(" \n\n").blocks()).isEmpty();
  }

  @Test
  void deepNestingIsSurvived() {
    assertThat(parse(">".repeat(10_000) + " deep").blocks()).hasSize(1);
    assertThat(parse("- ".repeat(10_000) + "deep").blocks()).hasSize(1);
  }

  @Test
  void aRepairedFileKeepsItsRanges() {
    MarkdownFile file =
        parse(
            """
            # Parking

            Lots are counted.

            ```

            ## Prices

            A lot costs 3 € an hour.

            ## Hours

            Always open, also on holidays and at night.
            """);

    assertThat(file.fenceProblems()).hasSize(1);
    assertThat(file.blocks(Block.Heading.class))
        .extracting(heading -> text(file, heading.title()))
        .containsExactly("Parking", "Prices", "Hours");
  }

  @Test
  void frontMatterWithAFenceInItKeepsThePlacesBelow() {
    MarkdownFile file =
        parse(
            """
            ---
            title: Parking
            ```
            ---
            # Parking

            ## Prices

            **Price per hour:** a lot costs 3 € in the centre and 2 € elsewhere.
            """);

    assertThat(file.blocks(Block.Heading.class))
        .extracting(heading -> text(file, heading.title()))
        .containsExactly("Parking", "Prices");
  }

  @Property(seed = "1")
  void anyTextParsesIntoRangesInOrderInsideTheirParents(@ForAll("markdown") String text) {
    MarkdownFile file = parse(text);

    assertInside(file.blocks(), new TextRange(0, text.length()));
  }

  @Property(tries = 300, seed = "1")
  void anyStringParses(@ForAll String text) {
    assertInside(parse(text).blocks(), new TextRange(0, text.length()));
  }

  private static void assertInside(List<Block> blocks, TextRange around) {
    int done = around.start();
    for (Block block : blocks) {
      TextRange range = block.range();
      assertThat(around.contains(range)).as("%s inside %s", block, around).isTrue();
      assertThat(range.start()).as("order of %s", block).isGreaterThanOrEqualTo(done);
      done = range.end();
      if (block instanceof Block.Heading heading) {
        assertThat(range.contains(heading.title())).as("title of %s", heading).isTrue();
      }
      if (block instanceof Block.CodeBlock code) {
        assertThat(range.start()).isLessThanOrEqualTo(code.content().start());
        assertThat(code.content().end()).isLessThanOrEqualTo(range.end());
      }
      assertInside(block.children(), range);
    }
  }

  @Provide
  Arbitrary<String> markdown() {
    return Arbitraries.of(
            "# ",
            "text",
            "- ",
            "  ",
            "    ",
            "> ",
            "1. ",
            "```",
            "~~~",
            "````",
            "json",
            "|",
            "|--|",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "---",
            "===",
            "**",
            "<details>",
            "<!--",
            "\t",
            "🚗",
            "\uFEFF",
            "[a]: /b",
            "\0")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }
}
