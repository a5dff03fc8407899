package io.github.hldls.lsp;

import static io.github.hldls.lsp.LspClient.json;
import static io.github.hldls.lsp.LspClient.uri;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configurations, templates of one's own and suppressions as an editor sees them. */
class ConfigIT {
  private static final Path MADR = Path.of("..", "test-workspaces", "madr");
  private static final String FIRST = "01-problem-requirements.md";
  private static final String WATCHES =
      "{'workspace': {'didChangeWatchedFiles': {'dynamicRegistration': true}}}";
  private static final String LITERALS =
      "{'textDocument': {'codeAction': {'codeActionLiteralSupport': {'codeActionKind':"
          + " {'valueSet': ['quickfix']}}}}}";

  @TempDir Path folder;

  private static void changed(LspClient client, Path file) {
    client.notify(
        "workspace/didChangeWatchedFiles",
        json("{'changes': [{'uri': '" + uri(file) + "', 'type': 2}]}"));
  }

  private static boolean has(JsonArray diagnostics, String rule, int severity) {
    return diagnostics.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .anyMatch(
            d ->
                d.has("code")
                    && d.get("code").getAsString().equals(rule)
                    && d.get("severity").getAsInt() == severity);
  }

  @Test
  void readsTheConfigurationAnewWhenItChanges() throws Exception {
    Path file = Files.writeString(folder.resolve(FIRST), "# A\n");
    Path config = folder.resolve(".hld.json");
    try (LspClient client = LspClient.in(folder, WATCHES)) {
      client.open(file, "# A\n");
      client.awaitDiagnostics(uri(file), d -> has(d, "pack/missing-file", 1));
      Files.writeString(config, "{\"rules\": {\"pack/*\": \"hint\"}}");
      changed(client, config);
      client.awaitDiagnostics(uri(file), d -> has(d, "pack/missing-file", 4));
      Files.writeString(config, "{\"rules\": {\"*\": \"off\"}}");
      changed(client, config);
      client.awaitDiagnostics(uri(file), JsonArray::isEmpty);
      client.forget();
      Files.delete(config);
      changed(client, config);
      client.awaitDiagnostics(uri(file), d -> has(d, "pack/missing-file", 1));
    }
  }

  @Test
  void hidesWhatTheBaselineKnows() throws Exception {
    Path file = Files.writeString(folder.resolve(FIRST), "# A\n\n## Empty\n\n## Void\n");
    Path known = folder.resolve("known.json");
    Files.writeString(folder.resolve(".hld.json"), "{\"baseline\": \"known.json\"}");
    Files.writeString(known, "{\"version\": 1, \"findings\": []}");
    try (LspClient client = LspClient.in(folder, WATCHES)) {
      client.awaitDiagnostics(uri(file), d -> d.toString().contains("Void"));
      Files.writeString(
          known,
          "{\"version\": 1, \"findings\": [{\"pack\": \".\", \"file\": \"01\", \"heading\":"
              + " \"A > Void\", \"rule\": \"markdown/empty-section\", \"severity\": \"warning\","
              + " \"count\": 1}]}");
      changed(client, known);
      client.awaitDiagnostics(
          uri(file), d -> d.toString().contains("Empty") && !d.toString().contains("Void"));
    }
  }

  @Test
  void theFileGoesBeforeTheEditorsSettingsAndOtherFilesFollowThem() throws Exception {
    Path a = Files.createDirectories(folder.resolve("a"));
    Path b = Files.createDirectories(folder.resolve("b"));
    Path first = Files.writeString(a.resolve(FIRST), "# A\n\n## Empty\n");
    Path second = Files.writeString(b.resolve(FIRST), "# B\n\n## Empty\n");
    Files.writeString(a.resolve(".hld.json"), "{\"rules\": {\"pack/*\": \"error\"}}");
    try (LspClient client = LspClient.in(folder, "{}")) {
      client.awaitDiagnostics(uri(second), d -> has(d, "pack/missing-file", 1));
      client.notify(
          "workspace/didChangeConfiguration",
          json(
              "{'settings': {'hld': {'rules': {'pack/missing-file': 'hint',"
                  + " 'markdown/*': 'off'}}}}"));
      client.awaitDiagnostics(uri(second), d -> has(d, "pack/missing-file", 4));
      JsonArray kept =
          client.awaitDiagnostics(uri(first), d -> !d.toString().contains("markdown/empty"));
      assertThat(has(kept, "pack/missing-file", 1)).isTrue();
    }
  }

