package io.github.hldls.cli;

import static io.github.hldls.cli.CliTest.hld;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.hldls.cli.CliTest.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code hld check} changes, selects, splits and writes. */
class ActingTest {
  private static final Path WORKSPACES = Path.of("..", "test-workspaces");

  @TempDir Path folder;

  private Path copy(String workspace, String to) throws IOException {
    Path target = Files.createDirectories(folder.resolve(to));
    try (Stream<Path> files = Files.list(WORKSPACES.resolve(workspace))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
    return target;
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }

  private String run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static long fixable(Path pack) {
    String json = hld("check", "--format", "json", pack.toString()).out();
    return JsonParser.parseString(json)
        .getAsJsonObject()
        .getAsJsonArray("findings")
        .asList()
        .stream()
        .filter(f -> f.getAsJsonObject().get("fixable").getAsBoolean())
        .count();
  }

  @Test
  void fixesWhatIsCertainAndNothingElse() throws Exception {
    Path pack = copy("stray-fences", "pack");
    assertThat(fixable(pack)).isPositive();
    Map<String, String> before = contents(pack);
    Outcome diff = hld("check", "--diff", pack.toString());
    assertThat(diff.code()).isEqualTo(1);
    assertThat(contents(pack)).isEqualTo(before);
    Outcome fixed = hld("check", "--fix", "--fail-on", "never", pack.toString());
    assertThat(fixed.code()).isZero();
    assertThat(fixed.err()).contains("01-problem-requirements.md: fixed\n");
    assertThat(fixable(pack)).isZero();
    assertThat(hld("check", "--diff", pack.toString())).isEqualTo(new Outcome(0, "", ""));
    Map<String, String> after = contents(pack);
    assertThat(after.keySet()).isEqualTo(before.keySet());

    // What --diff prints is a patch that makes of the one the other.
    before.forEach((name, text) -> write(pack.resolve(name), text));
    run("git", "init", "-q", ".");
    String here = Path.of("").toAbsolutePath().relativize(pack.toAbsolutePath()).toString();
    Path patch =
        write(folder.resolve("p.patch"), diff.out().replace(here.replace('\\', '/'), "pack"));
    run("git", "apply", "--whitespace=nowarn", patch.toString());
    assertThat(contents(pack)).isEqualTo(after);
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void unsafeFixesPutInHeadingsThatAreStillAskedFor() throws Exception {
    Path pack = copy("incomplete", "pack");
    Files.delete(pack.resolve("06-interview-grilling.md"));
    int before = errorsAndWarnings(pack);
    Outcome fixed = hld("check", "--fix", "--unsafe", pack.toString());
    assertThat(fixed.err()).contains("06-interview-grilling.md: made\n");
    assertThat(fixed.code()).isEqualTo(1);
    assertThat(pack.resolve("01-problem-requirements.md"))
        .content()
        .contains("Clarifying Questions\n\n<!-- ")
        .contains("-->\n\nTODO\n");
    assertThat(errorsAndWarnings(pack)).isPositive();
    assertThat(fixed.out()).contains("markdown/empty-section").doesNotContain("pack/missing-file");
    assertThat(before).isPositive();
    Map<String, String> once = contents(pack);
    hld("check", "--fix", "--unsafe", pack.toString());
    assertThat(contents(pack)).isEqualTo(once);
  }

  private static int errorsAndWarnings(Path pack) {
    JsonObject summary =
        JsonParser.parseString(hld("check", "--format", "json", pack.toString()).out())
            .getAsJsonObject()
            .getAsJsonObject("summary");
    return summary.get("errors").getAsInt() + summary.get("warnings").getAsInt();
  }

  @Test
  void whatIsNotUtf8OrALinkIsLeftAlone() throws Exception {
    Path pack = Files.createDirectories(folder.resolve("pack"));
    byte[] odd = "# \u00e9t\u00e9\n\n## One\n\n```\ntext\n".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(pack.resolve("01-problem-requirements.md"), odd);
    Outcome outcome = hld("check", "--fix", pack.toString());
    assertThat(outcome.err()).contains("left alone: it is not UTF-8");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(file).hasBinaryContent(odd);
  }

  @Test
  void endsOfLinesStayAsTheyAre() throws Exception {
    Path pack = Files.createDirectories(folder.resolve("pack"));
    Path file =
        write(
            pack.resolve("01-problem-requirements.md"),
            "\ufeff# Design\r\n\r\n## Functional requirements\r\n\r\n```\r\ncode\r\n");
    hld("check", "--fix", "--unsafe", pack.toString());
    String text = Files.readString(file);
    assertThat(text).startsWith("\ufeff# Design\r\n").contains("TODO\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void writesSeveralReportsAtOnce() throws Exception {
    Path pack = copy("incomplete", "pack");
    List<String> arguments = new ArrayList<>(List.of("check", pack.toString()));
    for (String format : List.of("json", "sarif", "junit", "html", "markdown")) {
      arguments.addAll(List.of("-o", format + "=" + folder.resolve("report." + format)));
    }
    arguments.addAll(List.of("-o", "json=" + folder.resolve("again.json")));
    Outcome outcome = hld(arguments.toArray(String[]::new));
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).contains("requirements met");
    assertThat(folder.resolve("report.json")).content().startsWith("{\"version\":1,");
    assertThat(folder.resolve("again.json")).hasSameTextualContentAs(folder.resolve("report.json"));
    assertThat(folder.resolve("report.html")).content().startsWith("<!doctype html>");
    assertThat(folder.resolve("report.junit")).content().contains("<testsuite ");
    Outcome failed = hld("check", "-o", "json=" + pack.resolve("no/such/x.json"), pack.toString());
    assertThat(failed.code()).isEqualTo(2);
    assertThat(failed.err()).contains("x.json: cannot be written: there is no such folder");
  }

  @Test
  void shardsMergedAreTheWhole() throws Exception {
    String tree = WORKSPACES.toString();
    List<String> merge = new ArrayList<>(List.of("merge", "--format", "json"));
    for (int i = 1; i <= 3; i++) {
      Path part = folder.resolve(i + ".json");
      String format = i == 3 ? "jsonl" : "json";
      hld("check", "--shard", i + "/3", "-o", format + "=" + part, tree);
      merge.add(part.toString());
    }
    Outcome merged = hld(merge.toArray(String[]::new));
    Outcome whole = hld("check", "--format", "json", tree);
    String withoutExcerpts = merged.out().replaceAll(",\"excerpt\":\"(?:[^\"\\\\]|\\\\.)*+\"", "");
    assertThat(withoutExcerpts).isEqualTo(whole.out());
    assertThat(merged.code()).isEqualTo(whole.code());
    assertThat(hld("check", "--shard", "4/3", tree).err()).contains("--shard must be like 2/5");
    assertThat(
            hld("merge", folder.resolve("1.json").toString(), folder.resolve("1.json").toString())
                .err())
        .contains("is in another report, too");
    Path bad = write(folder.resolve("bad.json"), "[1]");
    assertThat(hld("merge", bad.toString()).err()).contains("bad.json: it is no report");
  }

  @Test
  void onlyWhatHasChangedIsChecked() throws Exception {
    Path one = copy("incomplete", "docs/one");
    copy("incomplete", "docs/two");
    run("git", "init", "-q", ".");
    run("git", "add", ".");
    run("git", "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "first");
    String tree = folder.toString();
    assertThat(hld("check", "--changed-since", "HEAD", tree).out()).startsWith("0 packs, 0 files");
    write(one.resolve("03-api-schema-design.md"), "# API\n");
    assertThat(hld("check", "--changed-since", "HEAD", tree).out())
        .contains("docs/one", "1 pack, 7 files");
    copy("incomplete", "docs/three and \u00e4");
    assertThat(hld("check", "--changed-since", "HEAD", tree).out())
        .contains("docs/one", "docs/three and \u00e4", "2 packs, 14 files");
    write(folder.resolve(".hld.json"), "{}");
    assertThat(hld("check", "--changed-since", "HEAD", tree).out()).contains("3 packs, 21 files");
    Outcome unknown = hld("check", "--changed-since=nowhere", tree);
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("git knows no commit nowhere");
  }

  @Test
  void aPackThatMeetsTooLittleFails() {
    String incomplete = WORKSPACES.resolve("incomplete").toString();
    Outcome outcome = hld("check", "--fail-on", "never", "--min-completeness", "80", incomplete);
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("incomplete meets ").contains(", less than 80");
    assertThat(hld("check", "--fail-on", "never", "--min-completeness", "10", incomplete).code())
        .isZero();
    assertThat(hld("check", "--min-completeness", "101", incomplete).code()).isEqualTo(2);
  }

  @Test
  void countsByRule() {
    assertThat(hld("check", "--statistics", WORKSPACES.resolve("stray-fences").toString()).out())
        .containsPattern("\n found  in packs  fixable  severity  rule\n +\\d+ +1 +\\d+  warning ");
    assertThat(hld("check", "--statistics", "--format", "json", ".").code()).isEqualTo(2);
  }

  @Test
  void filesOfOnePackAreOnePack() throws Exception {
    Path pack = copy("incomplete", "docs/one");
    Outcome outcome =
        hld(
            "check",
            "--format",
            "concise",
            pack.resolve("01-problem-requirements.md").toString(),
            pack.resolve("03-api-schema-design.md").toString());
    assertThat(outcome.out()).contains("1 pack, 7 files").contains("one/03-api-schema-design.md:");
  }

  @Test
  void standardInputIsNeverMended() {
    assertThat(hld("check", "--fix", "-").err()).contains("standard input has no file");
    assertThat(hld("check", "--unsafe", ".").err()).contains("--unsafe goes with --fix or --diff");
  }
}
