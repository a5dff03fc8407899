package io.github.hldls.check;

import static io.github.hldls.TestWorkspaces.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import io.github.hldls.report.PackReport;
import io.github.hldls.report.Summary;
import io.github.hldls.report.TextReport;
import io.github.hldls.template.Severity;
import io.github.hldls.workspace.PackFolder;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole report on each test workspace. {@code mvn test -Dtest=GoldenTest -Dgolden=rewrite}
 * writes the files anew; read the difference before it is committed.
 */
class GoldenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "complete",
        "prose-style",
        "incomplete",
        "not-applicable",
        "stray-fences",
        "many",
        "letter",
        "madr"
      })
  void reportsAsBefore(String workspace) throws IOException {
    StringWriter out = new StringWriter();
    TextReport report = new TextReport(out, false, Severity.INFO, true);
    Summary summary = new Summary();
    for (PackFolder folder : TestWorkspaces.packs(ROOT.resolve(workspace))) {
      PackReport pack =
          PackReport.of(TestWorkspaces.check(folder), folder.config().edition().template());
      summary.add(pack);
      report.pack(pack);
    }
    report.end(summary);
    Path golden = ROOT.resolve("golden").resolve(workspace + ".txt");
    if ("rewrite".equals(System.getProperty("golden"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, out.toString());
    }
    assertThat(out.toString()).isEqualTo(Files.readString(golden));
  }
}
