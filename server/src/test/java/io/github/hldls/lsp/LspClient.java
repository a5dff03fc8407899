package io.github.hldls.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A small client that speaks to the packaged server over its standard streams. It shares no code
 * with the server's side of the protocol.
 */
final class LspClient implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 30_000;

  private final Process process;
  private final OutputStream out;
  private final List<JsonObject> received = new ArrayList<>();
  private final Map<String, Function<JsonElement, JsonElement>> answers = new ConcurrentHashMap<>();
  private final Thread reader;
  private int lastId;
  private boolean ended;

  private LspClient(Process process) {
    this.process = process;
    this.out = process.getOutputStream();
    this.reader = new Thread(this::read, "test-client");
    reader.setDaemon(true);
    reader.start();
  }

  static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String agent = System.getProperty("hld.agent", "");
    if (!agent.isBlank() && !agent.contains("${")) {
      command.add(agent.strip());
    }
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m", "-jar"));
    command.add(System.getProperty("hld.jar", "target/hld.jar"));
    command.add("serve");
    return command;
  }

  static LspClient start() throws IOException {
    return new LspClient(
        new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** A client that has initialized for a folder. */
  static LspClient in(Path root, String capabilities) throws IOException {
    LspClient client = start();
    client.request(
        "initialize",
        json(
            "{'processId': %d, 'rootUri': '%s', 'capabilities': %s}"
                .formatted(ProcessHandle.current().pid(), uri(root), capabilities)));
    client.notify("initialized", new JsonObject());
    return client;
  }

  static String uri(Path path) {
    return path.toAbsolutePath().normalize().toUri().toString().replaceAll("/$", "");
  }

  /** JSON with single quotes, which are kinder to Java. */
  static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }

  long pid() {
    return process.pid();
  }

  /** What to answer when the server asks; anything else is answered with null. */
  void answer(String method, Function<JsonElement, JsonElement> answer) {
    answers.put(method, answer);
  }

  private void read() {
    try (InputStream in = new BufferedInputStream(process.getInputStream())) {
      for (byte[] body = frame(in); body.length > 0; body = frame(in)) {
        JsonObject message =
            JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
        boolean asked = message.has("method") && message.has("id");
        synchronized (received) {
          received.add(message);
          received.notifyAll();
        }
        if (asked) {
          JsonObject answer = json("{'jsonrpc': '2.0'}");
          answer.add("id", message.get("id"));
          answer.add(
              "result",
              answers
                  .getOrDefault(message.get("method").getAsString(), p -> JsonNull.INSTANCE)
                  .apply(message.get("params")));
          send(answer);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // The server is gone, or we are.
      return;
    } finally {
      synchronized (received) {
        ended = true;
        received.notifyAll();
      }
    }
  }

  private static byte[] frame(InputStream in) throws IOException {
    int length = -1;
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b != '\n') {
        line.append((char) b);
        continue;
      }
      String header = line.toString().strip();
      line.setLength(0);
      if (header.isEmpty()) {
        return in.readNBytes(length);
      }
      if (header.startsWith("Content-Length: ")) {
        length = Integer.parseInt(header.substring(16));
      }
    }
    return new byte[0];
  }

  synchronized void raw(byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void send(JsonElement message) {
    String text = new com.google.gson.GsonBuilder().serializeNulls().create().toJson(message);
    frame(text.getBytes(StandardCharsets.UTF_8));
  }

  void frame(byte[] body) {
    byte[] header =
        ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[header.length + body.length];
    System.arraycopy(header, 0, all, 0, header.length);
    System.arraycopy(body, 0, all, header.length, body.length);
    raw(all);
  }

  void notify(String method, JsonElement params) {
    JsonObject message = json("{'jsonrpc': '2.0', 'method': '" + method + "'}");
    message.add("params", params);
    send(message);
  }

  int ask(String method, JsonElement params) {
    int id = ++lastId;
    JsonObject message = json("{'jsonrpc': '2.0', 'id': " + id + ", 'method': '" + method + "'}");
    message.add("params", params);
    send(message);
    return id;
  }

  /** The whole answer, be it a result or an error. */
  JsonObject response(int id) {
    return await(
        m ->
            !m.has("method")
                && m.has("id")
                && m.get("id").isJsonPrimitive()
                && m.get("id").getAsString().equals(String.valueOf(id)));
  }

  JsonElement request(String method, JsonElement params) {
    JsonObject response = response(ask(method, params));
    if (response.has("error")) {
      throw new IllegalStateException(method + ": " + response.get("error"));
    }
    return response.get("result");
  }

  /** The code of the error that a request is answered with. */
  int error(String method, JsonElement params) {
    JsonObject response = response(ask(method, params));
    return response.getAsJsonObject("error").get("code").getAsInt();
  }

  /** The first message, of those that came and those that will, that is as asked. */
  JsonObject await(Predicate<JsonObject> wanted) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    synchronized (received) {
      int next = 0;
      while (true) {
        for (; next < received.size(); next++) {
          if (wanted.test(received.get(next))) {
            return received.get(next);
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || ended) {
          throw new IllegalStateException("no such message among " + received.size());
        }
        try {
          received.wait(left);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /** Diagnostics pushed for a file that are as asked. */
  JsonArray awaitDiagnostics(String uri, Predicate<JsonArray> wanted) {
    return await(
            m ->
                isPush(m, uri)
                    && wanted.test(m.getAsJsonObject("params").getAsJsonArray("diagnostics")))
        .getAsJsonObject("params")
        .getAsJsonArray("diagnostics");
  }

  private static boolean isPush(JsonObject message, String uri) {
    return message.has("method")
        && message.get("method").getAsString().equals("textDocument/publishDiagnostics")
        && message.getAsJsonObject("params").get("uri").getAsString().equals(uri);
  }

  /** How many messages of a method have come. */
  long count(String method) {
    synchronized (received) {
      return received.stream()
          .filter(m -> m.has("method") && m.get("method").getAsString().equals(method))
          .count();
    }
  }

  /** Forgets what has come, so that {@link #await} sees only what comes from now on. */
  void forget() {
    synchronized (received) {
      received.clear();
    }
  }

  void open(Path file, String text) {
    JsonObject document = json("{'languageId': 'markdown', 'version': 1}");
    document.addProperty("uri", uri(file));
    document.addProperty("text", text);
    JsonObject params = new JsonObject();
    params.add("textDocument", document);
    notify("textDocument/didOpen", params);
  }

  void replace(Path file, int version, String text) {
    JsonObject change = new JsonObject();
    change.addProperty("text", text);
    change(file, version, change);
  }

  void change(Path file, int version, JsonObject change) {
    JsonObject params =
        json("{'textDocument': {'uri': '" + uri(file) + "', 'version': " + version + "}}");
    JsonArray changes = new JsonArray();
    changes.add(change);
    params.add("contentChanges", changes);
    notify("textDocument/didChange", params);
  }

  static JsonObject at(Path file, int line, int character) {
    return json(
        "{'textDocument': {'uri': '%s'}, 'position': {'line': %d, 'character': %d}}"
            .formatted(uri(file), line, character));
  }

  /** Says goodbye; the exit code. */
  int quit() throws InterruptedException {
    request("shutdown", JsonNull.INSTANCE);
    notify("exit", JsonNull.INSTANCE);
    return exitCode();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("the server lives on");
    }
    return process.exitValue();
  }

  void closeInput() throws IOException {
    out.close();
  }

  /** Ends the server by the end of its input, as an editor that quits in a hurry does. */
  @Override
  public void close() {
    try {
      out.close();
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
