package io.github.hldls.lsp;

import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextEdit;
import io.github.hldls.text.TextRange;
import io.github.hldls.workspace.OpenText;
import io.github.hldls.workspace.TextFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;

/** Keeps the texts that are open in the client. */
final class Documents {
  private final Session session;
  private final Disk disk;
  private final Diagnostics diagnostics;
  private final Publisher publisher;
  private final Rehearsal rehearsal;

  Documents(
      Session session,
      Disk disk,
      Diagnostics diagnostics,
      Publisher publisher,
      Rehearsal rehearsal) {
    this.session = session;
    this.disk = disk;
    this.diagnostics = diagnostics;
    this.publisher = publisher;
    this.rehearsal = rehearsal;
  }

  void open(DidOpenTextDocumentParams params) {
    TextDocumentItem item = params.getTextDocument();
    Optional<Path> path = Uris.path(item.getUri());
    if (path.isPresent()) {
      if (session.snapshot().role(path.get()).isPresent()) {
        disk.readAround(path.get());
      }
      if (item.getText().length() > TextFiles.MAX_BYTES) {
        session.log(MessageType.Warning, path.get() + ": its text is too long to be looked at");
        return;
      }
      // Another configuration may make a pack's file of it at any time.
      SourceText source = new SourceText(item.getText());
      session.update(
          s -> s.withOpen(new OpenText(path.get(), item.getUri(), item.getVersion(), source)));
      publisher.schedule();
      rehearsal.opened(path.get());
    }
  }

  void change(DidChangeTextDocumentParams params) {
    VersionedTextDocumentIdentifier id = params.getTextDocument();
    Optional<OpenText> before = Uris.path(id.getUri()).flatMap(session.snapshot()::open);
    if (before.isEmpty()) {
      return;
    }
    SourceText source = before.get().source();
    int edited = 0;
    for (TextDocumentContentChangeEvent change : params.getContentChanges()) {
      TextEdit edit = edit(source, change);
      edited = edit.range().start() + edit.newText().length();
      source = new SourceText(TextEdit.apply(source.text(), List.of(edit)));
    }
    Path path = before.get().path();
    OpenText after = new OpenText(path, before.get().uri(), version(id, before.get()), source);
    diagnostics.edited(path, edited);
    session.update(s -> s.withOpen(after));
    publisher.schedule(session.configuration().of(path).debounceMillis());
  }

  private static int version(VersionedTextDocumentIdentifier id, OpenText before) {
    Integer version = id.getVersion();
    return version == null ? before.version() + 1 : version;
  }

  private TextEdit edit(SourceText source, TextDocumentContentChangeEvent change) {
    if (change.getText() == null) {
      throw new RequestException(RequestException.INVALID_PARAMS, "a change has no text");
    }
    Range range = change.getRange();
    if (range == null) {
      return new TextEdit(new TextRange(0, source.length()), change.getText());
    }
    int start = session.encoding().offset(source, range.getStart());
    int end = session.encoding().offset(source, range.getEnd());
    return new TextEdit(
        new TextRange(Math.min(start, end), Math.max(start, end)), change.getText());
  }

  void save(DidSaveTextDocumentParams params) {
    Uris.path(params.getTextDocument().getUri())
        .filter(path -> session.snapshot().open(path).isPresent())
        .ifPresent(
            path -> {
              disk.refresh(path);
              if (diagnostics.settled(path)) {
                session.snapshot().packOf(path).ifPresent(publisher::again);
              }
            });
  }

  void close(DidCloseTextDocumentParams params) {
    Uris.path(params.getTextDocument().getUri())
        .ifPresent(
            path -> {
              diagnostics.settled(path);
              session.update(s -> s.withClosed(path));
              // The disk may differ from what it was when the text was opened.
              disk.refresh(path, publisher::schedule);
            });
  }
}
