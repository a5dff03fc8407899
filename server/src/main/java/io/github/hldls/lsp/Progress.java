package io.github.hldls.lsp;

import com.google.gson.JsonObject;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Work that takes a while, shown by clients that can. */
final class Progress implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 2000;

  private static final AtomicLong COUNT = new AtomicLong();

  private final Session session;
  private final String token;

  private Progress(Session session, String token) {
    this.session = session;
    this.token = token;
  }

  static Progress begin(Session session, String title) {
    // A string, since some clients cannot read a number here.
    String token = "hld-" + COUNT.incrementAndGet();
    boolean shown = session.abilities().progress() && create(session, token);
    Progress progress = new Progress(session, shown ? token : "");
    JsonObject begin = value("begin");
    begin.addProperty("title", title);
    progress.send(begin);
    return progress;
  }

  private static boolean create(Session session, String token) {
    JsonObject create = new JsonObject();
    create.addProperty("token", token);
    try {
      session
          .client()
          .request("window/workDoneProgress/create", create)
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void report(String message) {
    JsonObject report = value("report");
    report.addProperty("message", message);
    send(report);
  }

  @Override
  public void close() {
    send(value("end"));
  }

  private static JsonObject value(String kind) {
    JsonObject value = new JsonObject();
    value.addProperty("kind", kind);
    return value;
  }

  private void send(JsonObject value) {
    if (!token.isEmpty()) {
      JsonObject progress = new JsonObject();
      progress.addProperty("token", token);
      progress.add("value", value);
      session.client().notify("$/progress", progress);
    }
  }
}
