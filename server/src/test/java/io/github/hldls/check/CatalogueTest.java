package io.github.hldls.check;

import static io.github.hldls.TestWorkspaces.CHECKER;
import static io.github.hldls.TestWorkspaces.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.Examples;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.template.TemplateSource;
import io.github.hldls.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue against the template's structure, and each row against its own example. */
class CatalogueTest {
  private static final Examples EXAMPLES =
      Examples.load(TemplateSource.builtIn(), TEMPLATE.rowFiles());

  @Test
  void hasTheTemplatesShape() {
    assertThat(TEMPLATE.files())
        .extracting(FileRole::id)
        .containsExactly("01", "02", "03", "04", "05A", "05B", "06");
    assertThat(TEMPLATE.steps())
        .extracting(Step::file)
        .containsExactly(
            "01", "02", "03", "04", "04", "05A", "05A", "05A", "05B", "05B", "05B", "05B", "05B",
            "06", "06");
    assertThat(TEMPLATE.steps())
        .extracting(step -> step.requirements().size())
        .containsExactly(10, 16, 10, 18, 7, 19, 19, 17, 8, 6, 8, 11, 5, 15, 8);
    assertThat(TEMPLATE.steps())
        .extracting(Step::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    assertThat(TEMPLATE.rules()).hasSize(9);
    assertThat(TEMPLATE.requirements()).extracting(Requirement::id).doesNotHaveDuplicates();
  }

  @Test
  void hasPartsOnlyWhereTheTemplateHasThem() {
    for (Step step : TEMPLATE.steps()) {
      boolean hasParts = step.number() >= 6 && step.number() <= 8;
      assertThat(step.parts().keySet())
          .isEqualTo(hasParts ? java.util.Set.of("A", "B", "C") : java.util.Set.of());
      assertThat(step.requirements())
          .allMatch(
              row ->
                  row.kind() == Kind.STATEMENT
                      ? row.part().isEmpty()
                      : row.part().isEmpty() != hasParts);
    }
  }

  static Stream<Requirement> rows() {
    return TEMPLATE.requirements().stream();
  }

  static Stream<Requirement> stepRows() {
    return TEMPLATE.steps().stream().flatMap(step -> step.requirements().stream());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void explainsEachRow(Requirement row) {
    assertThat(row.title()).isNotBlank().hasSizeLessThan(60);
    assertThat(row.text()).isNotBlank();
    assertThat(row.why()).endsWith(".");
    assertThat(row.satisfies()).endsWith(".");
    assertThat(EXAMPLES.plain(row.id()))
        .hasValueSatisfying(e -> assertThat(e).startsWith("#").doesNotContain("{{", "}}"));
  }

  @ParameterizedTest
  @MethodSource("stepRows")
  void firesOnABarePackAndIsSilentWithItsExample(Requirement row) {
    Step step = TEMPLATE.step(row.step()).orElseThrow();
    assertThat(status(row, pack(step, ""))).isIn(Status.MISSING, Status.NOT_APPLICABLE);
    if (row.requires().isEmpty()) {
      assertThat(status(row, pack(step, ""))).isEqualTo(Status.MISSING);
    }
    String example = EXAMPLES.plain(row.id()).orElseThrow();
    assertThat(status(row, pack(step, example))).as(example).isEqualTo(Status.MET);
  }

  private static Status status(Requirement row, Pack pack) {
    return CHECKER.check(pack).verdicts().stream()
        .filter(verdict -> verdict.requirement().equals(row))
        .findFirst()
        .orElseThrow()
        .status();
  }

  /** A pack with a title in every file, and one section in a step's. */
  private static Pack pack(Step step, String section) {
    List<PackFile> files = new ArrayList<>();
    for (FileRole role : TEMPLATE.files()) {
      String text = "# Parcel Tracking: " + role.title() + "\n";
      if (role.id().equals(step.file()) && !section.isEmpty()) {
        text += "\n## Step " + step.number() + ": " + step.title() + "\n\n" + section;
      }
      files.add(new PackFile(role, role.name(), MarkdownParser.parse(new SourceText(text))));
    }
    return new Pack("bare", ".", files, Map.of(), true);
  }
}
