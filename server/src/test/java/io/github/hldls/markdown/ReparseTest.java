package io.github.hldls.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.text.SourceText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** However a text came to be, it is read as if it had always stood there. */
class ReparseTest {
  private static final String TEXT =
      """
      # Parking

      Drivers look for a lot.

      ## Search

      - near
      - cheap

      ```text
      # not a heading
      ```

      ## Payment

      They pay on leaving.
      """;

  private static MarkdownFile parse(String text) {
    return MarkdownParser.parse(new SourceText(text));
  }

  private static void assertReadsTheSame(String before, String after) {
    MarkdownFile edited = MarkdownParser.parse(new SourceText(after), parse(before));
    MarkdownFile fresh = parse(after);

    assertThat(edited.blocks()).isEqualTo(fresh.blocks());
    assertThat(edited.fenceProblems()).isEqualTo(fresh.fenceProblems());
    assertThat(edited.read().text()).isEqualTo(fresh.read().text());
  }

  @Test
  void aWordInTheMiddle() {
    assertReadsTheSame(TEXT, TEXT.replace("near", "near the station"));
  }

  @Test
  void aHeadingThatIsNoneAnyMore() {
    assertReadsTheSame(TEXT, TEXT.replace("## Payment", "##Payment"));
  }

  @Test
  void aFenceThatSwallowsTheRest() {
    assertReadsTheSame(TEXT, TEXT.replace("Drivers", "~~~\nDrivers"));
    assertReadsTheSame(TEXT, TEXT.replace("- near", "<!--\n- near"));
  }

  @Test
  void aChapterThatIsTakenAwayOrComesTwice() {
    assertReadsTheSame(TEXT + TEXT, TEXT);
    assertReadsTheSame(TEXT, TEXT + TEXT);
    assertReadsTheSame(TEXT, "");
    assertReadsTheSame("", TEXT);
  }

  @Test
  void frontMatterThatComesAndGoes() {
    assertReadsTheSame(TEXT, "---\n## a\n---\n" + TEXT);
    assertReadsTheSame("---\n## a\n---\n" + TEXT, TEXT);
    assertReadsTheSame(TEXT, "\uFEFF" + TEXT);
  }

  @Test
  void whatStandsFarFromAnEditIsTakenOver() {
    MarkdownFile before = parse(TEXT);

    MarkdownFile after =
        MarkdownParser.parse(new SourceText(TEXT.replace("leaving", "going")), before);

    assertThat(after.blocks().get(0)).isSameAs(before.blocks().get(0));
  }

  @Property(seed = "1")
  void anyEdit(
      @ForAll("texts") String start,
      @ForAll("texts") String before,
      @ForAll("texts") String after,
      @ForAll("texts") String end) {
    assertReadsTheSame(start + before + end, start + after + end);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> lines =
        Arbitraries.of(
            "# A",
            "## B",
            "##",
            "#x",
            "text",
            "",
            "===",
            "---",
            "- item",
            "  - inner",
            "> quote",
            "```",
            "```java",
            "~~~",
            "    code",
            "| a | b |",
            "|---|---|",
            "<!--",
            "-->",
            "<details>",
            "[a]: b",
            "1. one",
            "\r");
    return lines.list().ofMaxSize(8).map(all -> String.join("\n", all) + "\n");
  }

  @Test
  void chaptersAreCutAtHeadingsThatNothingHolds() {
    List<Chapter> chapters = Chapter.of(parse("text\n" + TEXT + "\n> # quoted\n"));

    assertThat(chapters).extracting(Chapter::firstLine).containsExactly(0, 1, 5, 14);
  }
}
