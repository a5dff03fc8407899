package io.github.hldls.lsp;

import static io.github.hldls.lsp.LspClient.at;
import static io.github.hldls.lsp.LspClient.json;
import static io.github.hldls.lsp.LspClient.uri;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that are wrong, odd or careless: the server answers as it should and lives on. */
class HostileIT {
  private static final String FIRST = "01-problem-requirements.md";
  private static final String PULL = "{'textDocument': {'diagnostic': {}}}";
  private static final int INVALID_PARAMS = -32602;

  @TempDir Path folder;

  private static String diagnostics(LspClient client, Path file) {
    return client
        .request("textDocument/diagnostic", json("{'textDocument': {'uri': '" + uri(file) + "'}}"))
        .toString();
  }

  private static JsonObject edit(int fromLine, int from, int toLine, int to, String text) {
    JsonObject change =
        json(
            "{'range': {'start': {'line': %d, 'character': %d}, 'end': {'line': %d, 'character': %d}}}"
                .formatted(fromLine, from, toLine, to));
    change.addProperty("text", text);
    return change;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "textDocument/hover|{}",
        "textDocument/hover|{'textDocument': {}, 'position': {'line': 0, 'character': 0}}",
        "textDocument/hover|{'textDocument': {'uri': 'file:///a'}}",
        "textDocument/hover|{'textDocument': {'uri': 'file:///a'}, 'position': {'line': 0}}",
        "textDocument/hover|{'textDocument': {'uri': 'file:///a'}, 'position': 'x'}",
        "textDocument/completion|{'textDocument': null, 'position': null}",
        "textDocument/selectionRange|{'textDocument': {'uri': 'file:///a'}}",
        "textDocument/rename|"
            + "{'textDocument': {'uri': 'file:///a'}, 'position': {'line': 0, 'character': 0}}",
        "textDocument/codeAction|{'textDocument': {'uri': 'file:///a'}}",
        "textDocument/diagnostic|{'textDocument': null}",
        "workspace/executeCommand|{}",
        "codeAction/resolve|{}"
      })
  void parametersThatAreIncompleteAreNamedSo(String method, String params) throws Exception {
    try (LspClient client = LspClient.in(folder, "{}")) {
      assertThat(client.error(method, json(params))).isEqualTo(INVALID_PARAMS);
      assertThat(client.error(method, JsonParser.parseString("[7]"))).isEqualTo(INVALID_PARAMS);
      assertThat(client.quit()).isZero();
    }
  }

  @Test
  void badNotificationsChangeNothing() throws Exception {
    Path file = Files.writeString(folder.resolve(FIRST), "# A\n");
    try (LspClient client = LspClient.in(folder, PULL)) {
      client.open(file, "# A\n\n## Void\n");
      String before = diagnostics(client, file);
      for (String method :
          new String[] {
            "textDocument/didOpen",
            "textDocument/didChange",
            "textDocument/didClose",
            "textDocument/didSave",
            "workspace/didChangeWatchedFiles",
            "workspace/didChangeWorkspaceFolders",
            "workspace/didChangeConfiguration",
            "workspace/didRenameFiles",
            "window/workDoneProgress/cancel",
            "$/cancelRequest",
            "$/setTrace",
            "$/unheardOf",
            "unheardOf"
          }) {
        for (String params :
            new String[] {
              "null",
              "7",
              "[]",
              "{}",
              "{'textDocument': 7}",
              "{'changes': [{}], 'event': {'added': [{'uri': 7}]}}",
              "{'textDocument': {'uri': '%s'}, 'contentChanges': [{'range': null}]}"
                  .formatted(uri(file))
            }) {
          boolean closes = method.equals("textDocument/didClose") && params.contains("range");
          if (!closes) {
            client.notify(method, JsonParser.parseString(params.replace('\'', '"')));
          }
        }
      }
      assertThat(diagnostics(client, file)).isEqualTo(before).contains("Void");
      assertThat(client.quit()).isZero();
    }
  }

  @Test
  void framesOfWrongLengthDoNotAddUp() throws Exception {
    try (LspClient client = LspClient.in(folder, "{}")) {
      String body = "{\"jsonrpc\":\"2.0\",\"method\":\"$/x\"}";
      String frame = "Content-Length: " + (body.length() + 20) + "\r\n\r\n" + body;
      client.raw(frame.repeat(10_000).getBytes(StandardCharsets.US_ASCII));
      assertThat(client.request("workspace/symbol", json("{'query': ''}")).isJsonArray()).isTrue();
      assertThat(client.quit()).isZero();
    }
  }

  @Test
  void aMessageThatDoesNotFitIntoMemoryIsRefused() throws Exception {
    Path file = folder.resolve(FIRST);
    try (LspClient client = LspClient.in(folder, "{}")) {
      client.open(file, "x".repeat(40 << 20));
      JsonObject refused = client.await(m -> m.has("error"));
      assertThat(refused.toString()).contains("too long");
      client.open(file, "# A\n".repeat(1 << 20));
      client.await(m -> m.toString().contains("too long to be looked at"));
      client.open(file, "# A\n");
      client.awaitDiagnostics(uri(file), d -> !d.isEmpty());
      assertThat(client.quit()).isZero();
    }
  }

  @Test
  void rangesOutsideOfTheTextAreTakenToEndWithIt() throws Exception {
    Path file = folder.resolve(FIRST);
    try (LspClient client = LspClient.in(folder, PULL)) {
      client.open(file, "# Shop\n");
      client.change(file, 9, edit(500, 5, 900, 9, "\n## Past The End\n"));
      assertThat(diagnostics(client, file)).contains("Past The End");
      // Versions that go backward, and a range from its end to its start.
      client.change(file, 3, edit(0, 6, 0, 2, "Store"));
      client.change(file, 2, edit(-1, -1, 0, 99, "# Bazaar"));
      client.change(file, 2, edit(Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 9, ""));
      JsonElement symbols =
          client.request(
              "textDocument/documentSymbol",
              json("{'textDocument': {'uri': '" + uri(file) + "'}}"));
      assertThat(symbols.toString()).contains("Bazaar", "Past The End").doesNotContain("Shop");
      client.change(folder.resolve("02-capacity-estimation.md"), 2, edit(0, 0, 0, 0, "never open"));
      assertThat(client.quit()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "untitled:Untitled-1",
        "git:/x/01-problem-requirements.md?%7B%7D",
        "vscode-notebook-cell:/x/01-problem-requirements.md#C1",
        "file://server/share/01-problem-requirements.md"
      })
  void documentsThatAreNoFilesOfThisMachineAreLeftAlone(String name) throws Exception {
    try (LspClient client = LspClient.in(folder, PULL)) {
      JsonObject document = json("{'languageId': 'markdown', 'version': 1, 'text': '# A'}");
      document.addProperty("uri", name);
      JsonObject params = new JsonObject();
      params.add("textDocument", document);
      client.notify("textDocument/didOpen", params);
      assertThat(client.request("textDocument/diagnostic", params).toString())
          .contains("\"items\":[]");
      client.notify("textDocument/didClose", params);
      assertThat(client.quit()).isZero();
    }
  }

  @Test
  void foldersAreNamedByTheirOwnLetters() throws Exception {
    // Composed and decomposed letters are two names to most systems; brackets come unescaped.
    Path odd = Files.createDirectories(folder.resolve("e\u0301 [1]"));
    Path file = Files.writeString(odd.resolve(FIRST), "# A\n");
    try (LspClient client = LspClient.in(folder, "{}")) {
      String named =
          client
              .await(m -> m.toString().contains("publishDiagnostics"))
              .getAsJsonObject("params")
              .get("uri")
              .getAsString();
      assertThat(Path.of(java.net.URI.create(named))).isEqualTo(file);
      JsonObject document = json("{'languageId': 'markdown', 'version': 1}");
      document.addProperty("uri", "file://" + file);
      document.addProperty("text", "# A\n\n## Void\n");
      JsonObject params = new JsonObject();
      params.add("textDocument", document);
      client.notify("textDocument/didOpen", params);
      client.awaitDiagnostics("file://" + file, d -> d.toString().contains("Void"));
      assertThat(client.quit()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"utf-8, 15", "utf-16, 10", "utf-32, 8"})
  void aTextWithCarriageReturnsIsEditedAtTheRightPlace(String encoding, int column)
      throws Exception {
    Path file = folder.resolve(FIRST);
    try (LspClient client =
        LspClient.in(
            folder,
            "{'general': {'positionEncodings': ['%s']}, 'textDocument': {'diagnostic': {},"
                    .formatted(encoding)
                + " 'documentSymbol': {'hierarchicalDocumentSymbolSupport': true},"
                + " 'codeAction': {'codeActionLiteralSupport': {'codeActionKind': {'valueSet': []}}}}}")) {
      client.open(file, "# A\r\n\r\n## \uD83D\uDE00e\u0301 \uD83D\uDE00\r\n\r\nText.\r\n");
      client.change(file, 2, edit(2, column, 2, column, " Void"));
      JsonObject document = json("{'textDocument': {'uri': '" + uri(file) + "'}}");
      assertThat(client.request("textDocument/documentSymbol", document).toString())
          .contains("\"\uD83D\uDE00e\u0301 \uD83D\uDE00 Void\"")
          .contains("\"character\":" + (column + 5) + "}");
      JsonObject params = json("{'textDocument': {'uri': '" + uri(file) + "'}}");
      params.add("range", edit(0, 0, 0, 0, "").get("range"));
      params.add("context", json("{'diagnostics': [], 'only': ['quickfix']}"));
      JsonArray actions = client.request("textDocument/codeAction", params).getAsJsonArray();
      assertThat(actions.toString()).contains("\\r\\n").doesNotContainPattern("[^r]\\\\n");
      assertThat(client.quit()).isZero();
    }
  }

  @Test
  void tracesWhatRequestsTakeWhileAsked() throws Exception {
    Path file = Files.writeString(folder.resolve(FIRST), "# A\n");
    try (LspClient client = LspClient.in(folder, "{}")) {
      client.request("textDocument/hover", at(file, 0, 2));
      assertThat(client.count("$/logTrace")).isZero();
      client.notify("$/setTrace", json("{'value': 'messages'}"));
      client.request("textDocument/hover", at(file, 0, 2));
      JsonObject trace = client.await(m -> m.toString().contains("$/logTrace"));
      assertThat(trace.getAsJsonObject("params").get("message").getAsString())
          .matches("textDocument/hover: [\\d.,]+ ms");
      client.request("shutdown", JsonNull.INSTANCE);
    }
  }

  @Test
  void aFolderThatIsGivenUpKeepsWhatIsOpenInIt() throws Exception {
    Path file = Files.writeString(folder.resolve(FIRST), "# A\n");
    try (LspClient client = LspClient.in(folder, "{}")) {
      client.open(file, "# A\n");
      client.awaitDiagnostics(uri(file), d -> !d.isEmpty());
      client.notify(
          "workspace/didChangeWorkspaceFolders",
          json("{'event': {'added': [], 'removed': [{'uri': '" + uri(folder) + "'}]}}"));
      client.change(file, 2, edit(1, 0, 1, 0, "\n## Void\n"));
      client.awaitDiagnostics(uri(file), d -> d.toString().contains("Void"));
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          if (!path.equals(folder)) {
            Files.delete(path);
          }
        }
      }
      client.notify(
          "textDocument/didClose", json("{'textDocument': {'uri': '" + uri(file) + "'}}"));
      client.awaitDiagnostics(uri(file), JsonArray::isEmpty);
      assertThat(client.quit()).isZero();
    }
  }
}
