package io.github.hldls.lsp;

import io.github.hldls.check.PackResult;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextEdit;
import io.github.hldls.text.TextRange;
import io.github.hldls.workspace.OpenText;
import io.github.hldls.workspace.PackView;
import io.github.hldls.workspace.Snapshot;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.lsp4j.MessageType;

/**
 * Makes edits that nobody sees, once, when the first file is open and its findings are told: Java
 * runs code slowly until it has run for a while, and the first keystrokes would be the slow ones.
 */
final class Rehearsal {
  private static final int EDITS = 60;
  private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final String TYPED = " x";

  private final Session session;
  private final Workers workers;
  private final Diagnostics diagnostics;
  private final FrameWriter nowhere = new FrameWriter(OutputStream.nullOutputStream());
  private final AtomicBoolean begun = new AtomicBoolean();

  Rehearsal(Session session, Workers workers, Diagnostics diagnostics) {
    this.session = session;
    this.workers = workers;
    this.diagnostics = diagnostics;
  }

  /** A file is open; all but the first call do nothing. */
  void opened(Path file) {
    if (begun.compareAndSet(false, true)) {
      workers.aside(() -> edits(file));
    }
  }

  /** Until it has been done often enough, or has taken long, or anything happens. */
  private void edits(Path file) {
    workers.letTheFrontGoFirst();
    Snapshot texts = session.snapshot();
    Optional<OpenText> text = texts.open(file);
    long end = System.nanoTime() + MOST_NANOS;
    try {
      for (int i = 0; i < EDITS && text.isPresent(); i++) {
        if (session.snapshot() != texts || workers.isBackAwaited() || System.nanoTime() > end) {
          return;
        }
        edit(text.get(), i, texts);
      }
    } catch (RuntimeException | StackOverflowError e) {
      session.log(MessageType.Warning, "trying an edit of " + file + " failed: " + e);
    }
  }

  private void edit(OpenText text, int place, Snapshot texts) {
    SourceText source = text.source();
    int at = source.line(place * source.lineCount() / EDITS).end();
    TextEdit typed = new TextEdit(new TextRange(at, at), TYPED);
    SourceText edited = new SourceText(TextEdit.apply(source.text(), List.of(typed)));
    Optional<PackView> pack =
        texts
            .withOpen(new OpenText(text.path(), text.uri(), text.version(), edited))
            .packOf(text.path());
    if (pack.isPresent()) {
      PackResult result = session.analyses().of(pack.get());
      pack.get()
          .file(text.path())
          .ifPresent(file -> nowhere.write(DiagnosticJson.of(diagnostics.of(result, file))));
    }
  }
}
