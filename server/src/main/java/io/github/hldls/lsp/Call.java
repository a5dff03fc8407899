package io.github.hldls.lsp;

import io.github.hldls.check.PackResult;
import io.github.hldls.workspace.PackView;
import io.github.hldls.workspace.Snapshot;
import io.github.hldls.workspace.TextFile;
import java.nio.file.Path;
import java.util.Optional;

/** A request that is being answered, on the texts as they were when it came. */
final class Call {
  private volatile Snapshot snapshot;
  private final Session session;
  private volatile boolean cancelled;

  Call(Session session) {
    this.session = session;
    this.snapshot = session.snapshot();
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** Takes the texts as they are now, for a question about the whole workspace. */
  void refresh() {
    snapshot = session.snapshot();
  }

  void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** Gives up if the client no longer wants the answer. */
  void check() {
    if (cancelled) {
      throw new RequestException(RequestException.CANCELLED, "cancelled");
    }
  }

  /** The pack and file that a URI names, checked; empty if it names no file of a pack. */
  Optional<Place> place(String uri) {
    return Uris.path(uri)
        .flatMap(
            path ->
                snapshot
                    .packOf(path)
                    .flatMap(pack -> pack.file(path).map(file -> place(pack, file))));
  }

  private Place place(PackView pack, TextFile file) {
    check();
    PackResult result = session.analyses().of(pack);
    check();
    return new Place(pack, file, result);
  }

  /** Every pack, checked. */
  PackResult result(PackView pack) {
    check();
    return session.analyses().of(pack);
  }

  /** A file of a pack and what the checker says of the pack. */
  record Place(PackView pack, TextFile file, PackResult result) {
    Path path() {
      return file.path();
    }
  }
}
