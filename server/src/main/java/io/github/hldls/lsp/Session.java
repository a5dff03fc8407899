package io.github.hldls.lsp;

import com.google.gson.Gson;
import io.github.hldls.editor.Catalogue;
import io.github.hldls.workspace.OpenText;
import io.github.hldls.workspace.Snapshot;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.jspecify.annotations.Nullable;

/** What is known of a client and its workspace. */
final class Session {
  private final Connection client;
  private final Gson gson;
  private final CompletableFuture<Catalogue> catalogue;
  private final CompletableFuture<Analyses> analyses;
  private final Log log;
  private final Configuration configuration = new Configuration();
  private @Nullable Snapshot snapshot;
  private volatile Abilities abilities = Abilities.none();
  private volatile Encoding encoding = Encoding.UTF_16;
  private volatile boolean ready;

  Session(Connection client, Gson gson, CompletableFuture<Catalogue> catalogue, Log log) {
    this.client = client;
    this.gson = gson;
    this.catalogue = catalogue;
    this.analyses = catalogue.thenApply(c -> new Analyses(c.checker()));
    this.log = log;
  }

  Connection client() {
    return client;
  }

  Gson gson() {
    return gson;
  }

  Catalogue catalogue() {
    return catalogue.join();
  }

  Analyses analyses() {
    return analyses.join();
  }

  Configuration configuration() {
    return configuration;
  }

  Abilities abilities() {
    return abilities;
  }

  Encoding encoding() {
    return encoding;
  }

  void initialize(Abilities declared) {
    abilities = declared;
    encoding = declared.encoding();
  }

  /** From now on the client may be sent messages of our own. */
  void begin() {
    ready = true;
  }

  synchronized Snapshot snapshot() {
    Snapshot now = snapshot;
    if (now == null) {
      now = Snapshot.empty(catalogue().template());
      snapshot = now;
    }
    return now;
  }

  synchronized Snapshot update(UnaryOperator<Snapshot> change) {
    Snapshot changed = change.apply(snapshot());
    snapshot = changed;
    return changed;
  }

  /** How the client names a file. */
  String uri(Path path) {
    return snapshot().open(path).map(OpenText::uri).orElseGet(() -> Uris.uri(path));
  }

  /** A line for whoever looks for a reason; never part of the protocol's own stream. */
  void log(MessageType type, String message) {
    log.line(type + ": " + message);
    if (ready) {
      client.notify("window/logMessage", new MessageParams(type, message));
    }
  }

  /** Something that a user should see. */
  void show(MessageType type, String message) {
    log.line(type + ": " + message);
    if (ready) {
      client.notify("window/showMessage", new MessageParams(type, message));
    }
  }
}
