package io.github.hldls.lsp;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;

/**
 * The parameters of what a client says first, read without reflection: that would take longer than
 * all else that happens until then, and again with each keystroke. Gson reads the others.
 */
final class Params {
  private static final Map<Class<?>, Function<JsonElement, Object>> READERS =
      Map.of(
          DidOpenTextDocumentParams.class, Params::opened,
          DidChangeTextDocumentParams.class, Params::changed,
          DocumentDiagnosticParams.class, Params::diagnostic);

  private Params() {}

  /**
   * Reads parameters; empty if Gson has to.
   *
   * @throws IllegalStateException if something is of another type
   * @throws UnsupportedOperationException if something is of another type
   * @throws NumberFormatException if a number is none
   */
  static <P> Optional<P> read(JsonElement json, Class<P> type) {
    Function<JsonElement, Object> reader = READERS.get(type);
    if (reader == null || !json.isJsonObject()) {
      return Optional.empty();
    }
    return Optional.of(type.cast(reader.apply(json)));
  }

  private static DidOpenTextDocumentParams opened(JsonElement json) {
    JsonElement document = Abilities.at(json, "textDocument");
    TextDocumentItem item = new TextDocumentItem();
    text(document, "uri", item::setUri);
    text(document, "languageId", item::setLanguageId);
    text(document, "text", item::setText);
    item.setVersion(number(document, "version"));
    return new DidOpenTextDocumentParams(item);
  }

  private static DidChangeTextDocumentParams changed(JsonElement json) {
    JsonElement document = Abilities.at(json, "textDocument");
    VersionedTextDocumentIdentifier id = new VersionedTextDocumentIdentifier();
    text(document, "uri", id::setUri);
    if (!Abilities.at(document, "version").isJsonNull()) {
      id.setVersion(number(document, "version"));
    }
    List<TextDocumentContentChangeEvent> changes = new ArrayList<>();
    for (JsonElement each : Abilities.at(json, "contentChanges").getAsJsonArray()) {
      TextDocumentContentChangeEvent change = new TextDocumentContentChangeEvent();
      text(each.getAsJsonObject(), "text", change::setText);
      JsonElement range = Abilities.at(each, "range");
      if (!range.isJsonNull()) {
        change.setRange(new Range(position(range, "start"), position(range, "end")));
      }
      changes.add(change);
    }
    return new DidChangeTextDocumentParams(id, changes);
  }

  private static DocumentDiagnosticParams diagnostic(JsonElement json) {
    TextDocumentIdentifier id = new TextDocumentIdentifier();
    text(Abilities.at(json, "textDocument"), "uri", id::setUri);
    DocumentDiagnosticParams params = new DocumentDiagnosticParams(id);
    text(json, "identifier", params::setIdentifier);
    text(json, "previousResultId", params::setPreviousResultId);
    return params;
  }

  private static Position position(JsonElement range, String name) {
    // Throws what its caller expects if there is none.
    JsonElement position = Abilities.at(range.getAsJsonObject(), name).getAsJsonObject();
    return new Position(number(position, "line"), number(position, "character"));
  }

  private static void text(JsonElement json, String name, Consumer<String> setter) {
    JsonElement value = Abilities.at(json, name);
    if (!value.isJsonNull()) {
      setter.accept(value.getAsString());
    }
  }

  private static int number(JsonElement json, String name) {
    JsonElement value = Abilities.at(json, name);
    return value.isJsonNull() ? 0 : value.getAsInt();
  }
}
