package io.github.hldls.lsp;

import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextEdit;
import io.github.hldls.text.TextRange;
import java.nio.file.Path;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Our places as the client counts them. */
record ToLsp(Session session) {

  Position position(SourceText source, int offset) {
    return session.encoding().position(source, offset);
  }

  Range range(SourceText source, TextRange range) {
    return new Range(position(source, range.start()), position(source, range.end()));
  }

  org.eclipse.lsp4j.TextEdit edit(SourceText source, TextEdit edit) {
    return new org.eclipse.lsp4j.TextEdit(range(source, edit.range()), edit.newText());
  }

  Location location(String file, SourceText source, TextRange range) {
    return new Location(session.uri(Path.of(file)), range(source, range));
  }
}
