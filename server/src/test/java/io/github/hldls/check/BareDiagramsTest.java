package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import io.github.hldls.template.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Diagrams can be read, and the section around them says what they show. */
class BareDiagramsTest {
  private static final CheckTexts TEXTS = new CheckTexts(TestWorkspaces.TEMPLATE);
  private static final String BOXES =
      "┌──────┐   ┌──────┐\n│ Page │──▶│ Lots │\n└──────┘   └──────┘";
  private static final String WORDS =
      "The page asks the lots service for each lot and waits for its answer for at most a second.";

  private static List<Finding> findings(String section) {
    return TEXTS.findings(
        "rules/diagram-explained",
        "-- 04-data-model-architecture.md --\n# Lots\n\n## Picture\n\n" + section + "\n");
  }

  private static String code(String language, String content) {
    return "```" + language + "\n" + content + "\n```\n";
  }

  @Test
  void tellsDiagramsWithoutASentence() {
    String second = "\n## Another\n\n" + code("mermaid", "flowchart LR\n  A --> B");
    assertThat(findings(code("", BOXES) + second))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
              assertThat(finding.message()).startsWith("2 diagrams of this file");
              assertThat(finding.related()).hasSize(1);
            });
  }

  @Test
  void isContentWithWordsBeforeOrAfter() {
    assertThat(findings(WORDS + "\n\n" + code("", BOXES))).isEmpty();
    assertThat(findings(code("mermaid", "flowchart LR\n  A --> B") + "\n" + WORDS)).isEmpty();
    assertThat(findings(code("java", "list.map(x -> x).map(y -> y).map(z -> z);"))).isEmpty();
  }

  @Test
  void asksNoMoreOfARunOfEventsInBoxes() {
    assertThat(findings("### Simulation\n\n" + code("", BOXES))).isEmpty();
  }

  @Test
  void takesFoldedDrawingsForASecondFormOfTheFirst() {
    String folded =
        "\n<details>\n<summary>As text</summary>\n\n" + code("", BOXES) + "\n</details>\n";
    assertThat(findings(code("mermaid", "flowchart LR\n  A --> B") + folded))
        .singleElement()
        .satisfies(finding -> assertThat(finding.related()).isEmpty());
    assertThat(findings(WORDS + "\n\n" + code("mermaid", "flowchart LR\n  A --> B") + folded))
        .isEmpty();
  }

  @Test
  void acceptsASectionBehindThatGoesThroughTheDrawing() {
    String drawing = "### Sequence\n\n" + code("", BOXES);
    assertThat(findings(drawing + "\n### Step-by-Step Explanation\n\n" + WORDS)).isEmpty();
    assertThat(findings(drawing + "\n### Shards\n\n" + WORDS)).hasSize(1);
  }

  @Test
  void asksNoMoreOfAScenarioThatIsToldInBoxes() {
    assertThat(findings("### Scenario: a lot is sold twice\n\n" + code("", BOXES))).isEmpty();
  }

  @Test
  void warnsOfWhatMermaidDoesNotKnow() {
    assertThat(findings(WORDS + "\n\n" + code("mermaid", "flowdiagram LR\n  A --> B")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.message()).startsWith("Mermaid knows no such diagram");
            });
    for (String type :
        List.of("sequenceDiagram", "stateDiagram-v2", "erDiagram", "%%{init: {}}%%")) {
      assertThat(findings(WORDS + "\n\n" + code("mermaid", type + "\n  A --> B"))).isEmpty();
    }
  }

  @Test
  void warnsOfAnEmptyDiagram() {
    assertThat(findings(WORDS + "\n\n" + code("mermaid", "")))
        .extracting(Finding::message)
        .containsExactly("This diagram is empty. Draw it, or remove it.");
  }

  @Test
  void tellsABoxThatIsNeverClosed() {
    String open = BOXES + "\n    │\n┌──────┐\n│ Bids │";
    assertThat(findings(WORDS + "\n\n" + code("", open)))
        .extracting(Finding::message)
        .containsExactly("A box of this diagram is never closed below.");
  }
}
