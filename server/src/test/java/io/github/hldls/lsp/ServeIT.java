package io.github.hldls.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to start the server beside the plain one. */
class ServeIT {
  @TempDir Path folder;

  private static Process start(String... options) throws Exception {
    List<String> command = new ArrayList<>(LspClient.command());
    command.addAll(List.of(options));
    return new ProcessBuilder(command).start();
  }

  private static byte[] frame(String body) {
    String json = body.replace('\'', '"');
    return ("Content-Length: " + json.length() + "\r\n\r\n" + json)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static int end(Process process) throws InterruptedException {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void listensOnThisMachineAlone() throws Exception {
    Process server = start("--socket", "0");
    try (BufferedReader errors =
        new BufferedReader(
            new InputStreamReader(server.getErrorStream(), StandardCharsets.UTF_8))) {
      String line = errors.readLine();
      assertThat(line).contains("listening on 127.0.0.1:");
      int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream();
        out.write(
            frame("{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'capabilities':{}}}"));
        out.flush();
        String begin = new String(in.readNBytes(16), StandardCharsets.UTF_8);
        assertThat(begin).isEqualTo("Content-Length: ");
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
            .as("a second client")
            .isInstanceOf(ConnectException.class);
        out.write(frame("{'jsonrpc':'2.0','id':2,'method':'shutdown'}"));
        out.write(frame("{'jsonrpc':'2.0','method':'exit'}"));
        out.flush();
        String answers = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answers).contains("\"serverInfo\"", "\"id\":2,\"result\":null");
      }
      assertThat(end(server)).isZero();
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void writesALog() throws Exception {
    Path log = folder.resolve("hld.log");
    Process server = start("--log-file", log.toString());
    try (OutputStream out = server.getOutputStream()) {
      out.write(
          frame("{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'capabilities':{}}}"));
      out.write(frame("{'jsonrpc':'2.0','method':'initialized','params':{}}"));
      out.write(frame("{'jsonrpc':'2.0','method':'textDocument/didOpen','params':[]}"));
      out.write(frame("{'jsonrpc':'2.0','id':2,'method':'shutdown'}"));
      out.write(frame("{'jsonrpc':'2.0','method':'exit'}"));
      out.flush();
      assertThat(end(server)).isZero();
      assertThat(Files.readString(log))
          .contains("the parameters of textDocument/didOpen are wrong");
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void saysWhatItDoesNotUnderstand() throws Exception {
    for (String wrong : new String[] {"--sockets", "--socket"}) {
      Process server = start(wrong);
      assertThat(new String(server.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains(wrong + " is not understood", "Usage: hld serve");
      assertThat(end(server)).isEqualTo(2);
    }
    Process help = start("--help");
    assertThat(new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("--log-file FILE");
    assertThat(end(help)).isZero();
  }
}
