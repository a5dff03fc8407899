package io.github.hldls.lsp;

import static io.github.hldls.lsp.LspClient.at;
import static io.github.hldls.lsp.LspClient.json;
import static io.github.hldls.lsp.LspClient.uri;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every feature over the wire, for a client that can much and for one that can little. */
class FeaturesIT {
  private static final String FIRST = "01-problem-requirements.md";
  private static final String CORE = "05A-production-deep-dives-core.md";
  private static final String RICH =
      """
      {'workspace': {'applyEdit': true, 'workspaceEdit': {'documentChanges': true,
         'snippetEditSupport': true, 'resourceOperations': ['create']}},
       'textDocument': {
         'hover': {'contentFormat': ['markdown']},
         'completion': {'completionItem': {'snippetSupport': true,
            'resolveSupport': {'properties': ['documentation']}}},
         'documentSymbol': {'hierarchicalDocumentSymbolSupport': true},
         'rename': {'prepareSupport': true},
         'codeAction': {'dataSupport': true, 'codeActionLiteralSupport': {'codeActionKind': {'valueSet': []}},
            'resolveSupport': {'properties': ['edit']}}}}
      """;
  private static final String TEXT =
      """
      # Shop: Requirements

      ## Functional Requirements

      See [core](./05A-production-deep-dives-core.md#step-7-caching-redis) and [here](#functional-requirements).

      ##
      """;
  private static final String CORE_TEXT =
      """
      # Shop: Core

      ## Step 7: Caching (Redis)

      ### A) CONCEPT (WHAT IT IS)

      Redis is a server in the middle of all programs; each of them leaves things there which the others may want.

      ### B) OUR USAGE (HOW WE USE IT HERE)

      Redis holds the carts.
      """;

  @TempDir Path folder;
  private Path first;
  private Path core;

  @BeforeEach
  void writes() throws Exception {
    first = Files.writeString(folder.resolve(FIRST), TEXT);
    core = Files.writeString(folder.resolve(CORE), CORE_TEXT);
  }

  private static JsonObject of(Path file) {
    return json("{'textDocument': {'uri': '" + uri(file) + "'}}");
  }

  private LspClient rich() throws Exception {
    LspClient client = LspClient.in(folder, RICH);
    client.open(first, TEXT);
    client.open(core, CORE_TEXT);
    return client;
  }

  private LspClient poor() throws Exception {
    LspClient client = LspClient.in(folder, "{}");
    client.open(first, TEXT);
    client.open(core, CORE_TEXT);
    return client;
  }

  @Test
  void hovers() throws Exception {
    try (LspClient client = rich()) {
      assertThat(client.request("textDocument/hover", at(core, 2, 5)).toString())
          .contains("markdown", "Step 7", "✗ Eviction Policy", "~ A) CONCEPT", "#L5");
      assertThat(client.request("textDocument/hover", at(first, 0, 3)).toString())
          .contains("Step 1: Requirements", "02-capacity-estimation.md: not there");
      assertThat(client.request("textDocument/hover", at(core, 10, 2)).toString())
          .contains("Redis", "Explained in", "05A-production-deep-dives-core.md:7");
    }
    try (LspClient client = poor()) {
      assertThat(client.request("textDocument/hover", at(core, 2, 5)).toString())
          .contains("plaintext")
          .doesNotContain("**");
    }
  }

  @Test
  void completes() throws Exception {
    try (LspClient client = rich()) {
      JsonArray items = items(client.request("textDocument/completion", at(first, 6, 3)));
      JsonObject item = items.get(1).getAsJsonObject();
      assertThat(item.get("detail").getAsString()).startsWith("missing");
      assertThat(item.get("insertTextFormat").getAsInt()).isEqualTo(2);
      assertThat(item.toString()).contains("${1");
      assertThat(client.request("completionItem/resolve", item).toString())
          .contains("Why it matters");
      JsonArray links = items(client.request("textDocument/completion", at(first, 4, 13)));
      assertThat(links.toString()).contains("./05A-production-deep-dives-core.md");
    }
    try (LspClient client = poor()) {
      JsonArray items = items(client.request("textDocument/completion", at(first, 6, 3)));
      assertThat(items.get(1).getAsJsonObject().get("insertTextFormat").getAsInt()).isEqualTo(1);
      assertThat(items.toString()).doesNotContain("${1").contains("Why it matters");
    }
  }

