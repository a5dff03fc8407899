package io.github.hldls.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import io.github.hldls.check.Finding;
import io.github.hldls.check.PackResult;
import io.github.hldls.check.Status;
import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.Edition;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Requirement;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextEdit;
import io.github.hldls.workspace.PackFolder;
import io.github.hldls.workspace.PackReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A template that is not the program's own: everything that an editor does works for it, too. */
class MadrTest {
  private static final List<PackFolder> RECORDS =
      TestWorkspaces.packs(TestWorkspaces.ROOT.resolve("madr"));
  private static final Edition EDITION = RECORDS.get(0).config().edition();
  private static final Catalogue CATALOGUE = Catalogue.of(EDITION);
  private static final FileRole ROLE = EDITION.template().files().get(0);

  static Stream<Requirement> rows() {
    return EDITION.template().requirements().stream();
  }

  private static PackResult check(String text) {
    PackFile file = new PackFile(ROLE, "0009-x.md", MarkdownParser.parse(new SourceText(text)));
    return CATALOGUE
        .checker()
        .check(new Pack("0009-x", "0009-x.md", List.of(file), Map.of(), true));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachRowIsMissingFromABareRecordAndMetByItsExample(Requirement row) {
    String example = EDITION.examples().plain(row.id()).orElseThrow();
    assertThat(status(check("# Title\n"), row)).isEqualTo(Status.MISSING);
    assertThat(status(check("# Title\n\n" + example), row)).isEqualTo(Status.MET);
  }

  private static Status status(PackResult result, Requirement row) {
    return FileView.of(CATALOGUE, result, ROLE).orElseThrow().status(row);
  }

  @Test
  void offersTheSectionsThatAreMissing() {
    PackResult result = check("# Title\n\n## ");
    FileView file = FileView.of(CATALOGUE, result, ROLE).orElseThrow();
    assertThat(Completions.at(file, file.text().length(), true))
        .extracting(Completions.Proposal::label)
        .contains("Context and Problem Statement", "Consequences")
        .noneMatch(label -> label.startsWith("Step "));
  }

  @Test
  void insertsWhatIsMissingWithoutHeadingsOfSteps() {
    PackResult result = check("# Title\n");
    FileView file = FileView.of(CATALOGUE, result, ROLE).orElseThrow();
    for (Fix fix : Fixes.at(file, result.findings().get(0).range())) {
      if (fix.task().action() == Fix.Action.INSERT) {
        List<TextEdit> edits =
            Fixes.changes(file, fix.task()).get(0).edits().stream().map(MarkedEdit::plain).toList();
        String text = TextEdit.apply(file.text(), edits);
        assertThat(text).contains("## ").doesNotContain("STEP");
        assertThat(check(text).findings()).hasSizeLessThan(result.findings().size() + 1);
      }
    }
    assertThat(Drafts.file(ROLE, "Queue", CATALOGUE)).contains("## Context and Problem Statement");
  }

  @Test
  void knowsTheTechnologiesOfTheConfiguration() {
    PackFolder record = RECORDS.get(1);
    Pack pack = PackReader.read(record, warning -> {});
    FileView file = FileView.of(CATALOGUE, CATALOGUE.checker().check(pack), ROLE).orElseThrow();
    assertThat(Technologies.namedIn(file)).containsExactly("OptikDB");
    assertThat(
            status(
                file.result(),
                EDITION.template().requirement("madr/storage-licence").orElseThrow()))
        .isEqualTo(Status.MET);
    assertThat(Technologies.mentions(file, "OptikDB")).hasSize(2);
  }

  @Test
  void eachRecordIsAPackOfItsOwn() {
    assertThat(RECORDS)
        .extracting(PackFolder::name)
        .containsExactly(
            "0001-write-decisions-down", "0002-keep-scans-on-the-device", "0003-one-queue");
    assertThat(RECORDS)
        .extracting(PackFolder::home)
        .allMatch(home -> home.getFileName().toString().endsWith(".md"))
        .allMatch(home -> !home.endsWith(Path.of("0000-template.md")));
    List<Finding> first = TestWorkspaces.check(RECORDS.get(0)).findings();
    assertThat(first).noneMatch(f -> f.rule().startsWith("madr/options-"));
  }
}
