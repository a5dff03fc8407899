package io.github.hldls.cli;

import static io.github.hldls.cli.CliTest.hld;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.hldls.cli.CliTest.Outcome;
import io.github.hldls.report.BaselineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configurations, templates of one's own, suppressions and baselines on the command line. */
class ConfigCliTest {
  private static final Path WORKSPACES = Path.of("..", "test-workspaces");

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  private void copy(String workspace) throws IOException {
    try (Stream<Path> files = Files.list(WORKSPACES.resolve(workspace))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private static JsonObject json(Outcome outcome) {
    return JsonParser.parseString(outcome.out()).getAsJsonObject();
  }

  private static List<String> rules(JsonObject json, String list) {
    return json.getAsJsonArray(list).asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(f -> f.get("rule").getAsString())
        .toList();
  }

  private static int summary(JsonObject json, String count) {
    return json.getAsJsonObject("summary").get(count).getAsInt();
  }

  @Test
  void theConfigurationDecidesWhatFails() throws IOException {
    copy("incomplete");
    String path = folder.toString();
    assertThat(hld("check", path).code()).isEqualTo(1);
    write(".hld.json", "{\"failOn\": \"never\"}");
    assertThat(hld("check", path).code()).isZero();
    assertThat(hld("check", path, "--fail-on", "warning").code()).isEqualTo(1);
    write(".hld.json", "{\"rules\": {\"*\": \"off\"}}");
    Outcome silent = hld("check", path, "--format", "json");
    assertThat(silent.code()).isZero();
    assertThat(rules(json(silent), "findings")).isEmpty();
  }

  @Test
  void aBadConfigurationIsToldAndEndsWith2() throws IOException {
    copy("incomplete");
    write(".hld.json", "{\n  \"ruls\": {}\n}\n");
    Outcome outcome = hld("check", folder.toString());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains(".hld.json:2:3: \"ruls\": there is no such key; did you mean \"rules\"?");
    assertThat(outcome.out()).contains("requirements met");
  }

  @Test
  void showsWhichFileChoseWhat() throws IOException {
    write("base.json", "{\"failOn\": \"error\",\n \"rules\": {\"caching/*\": \"hint\"}}");
    write(
        "a/.hld.json",
        """
        {
          "extends": "../base.json",
          "failOn": "never",
          "overrides": [{"paths": ["old/"], "rules": {"search/*": "off"}}]
        }
        """);
    // Of a folder outside of a repository and of the folder at hand nothing above is looked at.
    Files.createDirectories(folder.resolve(".git"));
    String shown = hld("config", "--show", folder.resolve("a/x.md").toString()).out();
    assertThat(shown)
        .contains("a/.hld.json")
        .containsPattern("failOn  error +\\S*base.json:1  \\(not used: \\S*.hld.json:3\\)")
        .containsPattern("failOn  never +\\S*.hld.json:3\n")
        .containsPattern("rules: caching/\\*  hint +\\S*base.json:2\n")
        .doesNotContain("search/*");
    assertThat(hld("config", "--show", folder.resolve("a/old/x.md").toString()).out())
        .contains("rules: search/*  off for [old]");
    assertThat(hld("config", "--show", folder.toString()).out()).contains("is not configured");
  }

  @Test
  void reportsSuppressedFindingsWhenAsked() throws IOException {
    write(
        "01-problem-requirements.md",
        "<!-- hld-disable-file pack/*: a draft -->\n# A\n\n## Functional requirements\n");
    JsonObject plain = json(hld("check", folder.toString(), "--format", "json"));
    assertThat(rules(plain, "findings")).doesNotContain("pack/missing-file");
    assertThat(plain.has("suppressed")).isFalse();
    assertThat(summary(plain, "suppressed")).isEqualTo(6);
    JsonObject full =
        json(hld("check", folder.toString(), "--format", "json", "--report-suppressed"));
    assertThat(rules(full, "suppressed")).hasSize(6).containsOnly("pack/missing-file");
    JsonObject first = full.getAsJsonArray("suppressed").get(0).getAsJsonObject();
    assertThat(first.get("reason").getAsString()).isEqualTo("a draft");
    assertThat(hld("check", folder.toString(), "--report-suppressed").out())
        .contains("suppressed on line 1  pack/missing-file: a draft");
  }

  @Test
  void onlyNewFindingsFailWithABaseline() throws IOException {
    copy("incomplete");
    String path = folder.toString();
    String baseline = folder.resolve("known.json").toString();
    assertThat(hld("check", path, "--baseline", baseline).err())
        .contains("there is no such baseline");
    Outcome first = hld("check", path, "--baseline", baseline, "--update-baseline");
    assertThat(first.code()).isZero();
    assertThat(first.err()).contains("known.json: ").contains(" new, 0 pruned");
    Outcome same = hld("check", path, "--baseline", baseline, "--format", "json");
    assertThat(same.code()).isZero();
    assertThat(rules(json(same), "findings")).isEmpty();
    assertThat(summary(json(same), "known")).isPositive();
    assertThat(summary(json(same), "fixed")).isZero();
    String before = Files.readString(Path.of(baseline));
    hld("check", path, "--baseline", baseline, "--update-baseline");
    assertThat(Path.of(baseline)).hasContent(before);
    assertThat(BaselineFile.write(BaselineFile.read(before))).isEqualTo(before);

    Path file = folder.resolve("02-capacity-estimation.md");
    Files.writeString(
        file, "# New title\n\nA line more.\n\n" + Files.readString(file) + "\n## Rest\n");
    Outcome edited = hld("check", path, "--baseline", baseline, "--format", "json");
    assertThat(rules(json(edited), "findings")).containsExactly("markdown/empty-section");
    assertThat(edited.code()).isEqualTo(1);
  }

  @Test
  void whatIsFixedIsCountedAndPruned() throws IOException {
    Path file = write("01-problem-requirements.md", "# A\n\n## One\n\n## Two\n");
    write(".hld.json", "{\"baseline\": \"known.json\", \"rules\": {\"pack/*\": \"off\"}}");
    String path = folder.toString();
    assertThat(hld("check", path, "--update-baseline").code()).isZero();
    assertThat(folder.resolve("known.json")).content().contains("\"heading\":\"A > Two\"");
    Files.writeString(
        file, "# A\n\n## One\n\n## Two\n\nSomething is said here at last, in words.\n");
    Outcome fixed = hld("check", path);
    assertThat(fixed.code()).isZero();
    assertThat(fixed.out()).contains(" not shown, 1 fixed since");
    assertThat(hld("check", path, "--update-baseline").err()).contains("0 new, 1 pruned");
    assertThat(folder.resolve("known.json")).content().doesNotContain("A > Two");
    write("known.json", "{\"version\": 7, \"findings\": []}");
    assertThat(hld("check", path).err()).contains("known.json: it is of a newer version: 7");
    write("known.json", "[");
    assertThat(hld("check", path).err()).contains("known.json: it is no baseline");
  }

  @Test
  void startsATemplateThatChecksDocuments() throws IOException {
    Path template = folder.resolve("records");
    assertThat(hld("template", "init", template.toString()).code()).isZero();
    assertThat(hld("template", "init", template.toString()).err()).contains("is there already");
    Outcome checked = hld("template", "check", template.toString());
    assertThat(checked.out()).isEqualTo("decision-record: 1 files, 1 steps, 3 requirements\n");
    write("docs/.hld.json", "{\"template\": \"../records\"}");
    Files.createDirectories(folder.resolve(".git"));
    Path record = folder.resolve("docs/0007-use-one-queue.md");
    assertThat(hld("new", folder.resolve("docs/queue.md").toString()).err())
        .contains("its name must be like [0-9][0-9][0-9][0-9]-*.md");
    assertThat(hld("new", record.toString(), "--title", "Use one queue").code()).isZero();
    assertThat(record).content().startsWith("# Use one queue: Decision record\n\n## Context\n");
    JsonObject json = json(hld("check", folder.toString(), "--format", "json"));
    assertThat(rules(json, "findings")).hasSize(3).containsOnly("markdown/empty-section");
  }

  @Test
  void aBadTemplateIsToldWithItsLine() throws IOException {
    hld("template", "init", folder.resolve("t").toString());
    Path rows = folder.resolve("t/record.json");
    Files.writeString(rows, Files.readString(rows).replace("\"satisfies\"", "\"satisfeis\""));
    Outcome checked = hld("template", "check", folder.resolve("t").toString());
    assertThat(checked.code()).isEqualTo(2);
    assertThat(checked.err())
        .isEqualTo(
            "hld: record.json:8: record/context: there is no key \"satisfeis\"; did you mean"
                + " \"satisfies\"?\n");
  }

  @Test
  void checksDecisionRecordsByTheirOwnTemplate() {
    Outcome outcome = hld("check", WORKSPACES.resolve("madr").toString(), "--format", "json");
    JsonObject json = json(outcome);
    assertThat(json.getAsJsonArray("packs")).hasSize(3);
    assertThat(rules(json, "findings")).contains("madr/options", "markdown/empty-section");
    assertThat(outcome.code()).isEqualTo(1);
    String first = "docs/decisions/0001-write-decisions-down.md";
    Outcome alone = hld("check", WORKSPACES.resolve("madr").resolve(first).toString());
    assertThat(alone.out()).contains("1 pack, 1 file").doesNotContain("madr/options-compared");
    assertThat(alone.code()).isZero();
  }
}
