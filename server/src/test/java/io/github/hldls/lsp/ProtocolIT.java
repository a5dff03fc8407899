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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the protocol asks of a server beside its features, over real streams. */
class ProtocolIT {
  private static final String FIRST = "01-problem-requirements.md";
  private static final String SECOND = "02-capacity-estimation.md";
  private static final int CANCELLED = -32800;

  @TempDir Path folder;

  private static Predicate<JsonObject> method(String name) {
    return m -> m.has("method") && m.get("method").getAsString().equals(name);
  }

  private static boolean has(JsonArray diagnostics, String rule, int severity) {
    return diagnostics.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .anyMatch(
            d ->
                d.get("code").getAsString().equals(rule)
                    && d.get("severity").getAsInt() == severity);
  }

  @Test
  void aRequestThatIsTakenBackIsAnsweredAsCancelled() throws Exception {
    Path file = Files.writeString(folder.resolve(FIRST), "# A\n");
    try (LspClient client = LspClient.in(folder, "{}")) {
      client.open(file, "# A\n");
      int code = 0;
      for (int i = 0; i < 50 && code != CANCELLED; i++) {
        client.ask("textDocument/hover", at(file, 0, 2));
        int id = client.ask("textDocument/codeAction", actionsAt(file));
        client.notify("$/cancelRequest", json("{'id': " + id + "}"));
        JsonObject response = client.response(id);
        code = response.has("error") ? response.getAsJsonObject("error").get("code").getAsInt() : 0;
      }
      assertThat(code).isEqualTo(CANCELLED);
      client.notify("$/cancelRequest", json("{'id': 999999}"));
      client.notify("$/cancelRequest", json("{'id': {}}"));
      assertThat(client.request("textDocument/hover", at(file, 0, 2)).isJsonObject()).isTrue();
    }
  }

  private static JsonObject actionsAt(Path file) {
    JsonObject params = json("{'textDocument': {'uri': '" + uri(file) + "'}}");
    params.add(
        "range",
        json("{'start': {'line': 0, 'character': 0}, 'end': {'line': 0, 'character': 0}}"));
    params.add("context", json("{'diagnostics': []}"));
    return params;
  }

  @Test
  void streamsTheWorkspacesDiagnosticsAndAsksForThemAgain() throws Exception {
    Path a = Files.createDirectories(folder.resolve("a"));
    Path b = Files.createDirectories(folder.resolve("b"));
    Files.writeString(a.resolve(FIRST), "# A\n");
    Files.writeString(b.resolve(FIRST), "# B\n");
    String capabilities =
        "{'textDocument': {'diagnostic': {}}, 'workspace': {'diagnostics': {'refreshSupport': true},"
            + " 'didChangeWatchedFiles': {'dynamicRegistration': true}}}";
    try (LspClient client = LspClient.in(folder, capabilities)) {
      JsonElement rest =
          client.request(
              "workspace/diagnostic",
              json("{'previousResultIds': [], 'partialResultToken': 'piece'}"));
      assertThat(rest.getAsJsonObject().getAsJsonArray("items")).isEmpty();
      client.await(m -> isPiece(m, uri(a.resolve(FIRST))));
      JsonObject piece = client.await(m -> isPiece(m, uri(b.resolve(FIRST))));
      JsonObject report =
          piece
              .getAsJsonObject("params")
              .getAsJsonObject("value")
              .getAsJsonArray("items")
              .get(0)
              .getAsJsonObject();

      JsonObject previous = json("{'uri': '" + uri(b.resolve(FIRST)) + "'}");
      previous.add("value", report.get("resultId"));
      JsonObject again = json("{'previousResultIds': []}");
      again.getAsJsonArray("previousResultIds").add(previous);
      again
          .getAsJsonArray("previousResultIds")
          .add(json("{'uri': 'file:///gone.md', 'value': '1'}"));
      assertThat(client.request("workspace/diagnostic", again).toString())
          .contains("\"kind\":\"unchanged\"", "file:///gone.md");

      client.forget();
      Path second = Files.writeString(a.resolve(SECOND), "# C\n");
      client.notify(
          "workspace/didChangeWatchedFiles",
          json("{'changes': [{'uri': '" + uri(second) + "', 'type': 1}]}"));
      client.await(method("workspace/diagnostic/refresh"));
      JsonObject pull = json("{'textDocument': {'uri': '" + uri(a.resolve(FIRST)) + "'}}");
      assertThat(client.request("textDocument/diagnostic", pull).toString())
          .doesNotContain("no 02-capacity");
      pull = json("{'textDocument': {'uri': 'file:///nowhere/notes.md'}}");
      assertThat(client.request("textDocument/diagnostic", pull).toString())
          .contains("\"items\":[]");
    }
  }