  private static JsonArray items(JsonElement list) {
    return list.getAsJsonObject().getAsJsonArray("items");
  }

  @Test
  void completesAnEmptyFile() throws Exception {
    try (LspClient client = rich()) {
      Path second = folder.resolve("02-capacity-estimation.md");
      client.open(second, "");
      JsonArray items = items(client.request("textDocument/completion", at(second, 0, 0)));
      assertThat(items.get(0).getAsJsonObject().get("label").getAsString())
          .startsWith("Whole file");
    }
  }

  private static JsonObject actionsAt(Path file, int line) {
    return json(
        ("{'textDocument': {'uri': '%s'}, 'range': {'start': {'line': %d, 'character': 0},"
                + " 'end': {'line': %d, 'character': 0}}, 'context': {'diagnostics': []}}")
            .formatted(uri(file), line, line));
  }

  @Test
  void offersFixesAndResolvesThem() throws Exception {
    try (LspClient client = rich()) {
      JsonArray actions =
          client.request("textDocument/codeAction", actionsAt(core, 2)).getAsJsonArray();
      JsonObject insert = titled(actions, "Insert part B of step 7");
      assertThat(insert.has("edit")).isFalse();
      String resolved = client.request("codeAction/resolve", insert).toString();
      assertThat(resolved).contains("documentChanges", "snippet", "Eviction Policy", "allkeys-lru");
      assertThat(titled(actions, "Insert all").has("data")).isTrue();
      JsonArray onFirst =
          client.request("textDocument/codeAction", actionsAt(first, 0)).getAsJsonArray();
      JsonObject create = titled(onFirst, "Create 02-capacity-estimation.md with an example");
      assertThat(client.request("codeAction/resolve", create).toString())
          .contains("\"kind\":\"create\"", "QPS");
    }
    try (LspClient client = poor()) {
      JsonArray actions =
          client.request("textDocument/codeAction", actionsAt(core, 2)).getAsJsonArray();
      assertThat(actions.get(0).getAsJsonObject().get("command").getAsString())
          .isEqualTo("hld.insertMissing");
    }
  }

  private static JsonObject titled(JsonArray actions, String title) {
    for (JsonElement action : actions) {
      if (action.getAsJsonObject().get("title").getAsString().startsWith(title)) {
        return action.getAsJsonObject();
      }
    }
    throw new AssertionError("no \"" + title + "\" in " + actions);
  }

  @Test
  void showsTheOverview() throws Exception {
    try (LspClient client = rich()) {
      assertThat(client.request("textDocument/documentSymbol", of(core)).toString())
          .contains("\"children\"", "step 7");
      assertThat(client.request("textDocument/foldingRange", of(core)).toString())
          .contains("\"startLine\":2");
      assertThat(client.request("textDocument/codeLens", of(core)).toString())
          .contains("missing", "hld.insertMissing");
      assertThat(client.request("textDocument/documentLink", of(first)).toString())
          .contains("05A-production-deep-dives-core.md#L3");
      assertThat(client.request("workspace/symbol", json("{'query': 'redis'}")).toString())
          .contains("Redis");
      JsonObject selection = of(core);
      selection.add(
          "positions", com.google.gson.JsonParser.parseString("[{\"line\": 6, \"character\": 4}]"));
      assertThat(client.request("textDocument/selectionRange", selection).toString())
          .contains("parent");
    }
    try (LspClient client = poor()) {
      assertThat(client.request("textDocument/documentSymbol", of(core)).toString())
          .contains("\"location\"");
    }
  }

