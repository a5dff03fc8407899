package io.github.hldls.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import io.github.hldls.config.Config;
import io.github.hldls.config.FailLevel;
import io.github.hldls.config.PackRules;
import io.github.hldls.config.Problem;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Severity;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What configuration files choose, where they are found, and what is said of bad ones. */
class ConfigsTest {
  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  private Configs configs() {
    return Configs.in(List.of(folder), () -> TestWorkspaces.EDITION);
  }

  private Optional<Severity> severity(String path, String rule) {
    Path file = folder.resolve(path);
    Path around = file.resolveSibling("").normalize();
    PackRules rules = new PackRules(configs().of(around).rules(), around);
    return rules.severity(rule, String.valueOf(file.getFileName()), Severity.WARNING);
  }

  private List<String> problems(Path around) {
    Configs configs = configs();
    configs.of(around);
    return configs.problems().stream()
        .map(Problem::line)
        .map(line -> line.replace(folder + "/", ""))
        .toList();
  }

  @Test
  void theNearestFileHolds() throws IOException {
    write(".hld.json", "{\"failOn\": \"error\", \"rules\": {\"caching/*\": \"off\"}}");
    write("a/b/.hld.json", "{\"failOn\": \"never\"}");
    assertThat(configs().of(folder.resolve("a")).failOn()).contains(FailLevel.ERROR);
    assertThat(configs().of(folder.resolve("a/b/c")).failOn()).contains(FailLevel.NEVER);
    assertThat(severity("a/x.md", "caching/ttl")).isEmpty();
    assertThat(severity("a/b/x.md", "caching/ttl")).contains(Severity.WARNING);
  }

  @Test
  void nothingAboveTheRepositoryOrTheWorkspaceHolds() throws IOException {
    write(".hld.json", "{\"failOn\": \"never\"}");
    Files.createDirectories(folder.resolve("repo/.git"));
    assertThat(configs().of(folder.resolve("repo/docs")).file()).isEmpty();
    Path inner = Files.createDirectories(folder.resolve("inner"));
    Configs narrow = Configs.in(List.of(inner), () -> TestWorkspaces.EDITION);
    assertThat(narrow.of(inner).file()).isEmpty();
    assertThat(configs().of(inner).file()).isPresent();
  }

  @Test
  void ofSettingsThatFitTheLastOneHolds() throws IOException {
    write(
        "base.json",
        "{\"rules\": {\"caching/*\": \"hint\", \"search/*\": \"hint\"}, \"failOn\": \"never\"}");
    write(
        ".hld.json",
        """
        {
          // Comments are welcome.
          "extends": "base.json",
          "rules": {"caching/ttl": "error"},
          "overrides": [{"paths": ["old/", "*.draft.md"], "rules": {"caching/*": "off"}}]
        }
        """);
    assertThat(severity("new/01.md", "caching/ttl")).contains(Severity.ERROR);
    assertThat(severity("new/01.md", "caching/eviction")).contains(Severity.HINT);
    assertThat(severity("new/01.md", "search/ranking")).contains(Severity.HINT);
    assertThat(severity("new/01.md", "api/versioning")).contains(Severity.WARNING);
    assertThat(severity("old/deep/01.md", "caching/ttl")).isEmpty();
    assertThat(severity("new/x.draft.md", "caching/ttl")).isEmpty();
    assertThat(configs().of(folder).failOn()).contains(FailLevel.NEVER);
  }

  @Test
  void ignoresPathsAndRenamesFiles() throws IOException {
    write(
        ".hld.json",
        "{\"ignore\": [\"drafts/\", \"/a/*/old\"], \"files\": {\"01\": [\"requirements.md\"]}}");
    Config config = configs().of(folder);
    assertThat(config.ignores(folder.resolve("x/drafts/y.md"))).isTrue();
    assertThat(config.ignores(folder.resolve("a/b/old/y.md"))).isTrue();
    assertThat(config.ignores(folder.resolve("b/old/y.md"))).isFalse();
    FileRole role = config.edition().template().files().get(0);
    assertThat(role.name()).isEqualTo("requirements.md");
    assertThat(role.isCalled("01-Problem-Requirements.md")).isTrue();
    write("pack/requirements.md", "# A\n");
    write("drafts/requirements.md", "# A\n");
    assertThat(PackFinder.find(folder, "", configs(), w -> {}))
        .extracting(PackFolder::path)
        .containsExactly("pack");
  }