  private static boolean isPiece(JsonObject message, String uri) {
    return method("$/progress").test(message)
        && message.toString().contains("\"piece\"")
        && message.toString().contains(uri);
  }

  @Test
  void pullsTheSettingsOfEachFolder() throws Exception {
    Path a = Files.createDirectories(folder.resolve("a"));
    Path b = Files.createDirectories(folder.resolve("b"));
    Files.writeString(a.resolve(FIRST), "# A\n");
    Files.writeString(b.resolve(FIRST), "# B\n");
    try (LspClient client = LspClient.start()) {
      client.answer(
          "workspace/configuration",
          params -> {
            JsonArray values = new JsonArray();
            for (JsonElement item : params.getAsJsonObject().getAsJsonArray("items")) {
              boolean isB = item.toString().contains("/b\"");
              values.add(isB ? json("{'rules': {'pack/missing-file': 'hint'}}") : json("{}"));
            }
            return values;
          });
      client.request(
          "initialize",
          json(
              ("{'capabilities': {'workspace': {'configuration': true, 'workspaceFolders': true,"
                      + " 'didChangeConfiguration': {'dynamicRegistration': true}},"
                      + " 'window': {'workDoneProgress': true}},"
                      + " 'workspaceFolders': [{'uri': '%s', 'name': 'a'}, {'uri': '%s', 'name': 'b'}]}")
                  .formatted(uri(a), uri(b))));
      client.notify("initialized", new JsonObject());
      client.awaitDiagnostics(uri(a.resolve(FIRST)), d -> has(d, "pack/missing-file", 1));
      client.awaitDiagnostics(uri(b.resolve(FIRST)), d -> has(d, "pack/missing-file", 4));
      client.notify("workspace/didChangeConfiguration", json("{'settings': null}"));

      JsonObject create = client.await(method("window/workDoneProgress/create"));
      JsonElement token = create.getAsJsonObject("params").get("token");
      assertThat(token.getAsJsonPrimitive().isString()).isTrue();
      for (String kind : new String[] {"begin", "end"}) {
        client.await(
            m ->
                method("$/progress").test(m)
                    && m.getAsJsonObject("params").get("token").equals(token)
                    && m.toString().contains("\"kind\":\"" + kind + "\""));
      }
    }
  }

  @Test
  void sendsNothingThatTheClientDidNotDeclare() throws Exception {
    Path file = Files.writeString(folder.resolve(FIRST), "# A\n\n## B\n");
    try (LspClient client = LspClient.in(folder, "{}")) {
      client.notify("$/setTrace", json("{'value': 'verbose'}"));
      client.open(file, "# A\n\n## B\n");
      JsonArray pushed = client.awaitDiagnostics(uri(file), d -> !d.isEmpty());
      for (JsonElement each : pushed) {
        assertThat(each.getAsJsonObject().keySet())
            .isSubsetOf(Set.of("range", "severity", "code", "source", "message"));
      }
      client.notify("workspace/didChangeConfiguration", json("{'settings': {'hld': 7}}"));
      JsonObject document = json("{'textDocument': {'uri': '" + uri(file) + "'}}");
      assertThat(client.request("textDocument/codeLens", document).toString())
          .contains("missing")
          .doesNotContain("hld.insertMissing");
      client.request("shutdown", JsonNull.INSTANCE);
      for (String asked :
          new String[] {
            "client/registerCapability",
            "workspace/configuration",
            "window/workDoneProgress/create",
            "workspace/diagnostic/refresh",
            "workspace/codeLens/refresh",
            "workspace/inlayHint/refresh",
            "workspace/applyEdit",
            "$/progress"
          }) {
        assertThat(client.count(asked)).as(asked).isZero();
      }
    }
  }

