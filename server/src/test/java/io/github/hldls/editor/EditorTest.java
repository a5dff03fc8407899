package io.github.hldls.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.check.PackResult;
import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.Examples;
import io.github.hldls.template.FileRole;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an editor shows at the {@code <caret>}. */
class EditorTest {

  /** A file of a pack that has no other, and the offset of the caret. */
  private record At(FileView file, int offset) {
    static At of(String role, String marked) {
      int offset = Math.max(0, marked.indexOf("<caret>"));
      SourceText source = new SourceText(marked.replace("<caret>", ""));
      FileRole file = FixesTest.CATALOGUE.template().file(role).orElseThrow();
      PackFile only = new PackFile(file, "/shop/" + file.name(), MarkdownParser.parse(source));
      Pack pack = new Pack("shop", "/shop", List.of(only), Map.of(), true);
      PackResult result = FixesTest.CATALOGUE.checker().check(pack);
      return new At(FileView.of(FixesTest.CATALOGUE, result, file).orElseThrow(), offset);
    }

    List<String> completions() {
      return Completions.at(file, offset, true).stream().map(Completions.Proposal::label).toList();
    }

    String hover() {
      return Hovers.at(file, offset, new Text(true), path -> "file://" + path)
          .map(Hovers.Hover::text)
          .orElse("");
    }
  }

  /** A file of a pack that has no other. */
  static FileView only(String role, String text) {
    return At.of(role, text).file();
  }

  @Test
  void proposesTheWholeFileWhereThereIsNone() {
    assertThat(At.of("01", "<caret>").completions())
        .first()
        .isEqualTo("Whole file: Problem & Requirements");
  }

