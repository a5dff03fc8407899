package io.github.hldls.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as its users see it: arguments in, output and exit code out. */
class CliTest {
  private static final String WORKSPACES = "../test-workspaces/";

  @TempDir Path folder;

  record Outcome(int code, String out, String err) {}

  static Outcome hld(String... args) {
    return hld(new byte[0], false, args);
  }

  private static Outcome hld(byte[] in, boolean terminal, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new ByteArrayInputStream(in),
            new PrintWriter(out),
            new PrintWriter(err, true),
            Map.of("TERM", "xterm"),
            terminal);
    int code = Hld.run(console, args);
    console.out().flush();
    return new Outcome(code, out.toString(), err.toString());
  }

  @Test
  void endsWith0OnACompletePack() {
    Outcome outcome = hld("check", WORKSPACES + "complete");
    assertThat(outcome.out()).contains("requirements met").contains("0 errors, 0 warnings");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
  }

  @Test
  void endsWith1OnFindingsFromTheFailLevelOn() {
    assertThat(hld("check", WORKSPACES + "incomplete").code()).isEqualTo(1);
    assertThat(hld("check", WORKSPACES + "incomplete", "--fail-on", "never").code()).isZero();
    assertThat(hld("check", WORKSPACES + "complete", "--fail-on", "error").code()).isZero();
  }

  @Test
  void endsWith2OnWrongUsage() {
    Outcome outcome = hld("check", "no/such/folder");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).isEqualTo("hld: no/such/folder: there is no such file or folder\n");
    assertThat(hld("check", "--fail-on", "sometimes").code()).isEqualTo(2);
    assertThat(hld("check", "--jobs", "0", WORKSPACES).err()).contains("--jobs must be at least 1");
    assertThat(hld("nonsense").code()).isEqualTo(2);
  }

  @Test
  void saysInALineWhatIsWrongWithACommandLine() {
    assertThat(hld("check", "--frmat=json").err())
        .isEqualTo(
            "hld: unknown option --frmat; did you mean \"--format\"?\nhld: see hld check --help\n");
    assertThat(hld("chek").err()).contains("did you mean \"check\"?", "see hld --help");
    assertThat(hld("check", "--format", "jsno").err())
        .contains("--format is one of text, concise, json, ", "not jsno; did you mean \"json\"?");
    assertThat(hld("check", "-o", "sarf=x").err()).contains("did you mean \"sarif\"?");
    assertThat(hld("check", "-o", "sarif").err()).contains("must be like sarif=report.sarif");
    assertThat(hld("check", "-o", "sarif=x", "-o", "json=./x").err())
        .contains("./x: only one report can be written to it");
    assertThat(hld("check", "--jobs", "x").err()).contains("'--jobs'", "'x' is not an int");
    assertThat(hld().err()).startsWith("Usage: hld ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        "check @",
        "check --@",
        "check --format @",
        "check -o @=x",
        "check -o sarif=/no/@/x .",
        "check --baseline @ .",
        "check --stdin-filename @ -",
        "explain @",
        "config --show @",
        "new ../pom.xml/@",
        "template check @",
        "merge @",
        "mcp @",
      })
  void noArgumentIsObeyedByATerminal(String line) {
    String[] arguments = line.replace("@", "\u001b]0;x\u0007\u202e").split(" ", -1);
    Outcome outcome = hld(arguments);
    assertThat(outcome.out() + outcome.err())
        .isNotBlank()
        .doesNotContain("\u001b", "\u0007", "\u202e");
  }

  @Test
  void printsJsonThatItsSchemaAccepts() throws IOException {
    Outcome outcome = hld("check", "--format", "json", "--report-suppressed", WORKSPACES);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("../docs/check.schema.json")), InputFormat.JSON);
    assertThat(schema.validate(outcome.out(), InputFormat.JSON)).isEmpty();
    JsonObject json = JsonParser.parseString(outcome.out()).getAsJsonObject();
    assertThat(json.getAsJsonArray("packs")).hasSize(13);
    assertThat(json.getAsJsonObject("summary").get("packs").getAsInt()).isEqualTo(13);
  }

  @Test
  void printsTheSameWhateverTheNumberOfJobs() {
    String one = hld("check", "--jobs", "1", "--format", "json", WORKSPACES).out();
    assertThat(hld("check", "--jobs", "4", "--format", "json", WORKSPACES).out()).isEqualTo(one);
  }

  @Test
  void coloursOnATerminalOnly() {
    String[] args = {"check", WORKSPACES + "incomplete"};
    assertThat(hld(args).out()).doesNotContain("\u001b[");
    assertThat(hld(new byte[0], true, args).out()).contains("\u001b[31m");
    assertThat(hld("check", "--color", "always", WORKSPACES + "incomplete").out())
        .contains("\u001b[31m");
  }

  @Test
  void scaffoldsAPackInWhichEverySectionIsEmpty() {
    Path pack = folder.resolve("chat");
    assertThat(hld("new", pack.toString(), "--title", "Team Chat").code()).isZero();
    Outcome outcome = hld("check", "--format", "json", pack.toString());
    JsonObject json = JsonParser.parseString(outcome.out()).getAsJsonObject();
    assertThat(json.getAsJsonArray("findings"))
        .isNotEmpty()
        .allMatch(
            f -> f.getAsJsonObject().get("rule").getAsString().equals("markdown/empty-section"));
    assertThat(pack.resolve("05A-production-deep-dives-core.md"))
        .content()
        .startsWith("# Team Chat: ")
        .contains("### A) Concept");
    Outcome again = hld("new", pack.toString());
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("is there already; nothing was written");
  }

  @Test
  void checksOneFileFromStandardInput() throws IOException {
    byte[] text = Files.readAllBytes(Path.of(WORKSPACES, "complete", "03-api-schema-design.md"));
    Outcome outcome =
        hld(text, false, "check", "-", "--stdin-filename", "docs/03-api-schema-design.md");
    assertThat(outcome.code()).as(outcome.out()).isZero();
    Outcome unnamed = hld(text, false, "check", "-");
    assertThat(unnamed.code()).isEqualTo(2);
    assertThat(unnamed.err()).contains("--stdin-filename must name the file");
  }

  @Test
  void survivesFilesThatAreNoText() throws IOException {
    Files.write(folder.resolve("01-problem-requirements.md"), new byte[] {0, 1, 2, 3});
    Files.write(
        folder.resolve("02-capacity-estimation.md"),
        "# Title\n\u00ff\n".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(folder.resolve("03-api-schema-design.md"), "");
    Files.write(
        folder.resolve("04-data-model-architecture.md"),
        "# Title\n".getBytes(StandardCharsets.UTF_16));
    Files.createDirectories(folder.resolve("06-interview-grilling.md"));
    Outcome outcome = hld("check", folder.toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("01-problem-requirements.md: cannot be read: it is binary, not text")
        .contains("02-capacity-estimation.md: line 2 is not UTF-8")
        .contains("04-data-model-architecture.md: cannot be read: it is UTF-16, not UTF-8")
        .contains("06-interview-grilling.md: is a folder and is left out");
    assertThat(outcome.out()).contains("it is binary, not text").contains("pack/missing-file");
  }

  @Test
  void checksAPackBehindTheLinkThatIsNamed() throws IOException {
    Path complete = Path.of(WORKSPACES, "complete").toAbsolutePath();
    Path link = Files.createSymbolicLink(folder.resolve("link"), complete);
    assertThat(hld("check", link.toString()).out()).contains("1 pack, 7 files: 0 errors");
    Path file =
        Files.createSymbolicLink(
            folder.resolve("03-api-schema-design.md"), complete.resolve("03-api-schema-design.md"));
    assertThat(hld("check", file.toString()).out()).contains("1 pack, 1 file");
    Outcome found = hld("check", folder.toString());
    assertThat(found.out()).contains("0 packs");
    assertThat(found.err()).contains("03-api-schema-design.md: is a symbolic link and is left out");
  }

  @Test
  void aPipeWithTheNameOfAFileIsNotWaitedFor() throws Exception {
    assumeThat(System.getProperty("os.name")).doesNotStartWith("Windows");
    Path pipe = folder.resolve("01-problem-requirements.md");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    for (Path path : List.of(folder, pipe)) {
      assertThat(hld("check", path.toString()).err())
          .contains("01-problem-requirements.md: is no plain file and is left out");
    }
  }

  @Test
  void showsNothingThatATerminalObeys() throws IOException {
    Files.writeString(
        folder.resolve("01-problem-requirements.md"), "# \u001b[2J\u0007 Title\u202e\n");
    assertThat(hld("check", folder.toString()).out()).doesNotContain("\u001b", "\u0007", "\u202e");
  }

  @Test
  void listsAndExplainsRules() {
    assertThat(hld("rules").out().lines()).hasSizeGreaterThan(186);
    assertThat(JsonParser.parseString(hld("rules", "--format", "json").out()).getAsJsonArray())
        .hasSize(195);
    assertThat(hld("explain", "caching/ttl").out()).contains("Why: ").contains("Example: ");
    Outcome unknown = hld("explain", "caching/tll");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("did you mean \"caching/ttl\"?");
  }

  @Test
  void hasHelpVersionAndCompletion() {
    for (String command : Arrays.asList("check", "rules", "explain", "new")) {
      assertThat(hld(command, "--help").out()).startsWith("Usage: hld " + command);
    }
    assertThat(hld("--version").out()).startsWith("hld ");
    assertThat(hld("completion").out()).contains("complete -F");
  }
}
