package io.github.hldls.lsp;

import static io.github.hldls.lsp.LspClient.json;
import static io.github.hldls.lsp.LspClient.uri;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchIT {
  private static final String FIRST = "01-problem-requirements.md";
  private static final String SECOND = "02-capacity-estimation.md";
  private static final String WATCHES =
      "{'workspace': {'didChangeWatchedFiles': {'dynamicRegistration': true}}}";

  @TempDir Path folder;

  @Test
  void watchesFoldersForAClientThatCannot() throws Exception {
    Path file = Files.writeString(folder.resolve(FIRST), "# A\n");
    try (LspClient client = LspClient.in(folder, "{}")) {
      client.awaitDiagnostics(uri(file), d -> d.toString().contains("no 02-capacity"));
      assertThat(client.count("client/registerCapability")).isZero();
      // The watch starts after the scan; a file that is written until it is seen cannot be missed.
      client.forget();
      Path late = Files.createDirectories(folder.resolve("late"));
      for (int i = 0; i < 50 && client.count("textDocument/publishDiagnostics") == 0; i++) {
        Files.writeString(folder.resolve(SECOND), "# B " + i + "\n");
        client.request("workspace/symbol", json("{'query': 'zzz'}"));
      }
      client.awaitDiagnostics(uri(file), d -> !d.toString().contains("no 02-capacity"));
      Files.writeString(late.resolve(FIRST), "# C\n");
      client.awaitDiagnostics(uri(late.resolve(FIRST)), d -> !d.isEmpty());
      Files.delete(folder.resolve(SECOND));
      client.forget();
      client.awaitDiagnostics(uri(file), d -> d.toString().contains("no 02-capacity"));
    }
  }

  @Test
  void leavesTheWatchingToAClientThatCan() throws Exception {
    Path file = Files.writeString(folder.resolve(FIRST), "# A\n");
    try (LspClient client = LspClient.in(folder, WATCHES)) {
      JsonObject registration =
          client.await(
              m ->
                  m.has("method")
                      && m.get("method").getAsString().equals("client/registerCapability"));
      assertThat(registration.toString()).contains("**/*.{md,MD}");
      client.awaitDiagnostics(uri(file), d -> d.toString().contains("no 02-capacity"));
      Path second = Files.writeString(folder.resolve(SECOND), "# B\n");
      changed(client, second, 1);
      client.awaitDiagnostics(uri(file), d -> !d.toString().contains("no 02-capacity"));
      Files.delete(second);
      client.forget();
      changed(client, second, 3);
      client.awaitDiagnostics(uri(file), d -> d.toString().contains("no 02-capacity"));
    }
  }

  private static void changed(LspClient client, Path file, int type) {
    client.notify(
        "workspace/didChangeWatchedFiles",
        json("{'changes': [{'uri': '" + uri(file) + "', 'type': " + type + "}]}"));
  }

  @Test
  void takesAndGivesUpFolders() throws Exception {
    Path a = Files.createDirectories(folder.resolve("a"));
    Path b = Files.createDirectories(folder.resolve("b"));
    Files.writeString(a.resolve(FIRST), "# A\n");
    Files.writeString(b.resolve(FIRST), "# B\n");
    try (LspClient client = LspClient.in(a, "{'workspace': {'workspaceFolders': true}}")) {
      client.awaitDiagnostics(uri(a.resolve(FIRST)), d -> !d.isEmpty());
      client.notify("workspace/didChangeWorkspaceFolders", json(folders(uri(b), uri(a))));
      client.awaitDiagnostics(uri(b.resolve(FIRST)), d -> !d.isEmpty());
      client.awaitDiagnostics(uri(a.resolve(FIRST)), JsonArray::isEmpty);
    }
  }

  private static String folders(String added, String removed) {
    return "{'event': {'added': [{'uri': '%s', 'name': 'x'}], 'removed': [{'uri': '%s', 'name': 'y'}]}}"
        .formatted(added, removed);
  }
}
