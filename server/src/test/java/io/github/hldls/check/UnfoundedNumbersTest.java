package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Severity;
import io.github.hldls.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An estimate that nothing in the pack gives is told, once for each section. */
class UnfoundedNumbersTest {

  private static List<Finding> of(String requirements, String capacity) {
    String[] texts = {requirements, "# Capacity\n\n## Storage\n\n" + capacity};
    List<PackFile> files = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      FileRole role = TestWorkspaces.TEMPLATE.files().get(i);
      files.add(new PackFile(role, role.name(), MarkdownParser.parse(new SourceText(texts[i]))));
    }
    Pack pack = new Pack("pictures", ".", files, Map.of(), true);
    return TestWorkspaces.CHECKER.check(pack).findings().stream()
        .filter(finding -> finding.message().startsWith("No calculation, source"))
        .toList();
  }

  @Test
  void tellsTheFirstOfASectionAndPointsAtTheOthers() {
    List<Finding> found = of("# Pictures\n", "- Archive: 40 TB\n- Peak: 7,300 QPS\n");

    assertThat(found)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
              assertThat(finding.message()).contains("gives 40 TB, nor 1 more number of this");
              assertThat(finding.range().start())
                  .isEqualTo("# Capacity\n\n## Storage\n\n- Archive: ".length());
              assertThat(finding.related()).hasSize(1);
            });
  }

  @Test
  void tellsEachSectionOnItsOwn() {
    assertThat(of("# Pictures\n", "Archive: 40 TB\n\n## Traffic\n\nPeak: 7,300 QPS\n")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- Archive: 20 M × 2 MB = 40 TB\n\n| What | Size |\n|---|---|\n| Archive | 40 TB |\n",
        "- Archive: 40 TB\n- Three years of it: 40 TB × 3 = 120 TB\n",
        "- Archive: 40 TB (assumed)\n",
        "**Assumptions**\n\n- Archive: 40 TB\n",
        "Each node holds 40 TB.\n",
        "A node has 40 TB per node.\n",
        "- Pictures: 20,000,000\n- Size: 2 MB\n- Archive: 40 TB\n",
        "- Budget: at most $9,000/month\n",
        "- Answers within 200 ms, 99.9 % of the time, since 2019\n- Version 3.2 answers 404\n",
        "- Title: 200 bytes\n- Users: 5 million\n- Kept for 30 days\n",
        "- Storage stays under the limit of 40 TB\n",
      })
  void leavesWhatIsCalculatedGivenOrNoEstimate(String capacity) {
    assertThat(of("# Pictures\n", capacity)).isEmpty();
  }

  @Test
  void takesWhatTheRequirementsState() {
    assertThat(of("# Pictures\n\nWe keep 40 TB.\n", "- Archive: 40 TB\n")).isEmpty();
  }
}
