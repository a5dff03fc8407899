package io.github.hldls.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.hldls.editor.FileChange;
import io.github.hldls.editor.MarkedEdit;
import io.github.hldls.editor.Snippets;
import io.github.hldls.text.SourceText;
import io.github.hldls.workspace.OpenText;
import io.github.hldls.workspace.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.StringValue;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Changes of files in the form that the client takes. */
record Edits(Session session, Call call) {

  /** Plain edits by file. */
  WorkspaceEdit of(Map<String, List<TextEdit>> byFile) {
    if (!session.abilities().documentChanges()) {
      Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
      byFile.forEach((file, edits) -> changes.put(session.uri(Path.of(file)), edits));
      return new WorkspaceEdit(changes);
    }
    List<Either<TextDocumentEdit, ResourceOperation>> changes = new ArrayList<>();
    byFile.forEach(
        (file, edits) -> {
          List<Either<TextEdit, SnippetTextEdit>> all = new ArrayList<>();
          edits.forEach(edit -> all.add(Either.forLeft(edit)));
          changes.add(Either.forLeft(new TextDocumentEdit(document(file), all)));
        });
    return new WorkspaceEdit(changes);
  }

  /** Changes, with places to fill in if {@code snippets}; empty if the client cannot make them. */
  Optional<WorkspaceEdit> of(List<FileChange> files, boolean snippets) {
    boolean creates = files.stream().anyMatch(FileChange::isNew);
    if (files.isEmpty() || (creates && !session.abilities().createsFiles())) {
      return Optional.empty();
    }
    boolean marked = snippets && session.abilities().snippetEdits() && !creates;
    if (!creates && !marked) {
      Map<String, List<TextEdit>> byFile = new LinkedHashMap<>();
      files.forEach(
          file -> byFile.put(file.path(), file.edits().stream().map(e -> plain(e, file)).toList()));
      return Optional.of(of(byFile));
    }
    List<Either<TextDocumentEdit, ResourceOperation>> changes = new ArrayList<>();
    for (FileChange file : files) {
      if (file.isNew()) {
        changes.add(Either.forRight(new CreateFile(session.uri(Path.of(file.path())))));
      }
      List<Either<TextEdit, SnippetTextEdit>> edits = new ArrayList<>();
      file.edits()
          .forEach(
              edit -> edits.add(marked ? snippet(edit, file) : Either.forLeft(plain(edit, file))));
      changes.add(Either.forLeft(new TextDocumentEdit(document(file.path()), edits)));
    }
    return Optional.of(new WorkspaceEdit(changes));
  }

  private TextEdit plain(MarkedEdit edit, FileChange file) {
    return new ToLsp(session).edit(source(file), edit.plain());
  }

  private Either<TextEdit, SnippetTextEdit> snippet(MarkedEdit edit, FileChange file) {
    return edit.marked()
        ? Either.forRight(
            new SnippetTextEdit(
                new ToLsp(session).range(source(file), edit.range()),
                new StringValue("snippet", Snippets.of(edit.text()))))
        : Either.forLeft(plain(edit, file));
  }

  private SourceText source(FileChange file) {
    Path path = Path.of(file.path());
    return call.snapshot()
        .packOf(path)
        .flatMap(pack -> pack.file(path))
        .map(TextFile::source)
        .orElseGet(() -> new SourceText(""));
  }

  @SuppressWarnings("NullAway") // the protocol asks for null where a file is not open
  private VersionedTextDocumentIdentifier document(String file) {
    Path path = Path.of(file);
    Integer version = call.snapshot().open(path).map(OpenText::version).orElse(null);
    return new VersionedTextDocumentIdentifier(session.uri(path), version);
  }

  /**
   * An edit as JSON. The protocol wants a version of null for a file that is not open, and clients
   * throw an edit away in which it is left out.
   */
  JsonElement json(WorkspaceEdit edit) {
    JsonElement json = session.gson().toJsonTree(edit);
    if (Abilities.at(json, "documentChanges") instanceof JsonArray changes) {
      for (JsonElement change : changes) {
        if (Abilities.at(change, "textDocument") instanceof JsonObject document
            && !document.has("version")) {
          document.add("version", JsonNull.INSTANCE);
        }
      }
    }
    return json;
  }
}
