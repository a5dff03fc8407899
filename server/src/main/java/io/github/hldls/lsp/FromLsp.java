package io.github.hldls.lsp;

import io.github.hldls.editor.FileView;
import io.github.hldls.text.TextRange;
import io.github.hldls.workspace.TextFile;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;

/** The client's places as we count them. */
record FromLsp(Session session, Call call) {

  /** A place in a file of a pack. */
  record Cursor(FileView file, int offset) {}

  Optional<FileView> file(TextDocumentIdentifier document) {
    return file(document == null ? "" : document.getUri());
  }

  Optional<FileView> file(String uri) {
    return call.place(uri == null ? "" : uri)
        .flatMap(
            place -> {
              TextFile file = place.file();
              return FileView.of(session.catalogue(place.pack()), place.result(), file.role());
            });
  }

  Optional<Cursor> cursor(TextDocumentIdentifier document, Position position) {
    return file(document).map(view -> new Cursor(view, offset(view, position)));
  }

  int offset(FileView file, Position position) {
    return position == null ? 0 : session.encoding().offset(file.source(), position);
  }

  TextRange range(FileView file, Range range) {
    if (range == null) {
      return new TextRange(0, file.source().length());
    }
    int start = offset(file, range.getStart());
    return new TextRange(start, Math.max(start, offset(file, range.getEnd())));
  }
}