  /** A file, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "{\"rles\": {}}; .hld.json:1:2: \"rles\": there is no such key; did you mean \"rules\"?",
        "{\"rules\": {\"caching/tll\": \"off\"}}; .hld.json:1:12: \"caching/tll\": no rule is called so; did you mean \"caching/ttl\"?",
        "{\"rules\": {\"cachng/*\": \"off\"}}; .hld.json:1:12: \"cachng/*\": no rule is called so; did you mean \"caching/*\"?",
        "{\"rules\": {\"caching/ttl\": \"eror\"}}; .hld.json:1:12: \"caching/ttl\": must be one of \"off\", \"error\", \"warning\", \"info\", \"hint\"; did you mean \"error\"?",
        "{\"rules\": []}; .hld.json:1:2: \"rules\": must be an object",
        "{\"rules\": {\"[\": \"off\"}}; .hld.json:1:12: \"[\": \"[\" is never closed",
        "{\"failOn\": \"warn\"}; .hld.json:1:2: \"failOn\": must be one of \"error\", \"warning\", \"info\", \"never\"; did you mean",
        "{\"ignore\": 7}; .hld.json:1:2: \"ignore\": must be a text or an array of texts",
        "{\"overrides\": [{\"rules\": {}}]}; .hld.json:1:16: \"paths\": an override needs the paths",
        "{\"files\": {\"1\": \"a.md\"}}; .hld.json:1:12: \"files: 1\": the template has no file \"1\"; did you mean \"01\"?",
        "{\"files\": {\"01\": \"../a.md\"}}; .hld.json:1:12: \"01\": must be names of files",
        "{\"vocabulary\": {\"cach\": \"x\"}}; .hld.json:1:17: \"vocabulary: cach\": the template has no word list \"cach\"; did you mean \"cache\"?",
        "{\"vocabulary\": {\"cache\": \"a |\"}}; .hld.json:1:17: \"vocabulary: cache\": an alternative is empty",
        "{\"technologies\": [{\"name\": \"X\", \"kind\": \"cahce\"}]}; .hld.json:1:20: \"technologies: X\": the template has no word list \"cahce\"; did you mean \"cache\"?",
        "{\"diagnostics\": {\"scope\": \"all\"}}; .hld.json:1:18: \"scope\": must be \"workspace\" or \"openFiles\"",
        "{\"extends\": \"none.json\"}; .hld.json:1:2: \"extends\": none.json: cannot be read: there is no such file",
        "{\"extends\": \".hld.json\"}; .hld.json:1:2: \"extends\": extends itself",
        "{\"template\": \"none\"}; .hld.json:1:2: \"template\": none: there is no such folder",
        "{\"extends\": \"a\\u0000b\"}; .hld.json:1:2: \"extends\": \"a?b\" is no path",
        "{\"template\": \"a\\u0000b\"}; .hld.json:1:2: \"template\": must be a path",
        "{\"files\": {\"01\": \"a\\u0000b\"}}; .hld.json:1:12: \"01\": must be names of files",
        "{\"baseline\": \"../../known.json\"}; .hld.json:1:2: \"baseline\": ",
        "{\"rules\": {; .hld.json:1:12: no JSON: End of input",
        "[]; .hld.json:1:1: a configuration is an object",
      })
  void aProblemNamesFileLineAndKey(String text, String message) throws IOException {
    write(".hld.json", text);
    assertThat(problems(folder)).hasSize(1).allMatch(line -> line.startsWith(message));
  }

  @Test
  void reportsTheLineOfEachProblemAndKeepsTheRest() throws IOException {
    write(
        ".hld.json",
        """
        {
          "rules": {
            "caching/ttl": "off",
            /* misspelt */
            "caching/evction": "off"
          },
          "failOn": "info",
          "wat": 1
        }
        """);
    assertThat(problems(folder))
        .hasSize(2)
        .anyMatch(line -> line.startsWith(".hld.json:5:5: \"caching/evction\""))
        .anyMatch(line -> line.startsWith(".hld.json:8:3: \"wat\""));
    assertThat(severity("x.md", "caching/ttl")).isEmpty();
    assertThat(configs().of(folder).failOn()).contains(FailLevel.INFO);
  }

  @Test
  void aCycleOfFilesIsReported() throws IOException {
    write(".hld.json", "{\"extends\": \"a.json\", \"failOn\": \"never\"}");
    write("a.json", "{\"extends\": [\"b.json\"]}");
    write("b.json", "{\n\"extends\": [\"a.json\"]}");
    assertThat(problems(folder))
        .containsExactly("b.json:2:1: \"extends\": extends itself by way of b.json");
    assertThat(configs().of(folder).failOn()).contains(FailLevel.NEVER);
  }

  @Test
  void filesThatExtendOneAnotherOverAndOverAreLeftInTime() throws IOException {
    for (int i = 0; i < 12; i++) {
      String next = "\"" + (i + 1) + ".json\"";
      write(i + ".json", "{\"extends\": [" + next + ("," + next).repeat(9) + "]}");
    }
    write("12.json", "{}");
    write(".hld.json", "{\"extends\": \"0.json\"}");
    assertThat(problems(folder))
        .singleElement()
        .asString()
        .contains("\"extends\": leads to more than 100 files");
  }

  @Test
  void nothingOutsideIsRead() throws IOException {
    Path secret = Files.createDirectories(folder.resolve("secret"));
    Files.writeString(secret.resolve("x.json"), "{\"failOn\": \"never\"}");
    write("ws/.hld.json", "{\"extends\": \"../secret/x.json\", \"template\": \"../secret\"}");
    write("secret/template.json", "{}");
    Files.createSymbolicLink(folder.resolve("ws/link.json"), secret.resolve("x.json"));
    Path workspace = folder.resolve("ws");
    Configs configs = Configs.in(List.of(workspace), () -> TestWorkspaces.EDITION);
    assertThat(configs.of(workspace).failOn()).isEmpty();
    assertThat(configs.problems()).hasSize(2).allMatch(p -> p.message().contains("is outside of"));
    write("ws/.hld.json", "{\"extends\": \"link.json\"}");
    Configs again = Configs.in(List.of(workspace), () -> TestWorkspaces.EDITION);
    assertThat(again.of(workspace).failOn()).isEmpty();
    assertThat(again.problems()).hasSize(1);
  }

  @Test
  void oneBadFileDoesNotStopOtherFolders() throws IOException {
    write("a/.hld.json", "{");
    write("b/.hld.json", "{\"failOn\": \"never\"}");
    Configs configs = configs();
    assertThat(configs.of(folder.resolve("a")).failOn()).isEmpty();
    assertThat(configs.of(folder.resolve("b")).failOn()).contains(FailLevel.NEVER);
    assertThat(configs.problems()).hasSize(1);
  }

  @Test
  void whatIsFarTooLargeOrHostileIsRefusedSoon() throws IOException {
    write(".hld.json", "{\"template\": \"t\"}");
    write("t/template.json", "{}");
    write("huge/.hld.json", "{}");
    for (String name : List.of("huge/.hld.json", "t/template.json")) {
      try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
        file.setLength(100L << 20);
      }
    }
    write("deep/.hld.json", "{\"rules\":".repeat(100_000));
    StringBuilder rules = new StringBuilder("{\"rules\": {");
    for (int i = 0; i < 20_000; i++) {
      rules.append("\"*a*a*a*a*a*").append(i).append("\": \"off\",");
    }
    write("many/.hld.json", rules + "\"caching/ttl\": \"off\"}}");
    write("bomb/.hld.json", "{\"template\": \"t\"}");
    StringBuilder words = new StringBuilder("\"w0\": \"a | b | c | d | e | f | g | h\"");
    for (int i = 1; i < 20; i++) {
      String list = "$w" + (i - 1);
      words.append(", \"w").append(i).append("\": \"");
      words.append(String.join(" | ", java.util.Collections.nCopies(8, list))).append('"');
    }
    write(
        "bomb/t/template.json",
        "{\"name\": \"b\", \"words\": {" + words + "}, \"files\": [], \"steps\": []}");
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          assertThat(problems(folder)).singleElement().asString().contains("100 MB, more than 4");
          assertThat(problems(folder.resolve("huge")))
              .singleElement()
              .asString()
              .contains("100 MB, more than 1");
          assertThat(problems(folder.resolve("deep"))).hasSize(1);
          assertThat(problems(folder.resolve("many"))).isNotEmpty();
          assertThat(problems(folder.resolve("bomb")))
              .singleElement()
              .asString()
              .contains("more than 200000 phrases");
        });
  }

  @Test
  void technologiesAndWordsAreJudgedAsTheTemplatesOwn() throws IOException {
    write(
        ".hld.json",
        """
        {
          "vocabulary": {"search": ["findomat"]},
          "technologies": [{"name": "TierCache-X", "aliases": ["tcx"], "kind": "cache"}]
        }
        """);
    assertThat(problems(folder)).isEmpty();
    assertThat(configs().of(folder).edition().template().technologies())
        .extracting(t -> t.name())
        .contains("Kafka", "TierCache-X");
    write(
        "05A-production-deep-dives-core.md", "# A\n\n## TCX\n\nTier cache x keeps it; tcx too.\n");
    assertThat(TestWorkspaces.check(folder).facts().topic("caching").orElseThrow().regions())
        .isNotEmpty();
  }
}
