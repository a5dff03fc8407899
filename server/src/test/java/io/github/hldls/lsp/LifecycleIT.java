package io.github.hldls.lsp;

import static io.github.hldls.lsp.LspClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleIT {
  @TempDir Path folder;

  @Test
  void endsWithZeroAfterShutdownAndExit() throws Exception {
    try (LspClient client = LspClient.in(folder, "{}")) {
      assertThat(client.quit()).isZero();
    }
  }

  @Test
  void endsWithOneAfterExitAlone() throws Exception {
    try (LspClient client = LspClient.in(folder, "{}")) {
      client.notify("exit", JsonNull.INSTANCE);
      assertThat(client.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void endsWithTheStream() throws Exception {
    try (LspClient client = LspClient.in(folder, "{}")) {
      client.closeInput();
      assertThat(client.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void endsWithItsParent() throws Exception {
    Process parent = new ProcessBuilder("sleep", "1000").start();
    try (LspClient client = LspClient.start()) {
      client.request("initialize", json("{'processId': " + parent.pid() + ", 'capabilities': {}}"));
      parent.destroyForcibly();
      assertThat(client.exitCode()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"utf-8", "utf-16", "utf-32"})
  void takesTheEncodingThatTheClientLikesBest(String encoding) throws Exception {
    try (LspClient client = LspClient.start()) {
      JsonObject result =
          client
              .request(
                  "initialize",
                  json(
                      "{'capabilities': {'general': {'positionEncodings': ['x', '"
                          + encoding
                          + "', 'utf-16']}}}"))
              .getAsJsonObject();
      assertThat(result.getAsJsonObject("capabilities").get("positionEncoding").getAsString())
          .isEqualTo(encoding);
      assertThat(result.getAsJsonObject("serverInfo").has("version")).isTrue();
    }
  }

  @Test
  void answersWhatComesTooEarlyTooLateOrIsUnknown() throws Exception {
    try (LspClient client = LspClient.start()) {
      assertThat(client.error("textDocument/hover", json("{}"))).isEqualTo(-32002);
      client.notify("textDocument/didOpen", json("{}"));
      client.request("initialize", json("{'capabilities': {}}"));
      assertThat(client.error("initialize", json("{'capabilities': {}}"))).isEqualTo(-32600);
      assertThat(client.error("no/such", json("{}"))).isEqualTo(-32601);
      assertThat(client.error("$/no/such", json("{}"))).isEqualTo(-32601);
      client.notify("$/no/such", json("{}"));
      assertThat(client.error("textDocument/hover", JsonNull.INSTANCE)).isEqualTo(-32602);
      assertThat(client.error("textDocument/hover", json("{'position': 7}"))).isEqualTo(-32602);
      client.request("shutdown", JsonNull.INSTANCE);
      assertThat(client.error("textDocument/hover", json("{}"))).isEqualTo(-32600);
    }
  }

  @Test
  void survivesWhatIsNoMessage() throws Exception {
    try (LspClient client = LspClient.in(folder, "{}")) {
      client.frame("{no json".getBytes(StandardCharsets.UTF_8));
      assertThat(code(client, -32700)).isNotNull();
      client.frame("[]".getBytes(StandardCharsets.UTF_8));
      assertThat(code(client, -32600)).isNotNull();
      client.frame("[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
      client.frame(new byte[] {(byte) 0xff, (byte) 0xfe, 0});
      client.raw("Content-Length: nonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      client.raw("Content-Length: 99999999999\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      client.raw("Content-Length: -4\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      client.raw(("X: " + "y".repeat(100_000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      client.raw("Content-Length: 40\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
      client.send(json("{'jsonrpc': '2.0', 'id': 7001, 'method': 'no/such'}"));
      assertThat(client.response(7001).has("error")).isTrue();
      client.raw("Content-Length: 1\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
      assertThat(client.quit()).isZero();
    }
  }

  private static JsonObject code(LspClient client, int code) {
    return client.await(
        m -> m.has("error") && m.getAsJsonObject("error").get("code").getAsInt() == code);
  }

  @Test
  void survivesFuzzedFrames() throws Exception {
    try (LspClient client = LspClient.in(folder, "{}")) {
      Random random = new Random(20261122);
      String sample =
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"textDocument/hover\",\"params\":{\"textDocument\":"
              + "{\"uri\":\"file:///x/01-problem-requirements.md\"},\"position\":{\"line\":0,\"character\":0}}}";
      for (int i = 0; i < 500; i++) {
        byte[] body = sample.getBytes(StandardCharsets.UTF_8);
        for (int j = random.nextInt(6); j >= 0; j--) {
          body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        client.frame(body);
      }
      client.send(json("{'jsonrpc': '2.0', 'id': 7002, 'method': 'no/such'}"));
      assertThat(client.response(7002).has("error")).isTrue();
    }
  }
}
