package io.github.hldls.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.github.hldls.editor.Catalogue;
import io.github.hldls.template.Edition;
import io.github.hldls.workspace.Configs;
import io.github.hldls.workspace.DiskPack;
import io.github.hldls.workspace.OpenText;
import io.github.hldls.workspace.PackView;
import io.github.hldls.workspace.Snapshot;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.jspecify.annotations.Nullable;

/** What is known of a client and its workspace. */
final class Session {
  private final Connection client;
  private final Supplier<Gson> gson;
  private final CompletableFuture<Edition> builtIn;
  private final Log log;
  private final Configuration configuration = new Configuration();
  private final Catalogues catalogues =
      new Catalogues(configuration, text -> log(MessageType.Warning, text));
  private final Analyses analyses = new Analyses(catalogues);
  private @Nullable Snapshot snapshot;
  private volatile Abilities abilities = Abilities.none();
  private volatile Encoding encoding = Encoding.UTF_16;
  private volatile boolean ready;
  private volatile boolean tracing;

  Session(Connection client, Supplier<Gson> gson, CompletableFuture<Edition> builtIn, Log log) {
    this.client = client;
    this.gson = gson;
    // The checker for it is made while the client is still saying hello.
    this.builtIn =
        builtIn.thenApply(
            edition -> {
              catalogues.plain(edition);
              return edition;
            });
    this.log = log;
  }

  Connection client() {
    return client;
  }

  Gson gson() {
    return gson.get();
  }

  /** The template that comes with the program. */
  Edition builtIn() {
    return builtIn.join();
  }

  /** What a pack is held against. */
  Catalogue catalogue(PackView pack) {
    return catalogues.of(pack);
  }

  /** What packs in a folder are held against. */
  Catalogue catalogue(Path folder) {
    return catalogues.plain(snapshot().configs().of(folder).edition());
  }

  Analyses analyses() {
    return analyses;
  }

  /** Takes what other configurations make of the workspace. */
  void reconfigure(Configs configs, Collection<DiskPack> found) {
    catalogues.keep(builtIn());
    update(s -> s.withConfigs(configs, found));
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
      now = Snapshot.empty(Configs.in(List.of(), this::builtIn));
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

  /** Whether the client wants to see what requests take. */
  void trace(boolean wanted) {
    tracing = wanted;
  }

  /** A request was answered. */
  void answered(String method, long nanos) {
    if (tracing && ready) {
      JsonObject params = new JsonObject();
      params.addProperty("message", method + ": %.1f ms".formatted(nanos / 1e6));
      client.notify("$/logTrace", params);
    }
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
