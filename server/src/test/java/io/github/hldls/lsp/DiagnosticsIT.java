package io.github.hldls.lsp;

import static io.github.hldls.lsp.LspClient.json;
import static io.github.hldls.lsp.LspClient.uri;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is pushed or pulled is what {@code hld check} says. */
class DiagnosticsIT {
  private static final Path WORKSPACES =
      Path.of("..", "test-workspaces").toAbsolutePath().normalize();
  private static final String PULL = "{'textDocument': {'diagnostic': {}}}";
  private static final String FIRST = "01-problem-requirements.md";

  @TempDir Path folder;

  static Stream<Path> workspaces() throws IOException {
    try (Stream<Path> all = Files.list(WORKSPACES)) {
      return all.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  /** The findings of the command line, a line each. */
  private static List<String> checked(Path root) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(LspClient.command());
    command.remove(command.size() - 1);
    command.addAll(List.of("check", "--format", "json", root.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    List<String> lines = new ArrayList<>();
    for (JsonElement each :
        JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("findings")) {
      JsonObject finding = each.getAsJsonObject();
      JsonObject range = finding.getAsJsonObject("range");
      lines.add(
          name(finding.get("file").getAsString())
              + place(range.getAsJsonObject("start"), "column", 1)
              + place(range.getAsJsonObject("end"), "column", 1)
              + " "
              + finding.get("severity").getAsString()
              + " "
              + finding.get("rule").getAsString()
              + " "
              + finding.get("message").getAsString());
    }
    return lines.stream().sorted().toList();
  }

  private static String name(String path) {
    Path file = Path.of(path);
    return file.getFileName().toString();
  }

  private static String place(JsonObject place, String column, int base) {
    return ":"
        + (place.get("line").getAsInt() - base)
        + ":"
        + (place.get(column).getAsInt() - base);
  }

  private static List<String> lines(String uri, JsonArray diagnostics) {
    List<String> severities = List.of("", "error", "warning", "info", "hint");
    List<String> lines = new ArrayList<>();
    for (JsonElement each : diagnostics) {
      JsonObject diagnostic = each.getAsJsonObject();
      JsonObject range = diagnostic.getAsJsonObject("range");
      lines.add(
          uri.substring(uri.lastIndexOf('/') + 1)
              + place(range.getAsJsonObject("start"), "character", 0)
              + place(range.getAsJsonObject("end"), "character", 0)
              + " "
              + severities.get(diagnostic.get("severity").getAsInt())
              + " "
              + diagnostic.get("code").getAsString()
              + " "
              + diagnostic.get("message").getAsString());
    }
    return lines;
  }

  @ParameterizedTest
  @MethodSource("workspaces")
  void pullsWhatTheCommandLineFinds(Path root) throws Exception {
    List<String> expected = checked(root);
    try (LspClient client = LspClient.in(root, PULL)) {
      List<String> found = new ArrayList<>();
      JsonArray items =
          client
              .request("workspace/diagnostic", json("{'previousResultIds': []}"))
              .getAsJsonObject()
              .getAsJsonArray("items");
      for (JsonElement item : items) {
        JsonObject report = item.getAsJsonObject();
        found.addAll(lines(report.get("uri").getAsString(), report.getAsJsonArray("items")));
      }
      assertThat(found.stream().sorted().toList()).isEqualTo(expected);
      assertThat(client.count("textDocument/publishDiagnostics")).isZero();
    }
  }

  @Test
  void pushesWhatTheCommandLineFinds() throws Exception {
    Path root = WORKSPACES.resolve("incomplete");
    List<String> expected = checked(root);
    try (LspClient client = LspClient.in(root, "{}")) {
      List<String> found = new ArrayList<>();
      try (Stream<Path> files = Files.list(root)) {
        for (Path file : files.sorted().toList()) {
          if (expected.stream().anyMatch(line -> line.startsWith(file.getFileName() + ":"))) {
            found.addAll(lines(uri(file), client.awaitDiagnostics(uri(file), d -> true)));
          }
        }
      }
      assertThat(found.stream().sorted().toList()).isEqualTo(expected);
    }
  }

  @Test
  void answersUnchangedUntilSomethingChanges() throws Exception {
    Path file = Files.writeString(folder.resolve(FIRST), "# A\n");
    try (LspClient client = LspClient.in(folder, PULL)) {
      client.open(file, "# A\n");
      JsonObject first = pull(client, file, "");
      assertThat(first.get("kind").getAsString()).isEqualTo("full");
      String id = first.get("resultId").getAsString();
      assertThat(pull(client, file, id).get("kind").getAsString()).isEqualTo("unchanged");
      client.replace(file, 2, "# A\n\n```\nopen\n");
      assertThat(pull(client, file, id).get("kind").getAsString()).isEqualTo("full");
    }
  }

  private static JsonObject pull(LspClient client, Path file, String previous) {
    JsonObject params = json("{'textDocument': {'uri': '" + uri(file) + "'}}");
    if (!previous.isEmpty()) {
      params.addProperty("previousResultId", previous);
    }
    return client.request("textDocument/diagnostic", params).getAsJsonObject();
  }

  @Test
  void reportsAMissingFileOnItsSiblingUntilItIsThere() throws Exception {
    Path file = Files.writeString(folder.resolve(FIRST), "# A\n");
    Path second = folder.resolve("02-capacity-estimation.md");
    try (LspClient client = LspClient.in(folder, "{}")) {
      client.awaitDiagnostics(uri(file), d -> d.toString().contains("no 02-capacity"));
      client.open(file, "# A\n");
      client.open(second, "# B\n");
      client.awaitDiagnostics(uri(second), d -> d.toString().contains("no 03-api"));
      client.awaitDiagnostics(uri(file), d -> !d.toString().contains("no 02-capacity"));
    }
  }

  @Test
  void readsAFileOutsideAnyFolderFromItsOwnDirectory() throws Exception {
    Path lone = Files.createDirectories(folder.resolve("lone"));
    Path below = Files.createDirectories(lone.resolve("below"));
    Files.writeString(below.resolve(FIRST), "# C\n");
    Files.writeString(lone.resolve("02-capacity-estimation.md"), "# B\n");
    Path file = lone.resolve(FIRST);
    try (LspClient client = LspClient.start()) {
      client.request("initialize", json("{'capabilities': {}}"));
      client.notify("initialized", new JsonObject());
      client.open(file, "# A\n");
      client.awaitDiagnostics(uri(file), d -> !d.toString().contains("no 02-capacity"));
      JsonObject status =
          client
              .request("workspace/executeCommand", json("{'command': 'hld.packStatus'}"))
              .getAsJsonObject();
      assertThat(status.getAsJsonArray("packs")).hasSize(1);
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource({"utf-8, 8", "utf-16, 4", "utf-32, 2"})
  void countsColumnsAsAgreed(String encoding, int column) throws Exception {
    Path file = folder.resolve(FIRST);
    try (LspClient client =
        LspClient.in(folder, "{'general': {'positionEncodings': ['" + encoding + "']}}")) {
      client.open(file, "😀😀 x\r\n");
      client.change(
          file,
          2,
          json(
              ("{'text': '# A', 'range': {'start': {'line': 0, 'character': 0},"
                      + " 'end': {'line': 0, 'character': %d}}}")
                  .formatted(column)));
      JsonArray symbols =
          client
              .request(
                  "textDocument/documentSymbol",
                  json("{'textDocument': {'uri': '" + uri(file) + "'}}"))
              .getAsJsonArray();
      assertThat(symbols.get(0).getAsJsonObject().get("name").getAsString()).isEqualTo("A x");
    }
  }

  @Test
  void takesSettings() throws Exception {
    Path file = Files.writeString(folder.resolve(FIRST), "# A\n");
    try (LspClient client = LspClient.in(folder, "{}")) {
      client.awaitDiagnostics(uri(file), d -> d.toString().contains("pack/missing-file"));
      client.notify(
          "workspace/didChangeConfiguration",
          json("{'settings': {'hld': {'rules': {'pack/missing-file': 'off'}}}}"));
      client.awaitDiagnostics(uri(file), d -> !d.toString().contains("pack/missing-file"));
      client.notify(
          "workspace/didChangeConfiguration",
          json("{'settings': {'hld': {'diagnostics': {'scope': 'openFiles'}}}}"));
      client.awaitDiagnostics(uri(file), JsonArray::isEmpty);
    }
  }
}
