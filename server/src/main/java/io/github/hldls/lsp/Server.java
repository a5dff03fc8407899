package io.github.hldls.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import io.github.hldls.template.Edition;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.lsp4j.MessageType;

/** Serves one client over a pair of streams. */
public final class Server implements Connection.Receiver {

  /** How far the life of a connection is. */
  private enum Phase {
    NEW,
    RUNNING,
    SHUT_DOWN
  }

  private final Connection client;
  private final Session session;
  private final Workers workers = new Workers();
  private final Routes routes;
  private final Lifecycle lifecycle;
  private final Map<JsonElement, Call> calls = new ConcurrentHashMap<>();
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private volatile Phase phase = Phase.NEW;

  private Server(
      InputStream in, OutputStream out, Supplier<Edition> template, String version, Log log) {
    // The template is read while the client is still saying hello.
    CompletableFuture<Edition> reading = CompletableFuture.supplyAsync(template);
    Supplier<Gson> gson = new LazyGson();
    this.client = new Connection(in, out, gson);
    this.session = new Session(client, gson, reading, log);
    this.routes = new Routes(gson);
    this.lifecycle = new Lifecycle(session, workers, routes, version, () -> exit.complete(1));
  }

  /**
   * Serves until the client says exit or is gone.
   *
   * @param version what to call ourselves
   * @return the process's exit code: 0 if the client had asked us to shut down, else 1
   */
  public static int serve(
      InputStream in, OutputStream out, Supplier<Edition> template, String version, Log log) {
    Server server = new Server(in, out, template, version, log);
    Thread reader = new Thread(server::listen, "hld-reader");
    reader.setDaemon(true);
    reader.start();
    int code = server.exit.join();
    server.lifecycle.stop();
    server.workers.stop();
    return code;
  }

  private void listen() {
    try {
      client.listen(this);
    } catch (RuntimeException | Error e) {
      session.log(MessageType.Error, "reading failed: " + e);
    } finally {
      exit.complete(phase == Phase.SHUT_DOWN ? 0 : 1);
    }
  }

  @Override
  public void request(JsonElement id, String method, JsonElement params) {
    if (method.equals("initialize") && phase == Phase.NEW) {
      answer(id, () -> lifecycle.initialize(params));
      phase = Phase.RUNNING;
    } else if (phase == Phase.NEW) {
      client.error(id, RequestException.NOT_INITIALIZED, "the server is not initialized");
    } else if (phase == Phase.SHUT_DOWN || method.equals("initialize")) {
      client.error(id, RequestException.INVALID_REQUEST, method + " is too late now");
    } else if (method.equals("shutdown")) {
      phase = Phase.SHUT_DOWN;
      client.result(id, JsonNull.INSTANCE);
    } else {
      Optional<Routes.Request> route = routes.request(method);
      if (route.isEmpty()) {
        client.error(id, RequestException.METHOD_NOT_FOUND, "there is no method " + method);
      } else {
        queue(id, method, params, route.get());
      }
    }
  }

  private void queue(JsonElement id, String method, JsonElement params, Routes.Request route) {
    Call call = new Call(session);
    calls.put(id, call);
    Runnable task =
        () -> {
          long start = System.nanoTime();
          answer(
              id,
              () -> {
                call.check();
                if (route.lane() == Routes.Lane.ASIDE) {
                  // It waited for the scans before it, and is about what they found.
                  call.refresh();
                }
                JsonElement result = route.answer().apply(params, call);
                call.check();
                return result;
              });
          calls.remove(id, call);
          session.answered(method, System.nanoTime() - start);
        };
    switch (route.lane()) {
      case SOON -> workers.soon(task);
      case ASIDE -> workers.aside(task);
    }
  }

  private void answer(JsonElement id, Supplier<JsonElement> answer) {
    try {
      client.result(id, answer.get());
    } catch (RequestException e) {
      client.error(id, e.code(), String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      session.log(MessageType.Error, "a request failed: " + trace(e));
      client.error(id, RequestException.INTERNAL_ERROR, "internal error: " + e);
    }
  }

  private static String trace(Throwable e) {
    StackTraceElement[] frames = e.getStackTrace();
    StringBuilder text = new StringBuilder(e.toString());
    for (int i = 0; i < Math.min(frames.length, 12); i++) {
      text.append("\n  at ").append(frames[i]);
    }
    return text.toString();
  }

  @Override
  public void notification(String method, JsonElement params) {
    if (method.equals("exit")) {
      client.end();
      exit.complete(phase == Phase.SHUT_DOWN ? 0 : 1);
    } else if (method.equals("$/cancelRequest")) {
      cancel(Abilities.at(params, "id"));
    } else if (phase == Phase.RUNNING) {
      routes.notification(method).ifPresent(receiver -> receive(method, params, receiver));
    }
  }

  private void cancel(JsonElement id) {
    Call call = calls.get(id);
    if (call != null) {
      call.cancel();
    }
  }

  private void receive(String method, JsonElement params, Consumer<JsonElement> receiver) {
    try {
      receiver.accept(params);
    } catch (RequestException e) {
      session.log(MessageType.Warning, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      // One bad document or position must not cost the client its server.
      session.log(MessageType.Error, method + " failed: " + trace(e));
    }
  }
}
