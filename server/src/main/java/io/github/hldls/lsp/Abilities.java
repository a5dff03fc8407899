package io.github.hldls.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a client has declared that it can do. */
final class Abilities {
  private final JsonElement capabilities;

  /** What stands at the paths that have been asked for. */
  private final Map<String, JsonElement> known = new ConcurrentHashMap<>();

  Abilities(JsonElement capabilities) {
    this.capabilities = capabilities;
  }

  static Abilities none() {
    return new Abilities(JsonNull.INSTANCE);
  }

  /** What stands at a dotted path, or null's element. */
  static JsonElement at(JsonElement root, String path) {
    JsonElement at = root;
    for (String name : path.split("\\.", -1)) {
      if (!at.isJsonObject() || !at.getAsJsonObject().has(name)) {
        return JsonNull.INSTANCE;
      }
      at = at.getAsJsonObject().get(name);
    }
    return at;
  }

  private JsonElement at(String path) {
    JsonElement value = known.get(path);
    if (value == null) {
      value = at(capabilities, path);
      known.put(path, value);
    }
    return value;
  }

  private boolean is(String path) {
    JsonElement value = at(path);
    return value.isJsonPrimitive()
        && value.getAsJsonPrimitive().isBoolean()
        && value.getAsBoolean();
  }

  private boolean has(String path) {
    return at(path) instanceof JsonObject;
  }

  private List<String> strings(String path) {
    List<String> strings = new ArrayList<>();
    if (at(path) instanceof JsonArray array) {
      for (JsonElement element : array) {
        if (element.isJsonPrimitive()) {
          strings.add(element.getAsString());
        }
      }
    }
    return strings;
  }

  /** The encoding of columns: the client's first choice among those we know. */
  Encoding encoding() {
    return strings("general.positionEncodings").stream()
        .flatMap(name -> Encoding.named(name).stream())
        .findFirst()
        .orElse(Encoding.UTF_16);
  }

  boolean pullsDiagnostics() {
    return has("textDocument.diagnostic");
  }

  boolean refreshesDiagnostics() {
    return is("workspace.diagnostics.refreshSupport");
  }

  boolean relatedInformation() {
    return is("textDocument.publishDiagnostics.relatedInformation")
        || is("textDocument.diagnostic.relatedInformation");
  }

  boolean codeDescription() {
    return is("textDocument.publishDiagnostics.codeDescriptionSupport")
        || is("textDocument.diagnostic.codeDescriptionSupport");
  }

  boolean diagnosticData() {
    return is("textDocument.publishDiagnostics.dataSupport")
        || is("textDocument.diagnostic.dataSupport");
  }

  boolean diagnosticVersion() {
    return is("textDocument.publishDiagnostics.versionSupport");
  }

  boolean unnecessaryTag() {
    return strings("textDocument.publishDiagnostics.tagSupport.valueSet").contains("1")
        || strings("textDocument.diagnostic.tagSupport.valueSet").contains("1");
  }

  boolean snippets() {
    return is("textDocument.completion.completionItem.snippetSupport");
  }

  boolean resolvesDocumentation() {
    return strings("textDocument.completion.completionItem.resolveSupport.properties")
        .contains("documentation");
  }

  boolean completionMarkdown() {
    return markdown(strings("textDocument.completion.completionItem.documentationFormat"));
  }

  boolean hoverMarkdown() {
    return markdown(strings("textDocument.hover.contentFormat"));
  }

  /** The first format is the one that the client prefers; without any it knows plain text only. */
  private static boolean markdown(List<String> formats) {
    return !formats.isEmpty() && formats.get(0).equals("markdown");
  }

  boolean nestedSymbols() {
    return is("textDocument.documentSymbol.hierarchicalDocumentSymbolSupport");
  }

  boolean codeActions() {
    return has("textDocument.codeAction.codeActionLiteralSupport");
  }

  boolean resolvesCodeActions() {
    return is("textDocument.codeAction.dataSupport")
        && strings("textDocument.codeAction.resolveSupport.properties").contains("edit");
  }

  boolean documentChanges() {
    return is("workspace.workspaceEdit.documentChanges");
  }

  boolean createsFiles() {
    return documentChanges()
        && strings("workspace.workspaceEdit.resourceOperations").contains("create");
  }

  boolean snippetEdits() {
    return is("workspace.workspaceEdit.snippetEditSupport");
  }

  boolean appliesEdits() {
    return is("workspace.applyEdit");
  }

  boolean configuration() {
    return is("workspace.configuration");
  }

  boolean workspaceFolders() {
    return is("workspace.workspaceFolders");
  }

  boolean registersConfiguration() {
    return is("workspace.didChangeConfiguration.dynamicRegistration");
  }

  boolean watchesFiles() {
    return is("workspace.didChangeWatchedFiles.dynamicRegistration");
  }

  boolean progress() {
    return is("window.workDoneProgress");
  }

  boolean refreshesLenses() {
    return is("workspace.codeLens.refreshSupport");
  }

  boolean refreshesHints() {
    return is("workspace.inlayHint.refreshSupport");
  }

  boolean preparesRename() {
    return is("textDocument.rename.prepareSupport");
  }

  /** The commands of its own that the client says it has, by a member of its experimental part. */
  Set<String> commands() {
    return new HashSet<>(strings("experimental.commands.commands"));
  }
}