  @Test
  void tellsWhatTheClientCanShow() throws Exception {
    Path file = folder.resolve(FIRST);
    String text = "# Shop\n\n## Schema\n\n</details>\n```\n\n## Scope\n\nText.\n";
    String capabilities =
        "{'textDocument': {'publishDiagnostics': {'relatedInformation': true, 'dataSupport': true,"
            + " 'codeDescriptionSupport': true, 'versionSupport': true,"
            + " 'tagSupport': {'valueSet': [1, 2]}}}}";
    try (LspClient client = LspClient.in(folder, capabilities)) {
      client.open(file, text);
      JsonArray found = client.awaitDiagnostics(uri(file), d -> !d.isEmpty());
      assertThat(found.toString()).contains("\"requirements\":[", "\"source\":\"hld\"");
      assertThat(found.toString()).contains("docs/rules.md#requirements-functional\"");
      for (JsonElement each : found) {
        boolean stray = each.toString().contains("\"markdown/stray-fence\"");
        assertThat(each.toString().contains("\"tags\":[1]")).isEqualTo(stray);
      }
      assertThat(found.toString()).contains("\"tags\":[1]");
      client.replace(file, 5, text + "\n## More\n");
      client.await(
          m ->
              method("textDocument/publishDiagnostics").test(m)
                  && m.getAsJsonObject("params").has("version")
                  && m.getAsJsonObject("params").get("version").getAsInt() == 5);
    }
  }

  @Test
  void softensWhatIsBeingWrittenUntilItIsSaved() throws Exception {
    Path file = folder.resolve(FIRST);
    String text = "# Shop\n\n## Functional Requirements\n\n## Scope\n\nTODO\n";
    try (LspClient client = LspClient.in(folder, "{}")) {
      Files.writeString(file, text);
      client.open(file, text);
      client.awaitDiagnostics(uri(file), d -> softened(d, "Scope") == 0 && !d.isEmpty());
      client.change(
          file,
          2,
          json(
              "{'text': 'x', 'range': {'start': {'line': 6, 'character': 4},"
                  + " 'end': {'line': 6, 'character': 4}}}"));
      client.change(
          file,
          3,
          json(
              "{'text': '', 'range': {'start': {'line': 6, 'character': 4},"
                  + " 'end': {'line': 6, 'character': 5}}}"));
      client.awaitDiagnostics(uri(file), d -> softened(d, "Scope") == 1);
      client.forget();
      client.notify("textDocument/didSave", json("{'textDocument': {'uri': '" + uri(file) + "'}}"));
      client.awaitDiagnostics(uri(file), d -> softened(d, "Scope") == 0 && !d.isEmpty());
    }
  }

  /** How many findings about a section are mere hints. */
  private static long softened(JsonArray diagnostics, String section) {
    return diagnostics.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(d -> d.get("message").getAsString().startsWith("\"" + section + "\""))
        .filter(d -> d.get("severity").getAsInt() == 4)
        .count();
  }

  @ParameterizedTest
  @CsvSource({"utf-8, 8, 31, 35", "utf-16, 4, 26, 30", "utf-32, 2, 24, 28"})
  void tellsColumnsAsAgreed(String encoding, int afterFaces, int start, int end) throws Exception {
    Path file = folder.resolve(SECOND);
    try (LspClient client =
        LspClient.in(
            folder,
            "{'general': {'positionEncodings': ['"
                + encoding
                + "']}, 'textDocument': {'codeAction': {'codeActionLiteralSupport':"
                + " {'codeActionKind': {'valueSet': []}}}}}")) {
      client.open(file, "# A\n\n😀😀 Storage: 20 × 5 KB = 1 MB\n");
      JsonArray found =
          client.awaitDiagnostics(uri(file), d -> has(d, "rules/number-calculated", 2));
      JsonObject wrong =
          found.asList().stream()
              .map(JsonElement::getAsJsonObject)
              .filter(d -> d.get("severity").getAsInt() == 2)
              .filter(d -> d.get("code").getAsString().equals("rules/number-calculated"))
              .findFirst()
              .orElseThrow();
      JsonObject range = wrong.getAsJsonObject("range");
      assertThat(range.toString())
          .isEqualTo(
              "{\"start\":{\"line\":2,\"character\":%d},\"end\":{\"line\":2,\"character\":%d}}"
                  .formatted(start, end));
      assertThat(client.request("textDocument/hover", at(file, 2, end - 1)).toString())
          .contains("100 KB");
      JsonObject params = actionsAt(file);
      params.add("range", range);
      assertThat(client.request("textDocument/codeAction", params).toString())
          .contains("\"newText\":\"100 KB\"", "\"character\":" + start + "}");
      client.change(
          file,
          2,
          json(
              ("{'text': '', 'range': {'start': {'line': 2, 'character': 0},"
                      + " 'end': {'line': 2, 'character': %d}}}")
                  .formatted(afterFaces + 1)));
      client.awaitDiagnostics(
          uri(file), d -> d.toString().contains("\"character\":" + (start - afterFaces - 1)));
    }
  }