  @Test
  void aBadConfigurationIsShownWhereItIsBad() throws Exception {
    Path a = Files.createDirectories(folder.resolve("a"));
    Path file = Files.writeString(folder.resolve(FIRST), "# A\n");
    Path bad = Files.writeString(a.resolve(".hld.json"), "{\n  \"ruls\": {}\n}\n");
    Path other = Files.writeString(a.resolve(FIRST), "# B\n");
    try (LspClient client = LspClient.in(folder, WATCHES)) {
      JsonArray shown = client.awaitDiagnostics(uri(bad), d -> !d.isEmpty());
      JsonObject problem = shown.get(0).getAsJsonObject();
      assertThat(problem.get("message").getAsString()).contains("did you mean \"rules\"?");
      assertThat(problem.getAsJsonObject("range").toString())
          .isEqualTo(
              "{\"start\":{\"line\":1,\"character\":2},\"end\":{\"line\":1,\"character\":8}}");
      client.awaitDiagnostics(uri(file), d -> !d.isEmpty());
      client.awaitDiagnostics(uri(other), d -> !d.isEmpty());
      Files.writeString(bad, "{}");
      changed(client, bad);
      client.awaitDiagnostics(uri(bad), JsonArray::isEmpty);
      assertThat(client.quit()).isZero();
    }
  }

  private void copyMadr() throws IOException {
    try (Stream<Path> all = Files.walk(MADR)) {
      for (Path file : all.sorted().toList()) {
        Path to = folder.resolve(MADR.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
  }

  @Test
  void checksAndCompletesDecisionRecords() throws Exception {
    copyMadr();
    Path record = folder.resolve("docs/decisions/0003-one-queue.md");
    String text = Files.readString(record);
    try (LspClient client = LspClient.in(folder, LITERALS)) {
      client.open(record, text);
      JsonArray found = client.awaitDiagnostics(uri(record), d -> has(d, "madr/options", 1));
      assertThat(found.toString()).doesNotContain("madr/drivers");

      String end = text + "\n## ";
      client.replace(record, 2, end);
      int line = (int) end.lines().count() - 1;
      JsonElement completions =
          client.request("textDocument/completion", LspClient.at(record, line, 3));
      assertThat(completions.toString()).contains("Considered Options").doesNotContain("Step 1");
      client.replace(record, 3, text);

      JsonObject where = json("{'textDocument': {'uri': '%s'}}".formatted(uri(record)));
      where.add(
          "range",
          json("{'start': {'line': 2, 'character': 2}, 'end': {'line': 2, 'character': 2}}"));
      where.add("context", json("{'diagnostics': []}"));
      JsonArray actions = client.request("textDocument/codeAction", where).getAsJsonArray();
      List<String> titles = new ArrayList<>();
      for (JsonElement action : actions) {
        JsonObject object = action.getAsJsonObject();
        titles.add(object.get("title").getAsString());
        if (object.get("title").getAsString().equals("Insert section \"Considered Options\"")) {
          assertThat(object.toString()).contains("## Considered Options");
        }
      }
      assertThat(titles)
          .contains(
              "Insert section \"Considered Options\"",
              "Suppress madr/options for this place",
              "Suppress madr/options in this file");
    }
  }

  @Test
  void seesAChangeOfTheTemplate() throws Exception {
    copyMadr();
    Path record = folder.resolve("docs/decisions/0003-one-queue.md");
    Path template = folder.resolve("template/template.json");
    Path rows = folder.resolve("template/record.json");
    try (LspClient client = LspClient.in(folder, WATCHES)) {
      client.awaitDiagnostics(uri(record), d -> has(d, "madr/options", 1));
      Files.writeString(
          rows, Files.readString(rows).replaceFirst("At least two options", "Some options"));
      Files.writeString(
          rows,
          Files.readString(rows)
              .replace("\"madr/options\",\n    \"severity\": \"error\"", "\"madr/options\""));
      changed(client, rows);
      client.awaitDiagnostics(uri(record), d -> has(d, "madr/options", 2));
      client.forget();
      Files.writeString(template, "{");
      changed(client, template);
      client.awaitDiagnostics(uri(folder.resolve(".hld.json")), d -> !d.isEmpty());
      client.awaitDiagnostics(uri(record), JsonArray::isEmpty);
    }
  }
}
