package io.github.hldls.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import io.github.hldls.calculation.Calculations;
import io.github.hldls.calculation.Verdict;
import io.github.hldls.check.Finding;
import io.github.hldls.check.PackResult;
import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.Examples;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.TemplateSource;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextEdit;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fix is made and the pack is checked again: its finding is gone, and none is new. */
class FixesTest {
  static final Catalogue CATALOGUE =
      new Catalogue(
          TestWorkspaces.TEMPLATE,
          Examples.load(TemplateSource.builtIn(), TestWorkspaces.TEMPLATE.rowFiles()),
          TestWorkspaces.CHECKER);

  private static final String USAGE =
      """
      ### B) OUR USAGE (HOW WE USE IT HERE)

      Redis holds the carts of all buyers: a hash for each cart, kept for a day after the last change.
      """;
  private static final String CONCEPT =
      """
      ### A) CONCEPT (WHAT IT IS)

      Redis is a server that keeps keys and their values in memory, and answers in less than a millisecond.
      """;
  private static final String TEXT_OF_PARTS =
      "# Shop: Core\n\n## Step 7: Caching (Redis)\n\n" + USAGE + "\n" + CONCEPT;

  @ParameterizedTest
  @ValueSource(strings = {"incomplete", "not-applicable", "stray-fences", "prose-style", "letter"})
  void mendsItsFinding(String workspace) {
    PackResult before = TestWorkspaces.check(workspace);
    List<String> wrong = new ArrayList<>();
    for (PackFile file : before.facts().pack().files()) {
      FileView view = FileView.of(CATALOGUE, before, file.role()).orElseThrow();
      for (Finding finding : view.findings()) {
        for (Fix fix : Fixes.at(view, finding.range())) {
          if (fix.finding().filter(finding::equals).isPresent()) {
            wrong.addAll(judge(view, finding, fix));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void putsPartsInOrder() {
    String text = TEXT_OF_PARTS;
    FileView file = EditorTest.only("05A", text);
    TextRange heading = new TextRange(text.indexOf("Step 7"), text.indexOf("Step 7"));
    Fix fix =
        Fixes.at(file, heading).stream()
            .filter(f -> f.task().action() == Fix.Action.REORDER)
            .findFirst()
            .orElseThrow();

    PackResult after = apply(file.result(), Fixes.changes(file, fix.task()));

    String ordered = after.facts().pack().files().get(0).markdown().source().text();
    assertThat(ordered).isEqualTo(text.replace(USAGE + "\n" + CONCEPT, CONCEPT + "\n" + USAGE));
    assertThat(after.verdicts())
        .extracting(v -> v.status())
        .isEqualTo(file.result().verdicts().stream().map(v -> v.status()).toList());
    FileView again = FileView.of(CATALOGUE, after, file.role()).orElseThrow();
    assertThat(Fixes.at(again, heading)).noneMatch(f -> f.task().action() == Fix.Action.REORDER);
    assertThat(Fixes.changes(again, fix.task())).isEmpty();
  }

  private static List<String> judge(FileView view, Finding finding, Fix fix) {
    List<FileChange> changes = Fixes.changes(view, fix.task());
    String name = view.role().id() + " " + fix.title() + " [" + finding.rule() + "]";
    if (changes.isEmpty()) {
      return List.of(name + ": changes nothing");
    }
    PackResult after = apply(view.result(), changes);
    List<String> wrong = new ArrayList<>();
    if (after.findings().stream().anyMatch(f -> isSame(f, finding))) {
      wrong.add(name + ": the finding stays");
    }
    Map<String, Integer> old = count(view.result());
    count(after)
        .forEach(
            (what, times) -> {
              if (times > old.getOrDefault(what, 0)
                  && !isAskedOnlyNow(what)
                  && !(what.equals("rules/number-calculated") && hasWrongSum(fix))
                  && fix.task().action() != Fix.Action.CREATE_SKELETON) {
                wrong.add(name + ": adds " + what);
              }
            });
    return wrong;
  }

  /** A row that is asked only where a step is used comes up with that step. */
  private static boolean isAskedOnlyNow(String row) {
    return CATALOGUE.template().requirement(row).stream().anyMatch(r -> !r.requires().isEmpty());
  }

  /** An example whose own numbers are doubted is a matter for the catalogue, not for its place. */
  private static boolean hasWrongSum(Fix fix) {
    return fix.task().arguments().stream()
        .flatMap(row -> CATALOGUE.examples().plain(row).stream())
        .flatMap(text -> Calculations.of(MarkdownParser.parse(new SourceText(text))).stream())
        .anyMatch(sum -> sum.verdict() == Verdict.WRONG);
  }

  private static boolean isSame(Finding found, Finding mended) {
    return mended.requirements().isEmpty()
        ? found.message().equals(mended.message()) && found.range().equals(mended.range())
        : found.requirements().stream().anyMatch(mended.requirements()::contains);
  }

  /**
   * What an example of another design names is for its writer to replace: technologies, endpoints
   * and tables that the pack does not know.
   */
  private static boolean isAboutNames(Finding finding) {
    return finding.rule().startsWith("consistency/")
        || finding.rule().equals("rules/technology-explained")
        || finding.rule().equals("rules/concept-before-usage");
  }

  /** Without the hints that a text would also do for a row that is missing elsewhere anyway. */
  private static Map<String, Integer> count(PackResult result) {
    Map<String, Integer> counts = new HashMap<>();
    for (Finding finding : result.findings()) {
      if (finding.requirements().isEmpty()
          && !isAboutNames(finding)
          && !finding.rule().equals("pack/wrong-file")) {
        counts.merge(finding.rule() + ": " + finding.message(), 1, Integer::sum);
      }
      finding.requirements().forEach(row -> counts.merge(row, 1, Integer::sum));
    }
    return counts;
  }

  static PackResult apply(PackResult before, List<FileChange> changes) {
    Pack pack = before.facts().pack();
    List<PackFile> files = new ArrayList<>();
    for (FileRole role : CATALOGUE.template().files()) {
      pack.file(role).ifPresent(file -> files.add(changed(file, changes)));
      if (pack.file(role).isEmpty()) {
        changes.stream()
            .filter(change -> change.path().endsWith("/" + role.name()))
            .forEach(change -> files.add(made(role, change)));
      }
    }
    return CATALOGUE
        .checker()
        .check(new Pack(pack.name(), pack.path(), files, pack.unreadable(), pack.whole()));
  }

  private static PackFile made(FileRole role, FileChange change) {
    return new PackFile(
        role,
        change.path(),
        MarkdownParser.parse(new SourceText(change.edits().get(0).plain().newText())));
  }

  private static PackFile changed(PackFile file, List<FileChange> changes) {
    for (FileChange change : changes) {
      if (change.path().equals(file.path())) {
        List<TextEdit> edits = change.edits().stream().map(MarkedEdit::plain).toList();
        String text = TextEdit.apply(file.markdown().source().text(), edits);
        return new PackFile(file.role(), file.path(), MarkdownParser.parse(new SourceText(text)));
      }
    }
    return file;
  }
}
