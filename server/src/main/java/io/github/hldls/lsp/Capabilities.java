package io.github.hldls.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.UUID;

/**
 * What the server can do for a client. Written as JSON, since the classes for it cost more time at
 * the start than all else of it.
 */
final class Capabilities {
  static final List<String> COMMANDS =
      List.of("hld.newPack", "hld.insertMissing", "hld.packStatus", "hld.showReport");

  private Capabilities() {}

  static JsonObject of(Abilities abilities, Encoding encoding) {
    JsonObject all = new JsonObject();
    all.addProperty("positionEncoding", encoding.label());
    all.add("textDocumentSync", sync());
    all.addProperty("hoverProvider", true);
    all.add("completionProvider", completion(abilities));
    all.addProperty("documentSymbolProvider", true);
    all.addProperty("workspaceSymbolProvider", true);
    all.addProperty("foldingRangeProvider", true);
    all.addProperty("selectionRangeProvider", true);
    all.addProperty("definitionProvider", true);
    all.addProperty("referencesProvider", true);
    all.addProperty("documentHighlightProvider", true);
    all.addProperty("inlayHintProvider", true);
    all.add("documentLinkProvider", flag("resolveProvider", false));
    all.add("codeLensProvider", flag("resolveProvider", false));
    all.add(
        "codeActionProvider",
        abilities.codeActions() ? codeActions(abilities) : new JsonPrimitive(true));
    if (abilities.preparesRename()) {
      all.add("renameProvider", flag("prepareProvider", true));
    } else {
      all.addProperty("renameProvider", true);
    }
    JsonObject commands = new JsonObject();
    commands.add("commands", strings(COMMANDS));
    all.add("executeCommandProvider", commands);
    if (abilities.pullsDiagnostics()) {
      JsonObject pull = flag("interFileDependencies", true);
      pull.addProperty("workspaceDiagnostics", true);
      pull.addProperty("identifier", Diagnostics.SOURCE);
      all.add("diagnosticProvider", pull);
    }
    all.add("workspace", workspace());
    return all;
  }

  private static JsonObject sync() {
    JsonObject sync = new JsonObject();
    sync.addProperty("openClose", true);
    sync.addProperty("change", 2);
    sync.add("save", flag("includeText", false));
    return sync;
  }

  private static JsonObject completion(Abilities abilities) {
    JsonObject completion = flag("resolveProvider", abilities.resolvesDocumentation());
    completion.add("triggerCharacters", strings(List.of("#", " ", ")", "(", "/")));
    return completion;
  }

  private static JsonObject codeActions(Abilities abilities) {
    JsonObject actions = flag("resolveProvider", abilities.resolvesCodeActions());
    actions.add(
        "codeActionKinds",
        strings(List.of("quickfix", "refactor.rewrite", "source", "source.fixAll.hld")));
    return actions;
  }

  private static JsonObject workspace() {
    JsonObject folders = flag("supported", true);
    folders.addProperty("changeNotifications", true);
    JsonArray filters = new JsonArray();
    JsonObject filter = new JsonObject();
    JsonObject pattern = new JsonObject();
    pattern.addProperty("glob", "**/*");
    filter.addProperty("scheme", "file");
    filter.add("pattern", pattern);
    filters.add(filter);
    JsonObject files = new JsonObject();
    for (String operation : List.of("didCreate", "didRename", "didDelete")) {
      JsonObject registration = new JsonObject();
      registration.add("filters", filters);
      files.add(operation, registration);
    }
    JsonObject workspace = new JsonObject();
    workspace.add("workspaceFolders", folders);
    workspace.add("fileOperations", files);
    return workspace;
  }

  /** What is registered once the client is ready. */
  static JsonObject registrations(Abilities abilities) {
    JsonArray registrations = new JsonArray();
    if (abilities.watchesFiles()) {
      JsonArray watchers = new JsonArray();
      watchers.add(watcher("**/*.{md,MD}", 7));
      watchers.add(watcher("**/.gitignore", 7));
      // Configurations, and the templates that they name.
      watchers.add(watcher("**/*.json", 7));
      // A folder that goes takes its files along without a word on each.
      watchers.add(watcher("**/*", 4));
      JsonObject options = new JsonObject();
      options.add("watchers", watchers);
      registrations.add(registration("workspace/didChangeWatchedFiles", options));
    }
    if (abilities.registersConfiguration()) {
      JsonObject options = new JsonObject();
      options.addProperty("section", "hld");
      registrations.add(registration("workspace/didChangeConfiguration", options));
    }
    JsonObject params = new JsonObject();
    params.add("registrations", registrations);
    return params;
  }

  private static JsonObject watcher(String glob, int kind) {
    JsonObject watcher = new JsonObject();
    watcher.addProperty("globPattern", glob);
    watcher.addProperty("kind", kind);
    return watcher;
  }

  private static JsonObject registration(String method, JsonObject options) {
    JsonObject registration = new JsonObject();
    registration.addProperty("id", UUID.randomUUID().toString());
    registration.addProperty("method", method);
    registration.add("registerOptions", options);
    return registration;
  }

  private static JsonObject flag(String name, boolean value) {
    JsonObject object = new JsonObject();
    object.addProperty(name, value);
    return object;
  }

  private static JsonArray strings(List<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return array;
  }
}