  @Test
  void proposesWhatIsMissingInTheStepAtHandFirst() {
    At at =
        At.of(
            "05A",
            """
            # Shop

            ## Step 7: Caching (Redis)

            Redis is a cache of carts.

            ### <caret>
            """);
    assertThat(at.completions().get(0))
        .isIn("Step 7: Caching (Redis) + Cache Flow Simulation", "A) CONCEPT (WHAT IT IS)");
    assertThat(Completions.at(at.file(), at.offset(), true))
        .filteredOn(p -> p.label().equals("Eviction Policy"))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.filter()).isEqualTo("### Eviction Policy");
              assertThat(p.edit().text()).startsWith("### Eviction Policy\n");
            });
  }

  @Test
  void proposesThePartThatIsBegun() {
    At at = At.of("05A", "# Shop\n\n## Caching with Redis\n\nA) <caret>\n");
    assertThat(at.completions())
        .contains("A) CONCEPT (WHAT IT IS)")
        .doesNotContain("Eviction Policy");
  }

  @Test
  void proposesNothingInProseThatIsBeingTyped() {
    At at = At.of("01", "# Shop\n\nSome words <caret>\n");
    assertThat(Completions.at(at.file(), at.offset(), false)).isEmpty();
    assertThat(at.completions()).isNotEmpty();
    assertThat(At.of("01", "# Shop\n\n- <caret>\n").completions()).isEmpty();
    At heading = At.of("01", "# Shop\n\n## <caret>\n");
    assertThat(Completions.at(heading.file(), heading.offset(), false)).isNotEmpty();
  }

  @Test
  void goesOnWithTheNumbersOfHeadings() {
    At at = At.of("01", "# Shop\n\n## 1. Users\n\nText.\n\n## 2. Goals\n\nText.\n\n## <caret>\n");
    assertThat(Completions.at(at.file(), at.offset(), true))
        .filteredOn(p -> p.label().equals("Out of Scope"))
        .singleElement()
        .satisfies(p -> assertThat(p.edit().text()).startsWith("## 3. Out of Scope\n"));
    FileView core = only("05A", "# Shop\n\n## 4. Intake\n\nText.\n");
    String step =
        Drafts.step(
            core.steps().get(1), core.steps().get(1).requirements(), 2, FixesTest.CATALOGUE);
    assertThat(Numbering.continued(step, core.text().length(), core))
        .startsWith("## 5. Caching (Redis) + Cache Flow Simulation\n")
        .contains("\n### A) CONCEPT");
    assertThat(Numbering.continued("### New\n", core.text().length(), core)).isEqualTo("### New\n");
  }

  @Test
  void hintsAtWhatIsOnlyTouched() {
    FileView file = only("01", "# Shop\n\n## User Stories\n\nAs a guest, I want a cart.\n");
    assertThat(Hints.requirements(file, new TextRange(0, file.text().length())))
        .extracting(Hints.Hint::words)
        .containsExactly("~ requirements/user-stories");
  }

  @Test
  void proposesAnchors() {
    At at = At.of("01", "# Shop\n\n## The Scope\n\nSee [this](#<caret>\n");
    assertThat(at.completions()).containsExactly("#shop", "#the-scope");
  }

  @Test
  void proposesNothingInCode() {
    assertThat(At.of("01", "# Shop\n\n```\nabc<caret>\n```\n").completions()).isEmpty();
  }

  @Test
  void escapesWhatUsersWrite() {
    assertThat(new Text(true).escape("a [b](c) <i>")).isEqualTo("a \\[b\\](c) \\<i\\>");
    assertThat(new Text(false).escape("a [b]")).isEqualTo("a [b]");
  }

  @Test
  void recomputesACalculation() {
    assertThat(At.of("02", "# Shop\n\nStorage: 20 × 5 KB = 1 <caret>MB\n").hover())
        .contains("100 KB");
  }

  @Test
  void marksPlacesToFillIn() {
    assertThat(Snippets.of("a {{1 $}} b {{x|y,z}} } \\"))
        .isEqualTo("a ${1:1 \\$} b ${2|x,y\\,z|} \\} \\\\$0");
  }

  @Test
  void showsTheFirstChoiceWhereNoPlacesCanBeMarked() {
    assertThat(Examples.plainText("a {{1 $}} b {{x|y,z}} {{{c}} {d} {{e}{{f"))
        .isEqualTo("a 1 $ b x {c {d} {{e}{{f");
  }

  @Test
  void makesAnchorsAsGitHubDoes() {
    assertThat(Anchors.slug("B) Our Usage: `GET` & more")).isEqualTo("b-our-usage-get--more");
    FileView file = At.of("01", "# A\n\n## B\n\n## B\n").file();
    assertThat(Anchors.of(file.facts())).containsOnlyKeys("a", "b", "b-1");
  }

  @Test
  void renamesAHeadingAndItsLinks() {
    At at = At.of("01", "# A\n\n## B<caret>\n\n[x](#b)\n");
    assertThat(Names.rename(at.file(), at.offset(), "The C"))
        .extracting(r -> r.edit().newText())
        .containsExactly("The C", "the-c");
  }

  @Test
  void tellsUsesFromTheExplanation() {
    At at = At.of("05A", "# Shop\n\nRedis is an in-memory store. We ask Re<caret>dis first.\n");
    assertThat(Names.references(at.file(), at.offset(), true)).hasSize(2);
    assertThat(Names.references(at.file(), at.offset(), false)).hasSize(1);
    At heading = At.of("05A", "# Shop\n\n## Ca<caret>rts\n\nSee [carts](#carts).\n");
    assertThat(Names.references(heading.file(), heading.offset(), true)).hasSize(2);
    assertThat(Names.references(heading.file(), heading.offset(), false)).hasSize(1);
  }

  @Test
  void growsSelections() {
    At at = At.of("01", "# A\n\n## B\n\nx<caret>y\n");
    List<TextRange> ranges = Folds.around(at.file(), at.offset());
    for (int i = 1; i < ranges.size(); i++) {
      assertThat(ranges.get(i).contains(ranges.get(i - 1))).isTrue();
    }
  }

  @Test
  void givesSilentStepsAWayOut() {
    FileView file = At.of("05A", "# Shop\n").file();
    assertThat(Fixes.at(file, new TextRange(0, 0)))
        .extracting(Fix::title)
        .contains(
            "Insert step 6 (Async, Messaging & Event Flow)",
            "State that step 6 does not apply",
            "Create all 6 missing files");
  }

  @Test
  void statesThatAStepDoesNotApplySoThatTheCheckerAgrees() {
    FileView file = At.of("05A", "# Shop\n\nA small shop.\n").file();
    for (Fix fix : Fixes.at(file, new TextRange(0, 0))) {
      if (fix.task().action() == Fix.Action.DECLARE) {
        PackResult after = FixesTest.apply(file.result(), Fixes.changes(file, fix.task()));
        String step = fix.task().arguments().get(0);
        assertThat(after.findings())
            .noneMatch(f -> f.requirements().stream().anyMatch(r -> r.startsWith(step + "/")));
      }
    }
  }

  private static List<String> findings(String role, String text) {
    return only(role, text).findings().stream().map(f -> f.rule()).toList();
  }

  @Test
  void saysOneThingOfEachStepInAnEmptyFile() {
    FileView file = only("05A", "");
    long steps = file.steps().size();
    assertThat(file.findings())
        .filteredOn(f -> !f.rule().equals("pack/missing-file"))
        .hasSize((int) steps)
        .allSatisfy(f -> assertThat(f.requirements().size()).isGreaterThan(1));
  }

  @Test
  void mendsAllThatIsCertain() {
    FileView file =
        only("02", "# Shop\n\nStorage: 20 × 5 KB = 1 MB\n\nUsers: 10 × 30 = 400\n\n```\nopen\n");
    Fix all =
        Fixes.at(file, new TextRange(0, 0)).stream()
            .filter(fix -> fix.kind() == Fix.Kind.FIX_ALL)
            .findFirst()
            .orElseThrow();
    PackResult after = FixesTest.apply(file.result(), Fixes.changes(file, all.task()));
    assertThat(after.facts().pack().files().get(0).markdown().source().text())
        .contains("= 100 KB", "= 300")
        .endsWith("open\n```\n");
    assertThat(after.findings()).allMatch(f -> f.fix().isEmpty());
  }

  @Test
  void suppressesForTheLineAndTheFile() {
    FileView file = only("02", "# Shop\n\nStorage: 20 × 5 KB = 1 MB\n");
    TextRange there = new TextRange(20, 20);
    assertThat(findings("02", file.text())).contains("rules/number-calculated");
    List<Fix> silent =
        Fixes.at(file, there).stream()
            .filter(fix -> fix.title().startsWith("Suppress rules/number-calculated"))
            .toList();
    assertThat(silent).hasSize(2);
    for (Fix fix : silent) {
      PackResult after = FixesTest.apply(file.result(), Fixes.changes(file, fix.task()));
      assertThat(after.findings())
          .noneMatch(f -> f.rule().equals("rules/number-calculated") && !f.fix().isEmpty())
          .noneMatch(f -> f.rule().startsWith("suppression/"));
    }
  }

  @Test
  void hoversOverATitleATechnologyAndALabel() {
    String text =
        """
        # Shop: Core

        ## Step 7: Caching (Redis)

        ### A) CONCEPT (WHAT IT IS)

        Redis is a server that keeps keys and values in memory, and answers within a millisecond.

        ### B) OUR USAGE (HOW WE USE IT HERE)

        **Eviction policy:** with 4 GB of memory, allkeys-lru, since old carts matter least of all.
        """;
    assertThat(At.of("05A", text.replace("# Shop", "# S<caret>hop")).hover())
        .contains("Step 7: Caching", "01-problem-requirements.md: not there");
    assertThat(At.of("05A", text.replace("Redis is", "Re<caret>dis is")).hover())
        .contains("**Redis**", "Explained in", "A) CONCEPT", "Named 2 times");
    assertThat(At.of("05A", text.replace("Eviction p", "Eviction <caret>p")).hover())
        .contains("Eviction Policy", "Why it matters", "Example");
    assertThat(At.of("05A", "# Shop\n\n## Notes<caret>\n").hover()).contains("stands over nothing");
  }
}