  @Test
  void followsFilesAndFoldersThatAreMoved() throws Exception {
    Path a = Files.createDirectories(folder.resolve("a"));
    Path file = Files.writeString(a.resolve(FIRST), "# A\n");
    String watches = "{'workspace': {'didChangeWatchedFiles': {'dynamicRegistration': true}}}";
    try (LspClient client = LspClient.in(folder, watches)) {
      client.awaitDiagnostics(uri(file), d -> !d.isEmpty());
      Path b = folder.resolve("b");
      Files.move(a, b);
      client.notify(
          "workspace/didRenameFiles",
          json("{'files': [{'oldUri': '" + uri(a) + "', 'newUri': '" + uri(b) + "'}]}"));
      client.awaitDiagnostics(uri(b.resolve(FIRST)), d -> !d.isEmpty());
      client.awaitDiagnostics(uri(file), JsonArray::isEmpty);
      Files.delete(b.resolve(FIRST));
      client.notify(
          "workspace/didDeleteFiles",
          json("{'files': [{'uri': '" + uri(b.resolve(FIRST)) + "'}, {'uri': 7}]}"));
      client.awaitDiagnostics(uri(b.resolve(FIRST)), JsonArray::isEmpty);
      client.notify("workspace/didCreateFiles", json("{'files': 'x'}"));
      assertThat(client.quit()).isZero();
    }
  }

  @Test
  void anOpenTextGoesBeforeTheOneOnDisk() throws Exception {
    Path file = Files.writeString(folder.resolve(FIRST), "# A\n\n## Void\n");
    String watches = "{'workspace': {'didChangeWatchedFiles': {'dynamicRegistration': true}}}";
    try (LspClient client = LspClient.in(folder, watches)) {
      client.awaitDiagnostics(uri(file), d -> d.toString().contains("Void"));
      client.open(file, "# A\n\n## Naught\n");
      client.awaitDiagnostics(uri(file), d -> d.toString().contains("Naught"));
      client.forget();
      Files.writeString(file, "# A\n\n## Nil\n");
      client.notify(
          "workspace/didChangeWatchedFiles",
          json("{'changes': [{'uri': '" + uri(file) + "', 'type': 2}]}"));
      client.notify(
          "textDocument/didClose", json("{'textDocument': {'uri': '" + uri(file) + "'}}"));
      JsonArray next = client.awaitDiagnostics(uri(file), d -> true);
      assertThat(next.toString()).contains("Nil");
    }
  }

  @Test
  void aBadPositionOrNameCostsNothing() throws Exception {
    Path file = Files.writeString(folder.resolve(FIRST), "# A\n");
    try (LspClient client = LspClient.in(folder, "{}")) {
      client.open(file, "# A\n");
      for (int line : new int[] {999, -1, 0}) {
        JsonObject at = at(file, line, line == 0 ? Integer.MAX_VALUE : line);
        for (String each :
            new String[] {"hover", "definition", "references", "documentHighlight", "completion"}) {
          client.response(client.ask("textDocument/" + each, at));
        }
      }
      for (String name :
          new String[] {"untitled:1", "file://%zz", "http://x/01-a.md", "", "\\u0000"}) {
        JsonObject document = new JsonObject();
        document.addProperty("uri", name);
        JsonObject params = new JsonObject();
        params.add("textDocument", document);
        for (String each : new String[] {"documentSymbol", "foldingRange", "codeLens"}) {
          client.response(client.ask("textDocument/" + each, params));
        }
        client.notify("textDocument/didClose", params);
        client.notify("textDocument/didSave", params);
      }
      client.notify("textDocument/didChange", JsonParser.parseString("[1, 2]"));
      assertThat(client.request("textDocument/hover", at(file, 0, 2)).isJsonObject()).isTrue();
    }
  }
}
