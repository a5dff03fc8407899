package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import io.github.hldls.template.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What does not apply is said, with a reason and with what would change, and is true. */
class UnstatedStepsTest {
  private static final CheckTexts TEXTS = new CheckTexts(TestWorkspaces.TEMPLATE);
  private static final String USES =
      """
      -- 03-api-schema-design.md --
      # API

      Lots are found by Elasticsearch. The lot service feeds Elasticsearch. If Elasticsearch is down,
      the list stays empty.

      """;

  private static List<Finding> findings(String before, String search) {
    String pack = before + "-- 05A-production-deep-dives-core.md --\n# Lots\n\n" + search + "\n";
    return TEXTS.checked(pack).stream()
        .filter(finding -> finding.rule().equals("rules/not-applicable-stated"))
        .filter(finding -> finding.message().contains("Step 8"))
        .toList();
  }

  @Test
  void isContentWithReasonAndChange() {
    assertThat(
            findings(
                "",
                "## Search\n\nNot applicable, because lots are found by number. If titles were searched"
                    + " in the future, we would add an index."))
        .isEmpty();
  }

  @Test
  void tellsWhatAStatementLacks() {
    assertThat(findings("", "## Search: Not Applicable\n"))
        .extracting(Finding::message)
        .singleElement()
        .satisfies(message -> assertThat(message).contains("neither why nor what would change"));
    assertThat(findings("", "## Search\n\nNot applicable, because lots are found by number."))
        .extracting(Finding::message)
        .singleElement()
        .satisfies(message -> assertThat(message).contains("but not what would change"));
  }

  @Test
  void warnsOfAStepThatIsLeftOutThoughOthersUseIt() {
    assertThat(findings(USES, "## Lots\n\nText."))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.file()).contains("03");
              assertThat(finding.message()).startsWith("Elasticsearch is used here, but the pack");
            });
  }

  @Test
  void tellsAStepThatIsDeniedThoughOthersUseIt() {
    assertThat(
            findings(
                USES,
                "## Search\n\nNot applicable, because lots are found by number. If titles were searched"
                    + " in the future, we would add an index."))
        .extracting(Finding::message)
        .singleElement()
        .satisfies(message -> assertThat(message).contains("is said not to apply"));
  }
}
