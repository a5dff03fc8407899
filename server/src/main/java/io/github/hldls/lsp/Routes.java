package io.github.hldls.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.lsp4j.TextDocumentPositionParams;

/** Which method is answered by what. */
final class Routes {

  /** Which thread answers. */
  enum Lane {
    SOON,
    ASIDE
  }

  /** A request's parameters, and what answers it. */
  record Request(Lane lane, BiFunction<JsonElement, Call, JsonElement> answer) {}

  /**
   * What parameters must hold beside a document and a position; where more is wrong, Gson says so.
   */
  private static final Map<String, List<String>> MEMBERS =
      Map.of(
          "textDocument/didOpen", List.of("textDocument.text"),
          "textDocument/didChange", List.of("contentChanges"),
          "textDocument/selectionRange", List.of("positions"),
          "textDocument/codeAction", List.of("range"),
          "textDocument/inlayHint", List.of("range"),
          "textDocument/rename", List.of("newName"),
          "workspace/didChangeWatchedFiles", List.of("changes"));

  private final Supplier<Gson> gson;
  private final Map<String, Request> requests = new HashMap<>();
  private final Map<String, Consumer<JsonElement>> notifications = new HashMap<>();

  Routes(Supplier<Gson> gson) {
    this.gson = gson;
  }

  <P> void request(String method, Class<P> params, BiFunction<P, Call, ?> answer) {
    request(method, Lane.SOON, params, answer);
  }

  <P> void request(String method, Lane lane, Class<P> params, BiFunction<P, Call, ?> answer) {
    requests.put(
        method,
        new Request(lane, (json, call) -> json(answer.apply(read(json, params, method), call))));
  }

  <P> void notification(String method, Class<P> params, Consumer<P> receiver) {
    notifications.put(method, json -> receiver.accept(read(json, params, method)));
  }

  Optional<Request> request(String method) {
    return Optional.ofNullable(requests.get(method));
  }

  Optional<Consumer<JsonElement>> notification(String method) {
    return Optional.ofNullable(notifications.get(method));
  }

  private <P> P read(JsonElement json, Class<P> type, String method) {
    if (type == JsonElement.class) {
      return type.cast(json);
    }
    check(json, type, method);
    try {
      P params = Params.read(json, type).orElseGet(() -> gson.get().fromJson(json, type));
      if (params != null) {
        return params;
      }
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NumberFormatException
        | ClassCastException e) {
      throw invalid(method, String.valueOf(e.getMessage()));
    }
    throw invalid(method, "there are none");
  }

  private static void check(JsonElement json, Class<?> type, String method) {
    List<String> wanted = new ArrayList<>(MEMBERS.getOrDefault(method, List.of()));
    if (method.startsWith("textDocument/")) {
      wanted.add("textDocument.uri");
    }
    if (TextDocumentPositionParams.class.isAssignableFrom(type)) {
      wanted.addAll(List.of("position.line", "position.character"));
    }
    for (String path : wanted) {
      if (json.isJsonObject() && Abilities.at(json, path).isJsonNull()) {
        throw invalid(method, path + " is missing");
      }
    }
  }

  private static RequestException invalid(String method, String reason) {
    return new RequestException(
        RequestException.INVALID_PARAMS, "the parameters of " + method + " are wrong: " + reason);
  }

  /** An answer as JSON; none is null. */
  private JsonElement json(Object answer) {
    if (answer instanceof JsonElement element) {
      return element;
    }
    if (answer instanceof Optional<?> optional) {
      return optional.isPresent() ? gson.get().toJsonTree(optional.get()) : JsonNull.INSTANCE;
    }
    return gson.get().toJsonTree(answer);
  }
}
