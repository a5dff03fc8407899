package io.github.hldls.mcp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.hldls.template.Edition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Serves one client: a line of JSON for each message, until there are no more. Requests are
 * answered in order. The protocol is small enough for this, and its own library would double the
 * program.
 */
public final class McpServer {
  private static final List<String> VERSIONS =
      List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");
  private static final String INSTRUCTIONS =
      "Checks high-level designs, which are packs of Markdown files, against a template. To write"
          + " one: ask next_requirement, write the section it asks for into the file it names, then"
          + " ask pack_status for what is wrong, until nothing is missing. check_text judges a text"
          + " before it is saved.";

  private static final int PARSE_ERROR = -32700;
  private static final int INVALID_REQUEST = -32600;
  private static final int UNKNOWN_METHOD = -32601;
  private static final int INVALID_PARAMS = -32602;
  private static final int INTERNAL_ERROR = -32603;

  private final List<Tool> tools;
  private final String version;
  private final PrintWriter out;

  private McpServer(List<Tool> tools, String version, PrintWriter out) {
    this.tools = tools;
    this.version = version;
    this.out = out;
  }

  /**
   * Serves until the input ends.
   *
   * @param root the folder whose packs are served; nothing outside of it is read
   * @param builtIn the template where none is configured
   */
  public static void serve(
      InputStream in, PrintWriter out, Path root, Supplier<Edition> builtIn, String version)
      throws IOException {
    McpServer server = new McpServer(PackTools.of(new Packs(root, builtIn)), version, out);
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        server.line(line);
      }
    }
  }

  private void line(String line) {
    JsonElement message;
    try {
      message = JsonParser.parseString(line);
    } catch (JsonParseException e) {
      error(JsonNull.INSTANCE, PARSE_ERROR, "this is no JSON");
      return;
    }
    if (!message.isJsonObject() || !message.getAsJsonObject().has("jsonrpc")) {
      error(JsonNull.INSTANCE, INVALID_REQUEST, "this is no request");
      return;
    }
    JsonObject request = message.getAsJsonObject();
    String method = Tool.text(request, "method");
    JsonElement id = request.get("id");
    // A message without an id wants no answer; one without a method is an answer itself.
    if (id == null || method.isEmpty()) {
      return;
    }
    JsonElement given = request.get("params");
    JsonObject params =
        given != null && given.isJsonObject() ? given.getAsJsonObject() : new JsonObject();
    try {
      answer(id, method, params);
    } catch (RuntimeException e) {
      error(id, INTERNAL_ERROR, "internal error: " + e);
    }
  }

  private void answer(JsonElement id, String method, JsonObject params) {
    switch (method) {
      case "initialize" -> result(id, initialize(params));
      case "ping" -> result(id, new JsonObject());
      case "tools/list" -> {
        JsonArray listed = new JsonArray();
        tools.forEach(tool -> listed.add(tool.listed()));
        JsonObject result = new JsonObject();
        result.add("tools", listed);
        result(id, result);
      }
      case "tools/call" -> call(id, params);
      default -> error(id, UNKNOWN_METHOD, "there is no method " + method);
    }
  }

  private JsonObject initialize(JsonObject params) {
    String wanted = Tool.text(params, "protocolVersion");
    JsonObject capabilities = new JsonObject();
    capabilities.add("tools", new JsonObject());
    JsonObject info = new JsonObject();
    info.addProperty("name", "hld");
    info.addProperty("version", version);
    JsonObject result = new JsonObject();
    result.addProperty("protocolVersion", VERSIONS.contains(wanted) ? wanted : VERSIONS.get(0));
    result.add("capabilities", capabilities);
    result.add("serverInfo", info);
    result.addProperty("instructions", INSTRUCTIONS);
    return result;
  }

  private void call(JsonElement id, JsonObject params) {
    String name = Tool.text(params, "name");
    JsonElement given = params.get("arguments");
    JsonObject arguments =
        given != null && given.isJsonObject() ? given.getAsJsonObject() : new JsonObject();
    tools.stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .ifPresentOrElse(
            tool -> result(id, tool.call(arguments)),
            () -> error(id, INVALID_PARAMS, "there is no tool " + name));
  }

  private void result(JsonElement id, JsonObject result) {
    JsonObject answer = answer(id);
    answer.add("result", result);
    send(answer);
  }

  private void error(JsonElement id, int code, String message) {
    JsonObject error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("message", message);
    JsonObject answer = answer(id);
    answer.add("error", error);
    send(answer);
  }

  private static JsonObject answer(JsonElement id) {
    JsonObject answer = new JsonObject();
    answer.addProperty("jsonrpc", "2.0");
    answer.add("id", id);
    return answer;
  }

  private void send(JsonObject message) {
    out.print(message);
    out.print('\n');
    out.flush();
  }
}
