package io.github.hldls.lsp;

import com.google.gson.Gson;
import io.github.hldls.editor.Catalogue;
import io.github.hldls.workspace.OpenText;
import io.github.hldls.workspace.Snapshot;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;

/** What is known of a client and its workspace. */
final class Session {
  private final Connection client;
  private final Gson gson;
  private final Catalogue catalogue;
  private final Analyses analyses;
  private final Log log;
  private final Configuration configuration = new Configuration();
  private volatile Snapshot snapshot;
  private volatile Abilities abilities = Abilities.none();
  private volatile Encoding encoding = Encoding.UTF_16;
  private volatile boolean ready;

  Session(Connection client, Gson gson, Catalogue catalogue, Log log) {
    this.client = client;
    this.gson = gson;
    this.catalogue = catalogue;
    this.analyses = new Analyses(catalogue.checker());
    this.log = log;
    this.snapshot = Snapshot.empty(catalogue.template());
  }

  Connection client() {
    return client;
  }

  Gson gson() {
    return gson;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Analyses analyses() {
    return analyses;
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

  Snapshot snapshot() {
    return snapshot;
  }

  synchronized Snapshot update(UnaryOperator<Snapshot> change) {
    snapshot = change.apply(snapshot);
    return snapshot;
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
