package io.github.hldls.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * JSON-RPC with one client. Messages are handed to a {@link Receiver} on the thread that reads; any
 * thread may send.
 */
final class Connection {

  /** Takes the client's messages. */
  interface Receiver {
    void request(JsonElement id, String method, JsonElement params);

    void notification(String method, JsonElement params);
  }

  private final FrameReader reader;
  private final FrameWriter writer;
  private final Supplier<Gson> gson;
  private final AtomicLong nextId = new AtomicLong(1);
  private volatile boolean ended;
  private final Map<Long, CompletableFuture<JsonElement>> waiting = new ConcurrentHashMap<>();

  Connection(InputStream in, OutputStream out, Supplier<Gson> gson) {
    this.reader = new FrameReader(in, mostBytes(), this::tooLong);
    this.writer = new FrameWriter(out);
    this.gson = gson;
  }

  /** A message and the text in it are in memory several times over while it is read. */
  private static int mostBytes() {
    return (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 12);
  }

  private void tooLong(int bytes) {
    invalid(JsonNull.INSTANCE, "a message of " + bytes + " bytes is too long");
  }

  /**
   * Reads no further. A thread that waited for more while the process ends would hold it up: Java
   * gives such threads 300 ms.
   */
  void end() {
    ended = true;
  }

  /** Reads until the stream ends, or somebody else says so. */
  void listen(Receiver receiver) {
    try {
      Optional<byte[]> body = reader.next();
      while (body.isPresent()) {
        receive(body.get(), receiver);
        body = ended ? Optional.empty() : reader.next();
      }
    } catch (IOException e) {
      // A broken pipe is an end like any other.
      return;
    } finally {
      waiting.values().forEach(answer -> answer.cancel(false));
    }
  }

  private void receive(byte[] body, Receiver receiver) {
    JsonElement message;
    try {
      message = JsonParser.parseString(new String(body, StandardCharsets.UTF_8));
    } catch (JsonParseException | StackOverflowError e) {
      reader.retry(body);
      error(JsonNull.INSTANCE, RequestException.PARSE_ERROR, "not JSON: " + e.getMessage());
      return;
    }
    if (!message.isJsonObject()) {
      invalid(JsonNull.INSTANCE, "a message must be an object");
      return;
    }
    JsonObject object = message.getAsJsonObject();
    JsonElement id = object.has("id") ? object.get("id") : JsonNull.INSTANCE;
    JsonElement method = object.get("method");
    JsonElement params = object.has("params") ? object.get("params") : JsonNull.INSTANCE;
    if (method == null) {
      answered(object, id);
    } else if (!method.isJsonPrimitive() || !method.getAsJsonPrimitive().isString()) {
      invalid(isId(id) ? id : JsonNull.INSTANCE, "method must be a string");
    } else if (!object.has("id")) {
      receiver.notification(method.getAsString(), params);
    } else if (isId(id)) {
      receiver.request(id, method.getAsString(), params);
    } else {
      invalid(JsonNull.INSTANCE, "id must be a number or a string");
    }
  }

  private static boolean isId(JsonElement id) {
    return id.isJsonPrimitive() && !id.getAsJsonPrimitive().isBoolean();
  }

  private void invalid(JsonElement id, String message) {
    error(id, RequestException.INVALID_REQUEST, message);
  }

  private void answered(JsonObject response, JsonElement id) {
    if (!response.has("result") && !response.has("error")) {
      invalid(isId(id) ? id : JsonNull.INSTANCE, "neither a request nor a response");
      return;
    }
    CompletableFuture<JsonElement> answer = isId(id) ? waiting.remove(number(id)) : null;
    if (answer == null) {
      return;
    }
    if (response.has("result")) {
      answer.complete(response.get("result"));
    } else {
      answer.cancel(false);
    }
  }

  private static long number(JsonElement id) {
    try {
      return id.getAsLong();
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  void result(JsonElement id, JsonElement result) {
    JsonObject message = message();
    message.add("id", id);
    message.add("result", result);
    writer.write(message);
  }

  void error(JsonElement id, int code, String text) {
    JsonObject error = new JsonObject();
    error.add("code", new JsonPrimitive(code));
    error.add("message", new JsonPrimitive(text));
    JsonObject message = message();
    message.add("id", id);
    message.add("error", error);
    writer.write(message);
  }

  void notify(String method, Object params) {
    JsonObject message = message();
    message.addProperty("method", method);
    message.add("params", json(params));
    writer.write(message);
  }

  /** Asks the client for something whose answer says nothing. */
  void ask(String method, Object params) {
    var unused = request(method, params);
  }

  /** Asks the client; the answer is cancelled if it is an error or never comes. */
  CompletableFuture<JsonElement> request(String method, Object params) {
    long id = nextId.getAndIncrement();
    CompletableFuture<JsonElement> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    JsonObject message = message();
    message.addProperty("id", id);
    message.addProperty("method", method);
    message.add("params", json(params));
    writer.write(message);
    return answer;
  }

  /** What is JSON already goes out as it is, with its nulls. */
  private JsonElement json(Object params) {
    return params instanceof JsonElement element ? element : gson.get().toJsonTree(params);
  }

  private static JsonObject message() {
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    return message;
  }
}
