package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.FileRole;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextEdit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A result that does not follow from its operands is told, with the right one. */
class WrongCalculationsTest {
  private static final String TEXT =
      """
      # Capacity

      - Pictures: 2,000 × 150 KB = 3 GB
      - Texts: 2,000 × 2 KB = 4 MB
      """;

  @Test
  void tellsTheWorkingAndMendsTheResult() {
    FileRole role = TestWorkspaces.TEMPLATE.files().get(1);
    PackFile file = new PackFile(role, role.name(), MarkdownParser.parse(new SourceText(TEXT)));
    Pack pack = new Pack("pictures", ".", List.of(file), Map.of(), true);

    List<Finding> sums =
        TestWorkspaces.CHECKER.check(pack).findings().stream()
            .filter(finding -> finding.message().startsWith("This does not add up"))
            .toList();

    assertThat(sums).hasSize(1);
    assertThat(sums.get(0).message()).contains("2,000 × 150 KB", "300 MB");
    assertThat(TextEdit.apply(TEXT, sums.get(0).fix()))
        .contains("2,000 × 150 KB = 300 MB", "2,000 × 2 KB = 4 MB");
  }
}
