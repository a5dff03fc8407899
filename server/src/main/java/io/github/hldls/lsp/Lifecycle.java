package io.github.hldls.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.hldls.workspace.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;

/** From a client's first words to its last. */
final class Lifecycle {
  private final Session session;
  private final Workers workers;
  private final String version;
  private final Runnable end;
  private final Diagnostics diagnostics;
  private final Publisher publisher;
  private final Disk disk;
  private List<Path> folders = List.of();

  Lifecycle(Session session, Workers workers, Routes routes, String version, Runnable end) {
    this.session = session;
    this.workers = workers;
    this.version = version;
    this.end = end;
    this.diagnostics = new Diagnostics(session, new Manual(() -> session.builtIn().template()));
    this.publisher = new Publisher(session, workers, diagnostics);
    this.disk = new Disk(session, workers, this::refresh);
    routes(routes);
  }

  private void routes(Routes routes) {
    Rehearsal rehearsal = new Rehearsal(session, workers, diagnostics);
    Documents documents = new Documents(session, disk, diagnostics, publisher, rehearsal);
    Pulls pulls = new Pulls(session, diagnostics);
    routes.notification("initialized", JsonElement.class, params -> initialized());
    routes.notification("textDocument/didOpen", DidOpenTextDocumentParams.class, documents::open);
    routes.notification(
        "textDocument/didChange", DidChangeTextDocumentParams.class, documents::change);
    routes.notification("textDocument/didSave", DidSaveTextDocumentParams.class, documents::save);
    routes.notification(
        "textDocument/didClose", DidCloseTextDocumentParams.class, documents::close);
    routes.notification(
        "workspace/didChangeWatchedFiles", DidChangeWatchedFilesParams.class, disk::changed);
    for (String operation : List.of("didCreateFiles", "didRenameFiles", "didDeleteFiles")) {
      routes.notification("workspace/" + operation, JsonElement.class, this::moved);
    }
    routes.notification(
        "workspace/didChangeWorkspaceFolders", JsonElement.class, this::foldersChanged);
    routes.notification(
        "workspace/didChangeConfiguration", JsonElement.class, this::configurationChanged);
    routes.notification("$/setTrace", JsonElement.class, p -> trace(Abilities.at(p, "value")));
    routes.request("textDocument/diagnostic", DocumentDiagnosticParams.class, pulls::document);
    routes.request(
        "workspace/diagnostic",
        Routes.Lane.ASIDE,
        WorkspaceDiagnosticParams.class,
        pulls::workspace);
    new Features(session).routes(routes);
    new Commands(session, disk).routes(routes);
  }

  /** Something differs that no edit of the client's has changed. */
  private void refresh() {
    publisher.schedule();
    if (session.abilities().pullsDiagnostics() && session.abilities().refreshesDiagnostics()) {
      session.client().ask("workspace/diagnostic/refresh", new JsonObject());
    }
    if (session.abilities().refreshesLenses()) {
      session.client().ask("workspace/codeLens/refresh", new JsonObject());
    }
  }

  JsonElement initialize(JsonElement params) {
    session.initialize(new Abilities(Abilities.at(params, "capabilities")));
    session
        .configuration()
        .set(Configuration.read(Abilities.at(params, "initializationOptions")), Map.of());
    trace(Abilities.at(params, "trace"));
    folders = folders(params);
    if (Abilities.at(params, "processId") instanceof JsonPrimitive id && id.isNumber()) {
      ParentWatch.start(id.getAsLong(), workers, end);
    }
    JsonObject info = new JsonObject();
    info.addProperty("name", "HLD Language Server");
    info.addProperty("version", version);
    JsonObject result = new JsonObject();
    result.add("capabilities", Capabilities.of(session.abilities(), session.encoding()));
    result.add("serverInfo", info);
    return result;
  }

  private void trace(JsonElement value) {
    session.trace(
        value.isJsonPrimitive() && List.of("messages", "verbose").contains(value.getAsString()));
  }