  @Test
  void followsNames() throws Exception {
    try (LspClient client = rich()) {
      assertThat(client.request("textDocument/definition", at(core, 10, 2)).toString())
          .contains("\"line\":6");
      assertThat(client.request("textDocument/definition", at(first, 4, 20)).toString())
          .contains(CORE);
      assertThat(client.request("textDocument/references", at(core, 10, 2)).getAsJsonArray())
          .hasSize(3);
      assertThat(client.request("textDocument/documentHighlight", at(core, 10, 2)).getAsJsonArray())
          .hasSize(3);
      assertThat(client.request("textDocument/prepareRename", at(core, 2, 5)).isJsonObject())
          .isTrue();
      JsonObject rename = at(core, 2, 5);
      rename.add("newName", new JsonPrimitive("Step 7: The Cache"));
      assertThat(client.request("textDocument/rename", rename).toString())
          .contains("step-7-the-cache", FIRST, CORE);
    }
  }

  @Test
  void runsCommands() throws Exception {
    try (LspClient client = rich()) {
      client.answer("workspace/applyEdit", p -> json("{'applied': true}"));
      JsonObject status =
          client
              .request("workspace/executeCommand", json("{'command': 'hld.packStatus'}"))
              .getAsJsonObject();
      JsonObject pack = status.getAsJsonArray("packs").get(0).getAsJsonObject();
      assertThat(pack.getAsJsonArray("files")).hasSize(7);
      assertThat(pack.toString()).contains("\"evidence\":[{", "\"belongs\"", "\"label\"");
      assertThat(
              client
                  .request(
                      "workspace/executeCommand",
                      json("{'command': 'hld.insertMissing', 'arguments': ['" + uri(core) + "']}"))
                  .getAsBoolean())
          .isTrue();
      assertThat(
              client
                  .await(
                      m ->
                          m.has("method")
                              && m.get("method").getAsString().equals("workspace/applyEdit"))
                  .toString())
          .contains("Eviction Policy");
      assertThat(
              client
                  .request(
                      "workspace/executeCommand",
                      json(
                          "{'command': 'hld.newPack', 'arguments': ['"
                              + uri(folder.resolve("new"))
                              + "']}"))
                  .getAsJsonArray())
          .hasSize(7);
      assertThat(
              client
                  .request("workspace/executeCommand", json("{'command': 'hld.showReport'}"))
                  .getAsString())
          .contains("| 7. Caching");
      assertThat(client.error("workspace/executeCommand", json("{'command': 'hld.no'}")))
          .isEqualTo(-32602);
    }
  }

  @Test
  void showsHintsWhereTheyAreWanted() throws Exception {
    try (LspClient client = rich()) {
      JsonObject params = of(core);
      params.add(
          "range",
          json("{'start': {'line': 0, 'character': 0}, 'end': {'line': 99, 'character': 0}}"));
      assertThat(client.request("textDocument/inlayHint", params).getAsJsonArray()).isEmpty();
      client.notify(
          "workspace/didChangeConfiguration",
          json("{'settings': {'hld': {'inlayHints': {'requirements': true}}}}"));
      assertThat(client.request("textDocument/inlayHint", params).toString())
          .contains("caching/concept");
      Path second = folder.resolve("02-capacity-estimation.md");
      client.open(second, "# Shop\n\nA day: 20 × 5 KB = 1 MB\n\nA night: 2 × 3 = 6\n");
      client.notify(
          "workspace/didChangeConfiguration",
          json("{'settings': {'hld': {'inlayHints': {'values': true}}}}"));
      JsonObject sums = of(second);
      sums.add("range", params.get("range"));
      JsonArray hints = client.request("textDocument/inlayHint", sums).getAsJsonArray();
      assertThat(hints).hasSize(1);
      assertThat(hints.toString()).contains("= 100 KB", "\"line\":2");
      client.notify(
          "workspace/didChangeConfiguration",
          json("{'settings': {'hld': {'inlayHints': {'values': 'all'}}}}"));
      assertThat(client.request("textDocument/inlayHint", sums).toString())
          .contains("= 100 KB", "✓", "\"line\":4");
      assertThat(client.request("textDocument/hover", at(second, 4, 16)).toString())
          .contains("2 × 3 = 6", "\"line\":4");
    }
  }
}
