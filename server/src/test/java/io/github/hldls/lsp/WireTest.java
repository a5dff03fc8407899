package io.github.hldls.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read and written by hand is what Gson would read and write. */
class WireTest {
  private static final Gson GSON = new LazyGson().get();
  private static final Range RANGE = new Range(new Position(1, 2), new Position(3, 4));

  @Test
  void writesDiagnosticsAsGsonDoes() {
    Diagnostic plain =
        new Diagnostic(RANGE, "\"quoted\" <b>", DiagnosticSeverity.Error, "hld", "a/b");
    Diagnostic full = new Diagnostic(RANGE, "more", DiagnosticSeverity.Hint, "hld", "a/c");
    full.setCodeDescription(new DiagnosticCodeDescription("file:///rules.md#a"));
    full.setTags(List.of(DiagnosticTag.Unnecessary));
    full.setRelatedInformation(
        List.of(new DiagnosticRelatedInformation(new Location("file:///a.md", RANGE), "there")));
    JsonObject data = new JsonObject();
    data.addProperty("requirements", "x");
    full.setData(data);
    Diagnostic bare = new Diagnostic(RANGE, "bare");
    List<Diagnostic> all = List.of(plain, full, bare);
    assertThat(DiagnosticJson.of(all)).isEqualTo(GSON.toJsonTree(all));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'textDocument': {'uri': 'file:///a', 'languageId': 'markdown', 'version': 7, 'text': 'x'}}",
        "{'textDocument': {'uri': 'file:///a', 'text': ''}}",
        "{'textDocument': {'uri': 'file:///a', 'text': 'x', 'unknown': [1]}, 'more': {}}"
      })
  void readsOpenedDocumentsAsGsonDoes(String params) {
    same(params, DidOpenTextDocumentParams.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'textDocument': {'uri': 'a', 'version': 2}, 'contentChanges': []}",
        "{'textDocument': {'uri': 'a', 'version': null}, 'contentChanges': [{'text': 'x'}]}",
        "{'textDocument': {'uri': 'a'}, 'contentChanges': [{'range': null, 'text': 'x'}, {}]}",
        "{'textDocument': {'uri': 'a', 'version': 2}, 'contentChanges': [{'text': 'x', 'range':"
            + " {'start': {'line': 1, 'character': 2}, 'end': {'line': 3, 'character': 4}}}]}"
      })
  void readsChangesAsGsonDoes(String params) {
    same(params, DidChangeTextDocumentParams.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'textDocument': {'uri': 'a'}}",
        "{'textDocument': {'uri': 'a'}, 'identifier': 'hld', 'previousResultId': '12'}",
        "{'textDocument': {'uri': 'a'}, 'identifier': null, 'partialResultToken': 3}"
      })
  void readsPullsAsGsonDoes(String params) {
    JsonElement json = JsonParser.parseString(params);
    DocumentDiagnosticParams byGson = GSON.fromJson(json, DocumentDiagnosticParams.class);
    assertThat(Params.read(json, DocumentDiagnosticParams.class))
        .hasValueSatisfying(
            read -> {
              assertThat(read.getTextDocument()).isEqualTo(byGson.getTextDocument());
              assertThat(read.getIdentifier()).isEqualTo(byGson.getIdentifier());
              assertThat(read.getPreviousResultId()).isEqualTo(byGson.getPreviousResultId());
            });
  }

  private static <P> void same(String params, Class<P> type) {
    JsonElement json = JsonParser.parseString(params);
    assertThat(Params.read(json, type)).contains(GSON.fromJson(json, type));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'textDocument': {'uri': 'a', 'version': 'two'}, 'contentChanges': []}",
        "{'textDocument': {'uri': 'a', 'version': 1}, 'contentChanges': {}}",
        "{'textDocument': {'uri': {}, 'version': 1}, 'contentChanges': []}",
        "{'textDocument': {'uri': 'a', 'version': 1}, 'contentChanges': [1]}",
        "{'textDocument': {'uri': 'a', 'version': 1}, 'contentChanges': [{'range': 1}]}",
        "{'textDocument': {'uri': 'a', 'version': 1}, 'contentChanges': [{'range': {}}]}"
      })
  void saysWhatIsWrongWithParameters(String params) {
    Routes routes = new Routes(() -> GSON);
    routes.notification("x", DidChangeTextDocumentParams.class, changes -> {});
    JsonElement json = JsonParser.parseString(params);
    assertThatThrownBy(() -> routes.notification("x").orElseThrow().accept(json))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("the parameters of x are wrong");
  }

  @Test
  void writesMessagesAsTheyAre() {
    String message =
        "{\"a\":null,\"b\":[1,2.5,true,\"<&'\\\"\\u2028\\u0000\\ud83d\\ude00\"],\"c\":{\"d\":{}}}";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new FrameWriter(bytes).write(JsonParser.parseString(message));
    String written = bytes.toString(StandardCharsets.UTF_8);
    String body = written.substring(written.indexOf("\r\n\r\n") + 4);
    assertThat(JsonParser.parseString(body)).isEqualTo(JsonParser.parseString(message));
    assertThat(written)
        .startsWith("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n");
  }
}