  private static List<Path> folders(JsonElement params) {
    if (Abilities.at(params, "workspaceFolders") instanceof JsonArray named) {
      return paths(named);
    }
    JsonElement uri = Abilities.at(params, "rootUri");
    if (uri.isJsonPrimitive()) {
      return Uris.path(uri.getAsString()).stream().toList();
    }
    JsonElement path = Abilities.at(params, "rootPath");
    try {
      return path.isJsonPrimitive() && !path.getAsString().isEmpty()
          ? List.of(Path.of(path.getAsString()).toAbsolutePath().normalize())
          : List.of();
    } catch (InvalidPathException e) {
      return List.of();
    }
  }

  private static List<Path> paths(JsonArray folders) {
    List<Path> paths = new ArrayList<>();
    for (JsonElement folder : folders) {
      if (Abilities.at(folder, "uri") instanceof JsonPrimitive uri) {
        Uris.path(uri.getAsString()).ifPresent(paths::add);
      }
    }
    return paths;
  }

  private void initialized() {
    session.begin();
    Abilities abilities = session.abilities();
    if (abilities.watchesFiles() || abilities.registersConfiguration()) {
      session.client().ask("client/registerCapability", Capabilities.registrations(abilities));
    }
    if (!abilities.watchesFiles()) {
      disk.watch();
    }
    disk.setRoots(folders, List.of());
    pullConfiguration();
  }

  private void foldersChanged(JsonElement params) {
    JsonElement added = Abilities.at(params, "event.added");
    JsonElement removed = Abilities.at(params, "event.removed");
    disk.setRoots(
        added instanceof JsonArray array ? paths(array) : List.of(),
        removed instanceof JsonArray array ? paths(array) : List.of());
    pullConfiguration();
  }

  private void moved(JsonElement params) {
    List<Path> paths = new ArrayList<>();
    if (Abilities.at(params, "files") instanceof JsonArray files) {
      for (JsonElement file : files) {
        for (String name : List.of("uri", "oldUri", "newUri")) {
          if (Abilities.at(file, name) instanceof JsonPrimitive uri) {
            Uris.path(uri.getAsString()).ifPresent(paths::add);
          }
        }
      }
    }
    disk.changed(paths);
  }

  private void configurationChanged(JsonElement params) {
    if (session.abilities().configuration()) {
      pullConfiguration();
    } else {
      configure(Configuration.read(Abilities.at(params, "settings")), Map.of());
    }
  }

  /** Asks for the settings of each folder, and for those outside all. */
  private void pullConfiguration() {
    if (!session.abilities().configuration()) {
      return;
    }
    List<Path> roots = disk.roots();
    JsonArray items = new JsonArray();
    for (Path root : roots) {
      JsonObject item = new JsonObject();
      item.addProperty("scopeUri", Uris.uri(root));
      item.addProperty("section", "hld");
      items.add(item);
    }
    JsonObject item = new JsonObject();
    item.addProperty("section", "hld");
    items.add(item);
    JsonObject params = new JsonObject();
    params.add("items", items);
    var unused =
        session
            .client()
            .request("workspace/configuration", params)
            .thenAccept(answer -> workers.soon(() -> configured(roots, answer)));
  }

  private void configured(List<Path> roots, JsonElement answer) {
    if (!(answer instanceof JsonArray values) || values.size() != roots.size() + 1) {
      return;
    }
    Map<Path, Settings> byFolder = new HashMap<>();
    for (int i = 0; i < roots.size(); i++) {
      byFolder.put(roots.get(i), settings(values.get(i)));
    }
    configure(settings(values.get(roots.size())), byFolder);
  }

  private Settings settings(JsonElement given) {
    return given.isJsonObject() ? Configuration.read(given) : session.configuration().common();
  }

  private void configure(Settings common, Map<Path, Settings> byFolder) {
    if (session.configuration().set(common, byFolder)) {
      publisher.everythingAgain();
      refresh();
      if (session.abilities().refreshesHints()) {
        session.client().ask("workspace/inlayHint/refresh", new JsonObject());
      }
    }
  }

  void stop() {
    disk.stop();
  }
}
