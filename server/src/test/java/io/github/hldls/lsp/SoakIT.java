package io.github.hldls.lsp;

import static io.github.hldls.lsp.LspClient.json;
import static io.github.hldls.lsp.LspClient.uri;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of edits, and afterwards the server says what a fresh one says. */
class SoakIT {
  private static final int EDITS = Integer.getInteger("hld.soak", 2000);

  /**
   * How much the server may still grow after a quarter of the edits: room for its compiled code.
   */
  private static final long MORE_MB = 24;

  private static final Path SOURCE = Path.of("..", "test-workspaces", "incomplete");

  @TempDir Path folder;

  @Test
  void endsWhereAFreshServerBegins() throws Exception {
    List<Path> files = copy();
    List<StringBuilder> texts = new ArrayList<>();
    Random random = new Random(7);
    try (LspClient client = LspClient.in(folder, "{'textDocument': {'diagnostic': {}}}")) {
      for (Path file : files) {
        String text = Files.readString(file);
        texts.add(new StringBuilder(text));
        client.open(file, text);
      }
      long threads = 0;
      long memory = 0;
      for (int i = 0; i < EDITS; i++) {
        int which = random.nextInt(files.size());
        edit(client, files.get(which), texts.get(which), i + 2, random);
        disturb(client, files.get(which), texts.get(which), i, random);
        if (i == EDITS / 4) {
          threads = threads(client);
          memory = memory(client);
        }
      }
      for (int i = 0; i < files.size(); i++) {
        Files.writeString(files.get(i), texts.get(i));
        client.notify(
            "textDocument/didSave", json("{'textDocument': {'uri': '" + uri(files.get(i)) + "'}}"));
      }
      List<String> soaked = all(client);
      assertThat(threads(client)).isLessThanOrEqualTo(threads);
      assertThat(memory(client)).as("MB at the end").isLessThan(memory + MORE_MB);
      try (LspClient fresh = LspClient.in(folder, "{'textDocument': {'diagnostic': {}}}")) {
        assertThat(soaked).isEqualTo(all(fresh));
      }
      assertThat(client.quit()).isZero();
    }
  }

  private List<Path> copy() throws Exception {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(SOURCE)) {
      for (Path file : all.sorted().limit(5).toList()) {
        files.add(Files.copy(file, folder.resolve(file.getFileName().toString())));
      }
    }
    return files;
  }

  /** Puts in or takes out a few characters of one line, as typing does. */
  private static void edit(
      LspClient client, Path file, StringBuilder text, int version, Random random) {
    String[] pieces = {
      "a", "# ", "\n", "```\n", "Redis ", "| x |", "é", "\uD83D\uDE00", "10 × 2 = 20"
    };
    int start = random.nextInt(text.length() + 1);
    if (start > 0 && start < text.length() && Character.isLowSurrogate(text.charAt(start))) {
      start--;
    }
    int end = start;
    while (end < text.length() && end - start < random.nextInt(4) && text.charAt(end) != '\n') {
      end += Character.isHighSurrogate(text.charAt(end)) ? 2 : 1;
    }
    String piece = pieces[random.nextInt(pieces.length)];
    JsonObject change = json("{}");
    JsonObject range = json("{}");
    range.add("start", position(text, start));
    range.add("end", position(text, end));
    change.add("range", range);
    change.addProperty("text", piece);
    client.change(file, version, change);
    text.replace(start, end, piece);
  }

  private static JsonObject position(StringBuilder text, int offset) {
    String before = text.substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count();
    return json(
        "{'line': %d, 'character': %d}".formatted(line, offset - before.lastIndexOf('\n') - 1));
  }

  /** What else clients do in between: ask and take it back, save, close and open again. */
  private static void disturb(LspClient client, Path file, StringBuilder text, int i, Random random)
      throws IOException {
    String document = "{'textDocument': {'uri': '" + uri(file) + "'}}";
    switch (random.nextInt(20)) {
      case 0 -> {
        int id = client.ask("textDocument/documentSymbol", json(document));
        client.notify("$/cancelRequest", json("{'id': " + id + "}"));
      }
      case 1 -> client.notify("textDocument/didSave", json(document));
      case 2 -> {
        client.notify("textDocument/didClose", json(document));
        client.open(file, text.toString());
      }
      case 3 -> client.request("textDocument/diagnostic", json(document));
      case 5 -> {
        client.notify("textDocument/didClose", json(document));
        Path other = file.resolveSibling("moved.md");
        rename(client, file, other);
        rename(client, other, file);
        client.open(file, text.toString());
      }
      case 4 -> client.request("textDocument/hover", LspClient.at(file, i % 50, 1));
      default -> {}
    }
  }

  private static void rename(LspClient client, Path from, Path to) throws IOException {
    Files.move(from, to);
    client.notify(
        "workspace/didRenameFiles",
        json("{'files': [{'oldUri': '" + uri(from) + "', 'newUri': '" + uri(to) + "'}]}"));
  }

  /** What the process has in memory, in MB. */
  private static long memory(LspClient client) throws IOException {
    Path status = Path.of("/proc", String.valueOf(client.pid()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .sum();
  }

  private static long threads(LspClient client) throws Exception {
    client.request("workspace/symbol", json("{'query': 'zz'}"));
    try (Stream<Path> threads =
        Files.list(Path.of("/proc", String.valueOf(client.pid()), "task"))) {
      return threads.count();
    }
  }

  private static List<String> all(LspClient client) {
    List<String> all = new ArrayList<>();
    for (JsonElement item :
        client
            .request("workspace/diagnostic", json("{'previousResultIds': []}"))
            .getAsJsonObject()
            .getAsJsonArray("items")) {
      JsonObject report = item.getAsJsonObject();
      report.getAsJsonArray("items").forEach(d -> all.add(report.get("uri") + " " + d));
    }
    return all;
  }
}
