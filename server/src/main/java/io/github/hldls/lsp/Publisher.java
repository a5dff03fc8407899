package io.github.hldls.lsp;

import com.google.gson.JsonObject;
import io.github.hldls.check.PackResult;
import io.github.hldls.workspace.OpenText;
import io.github.hldls.workspace.PackView;
import io.github.hldls.workspace.Snapshot;
import io.github.hldls.workspace.TextFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageType;

/**
 * Pushes diagnostics to clients that do not pull them. Edits that wait are taken together: each
 * round looks at the newest texts, at the packs with open files first, and sends only what differs
 * from what the client has.
 */
final class Publisher {
  private static final int NOT_OPEN = -1;

  /** What a client has of a file. */
  private record Sent(List<Diagnostic> diagnostics, int version) {}

  private final Session session;
  private final Workers workers;
  private final Diagnostics diagnostics;
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final Set<Path> stale = java.util.concurrent.ConcurrentHashMap.newKeySet();

  // Only the worker uses what follows.
  private final Map<Path, PackView> done = new HashMap<>();
  private final Map<Path, Sent> sent = new HashMap<>();

  Publisher(Session session, Workers workers, Diagnostics diagnostics) {
    this.session = session;
    this.workers = workers;
    this.diagnostics = diagnostics;
  }

  /** Publishes soon whatever is out of date. */
  void schedule() {
    schedule(0);
  }

  void schedule(int millis) {
    if (!session.abilities().pullsDiagnostics() && scheduled.compareAndSet(false, true)) {
      if (millis == 0) {
        workers.soon(this::round);
      } else {
        workers.later(this::round, millis);
      }
    }
  }

  /** Publishes a pack again although its texts are as before. */
  void again(PackView pack) {
    stale.add(pack.home());
    schedule();
  }

  void everythingAgain() {
    session.snapshot().packs().forEach(pack -> stale.add(pack.home()));
    schedule();
  }

  private void round() {
    scheduled.set(false);
    Snapshot snapshot = session.snapshot();
    clearWhatIsGone(snapshot);
    Optional<PackView> next =
        snapshot.packs().stream()
            .filter(pack -> stale.contains(pack.home()) || done.get(pack.home()) != pack)
            .min(Comparator.comparing(pack -> !snapshot.hasOpen(pack)));
    if (next.isPresent()) {
      publish(next.get(), snapshot);
      // Others wait their turn, so that a request in between is answered first.
      schedule();
    }
  }

  private void publish(PackView pack, Snapshot snapshot) {
    stale.remove(pack.home());
    done.put(pack.home(), pack);
    try {
      if (isWholeWorkspace(pack) || snapshot.hasOpen(pack)) {
        PackResult result = session.analyses().of(pack);
        result.failures().forEach(failure -> session.log(MessageType.Error, failure));
        pack.files().forEach(file -> publish(file, pack, result, snapshot));
        releaseIfClosed(pack, snapshot);
      } else {
        pack.files().forEach(file -> clear(file.path()));
      }
    } catch (RuntimeException e) {
      session.log(MessageType.Error, pack.home() + ": checking failed: " + e);
    }
  }

  private void releaseIfClosed(PackView pack, Snapshot snapshot) {
    if (!snapshot.hasOpen(pack)) {
      session.analyses().release(pack);
    }
  }

  private boolean isWholeWorkspace(PackView pack) {
    return session.configuration().of(pack.folder()).wholeWorkspace(pack.config());
  }

  private void publish(TextFile file, PackView pack, PackResult result, Snapshot snapshot) {
    Optional<OpenText> open = snapshot.open(file.path());
    boolean wanted = open.isPresent() || isWholeWorkspace(pack);
    List<Diagnostic> found = wanted ? diagnostics.of(result, file) : List.of();
    int version = open.map(OpenText::version).orElse(NOT_OPEN);
    Sent before = sent.get(file.path());
    boolean same =
        before == null
            ? found.isEmpty() && version == NOT_OPEN
            : before.diagnostics().equals(found)
                && (before.version() == version || version == NOT_OPEN);
    if (!same) {
      send(file.path(), found, version);
    }
  }

  private void clearWhatIsGone(Snapshot snapshot) {
    done.keySet().removeIf(home -> snapshot.pack(home).isEmpty());
    Set<Path> gone = new HashSet<>(sent.keySet());
    snapshot.packs().forEach(pack -> pack.files().forEach(file -> gone.remove(file.path())));
    gone.forEach(this::clear);
  }

  private void clear(Path file) {
    Sent before = sent.get(file);
    if (before != null && !before.diagnostics().isEmpty()) {
      send(file, List.of(), NOT_OPEN);
    }
    sent.remove(file);
  }

  private void send(Path file, List<Diagnostic> found, int version) {
    sent.put(file, new Sent(found, version));
    JsonObject params = new JsonObject();
    params.addProperty("uri", session.uri(file));
    params.add("diagnostics", DiagnosticJson.of(found));
    if (version != NOT_OPEN && session.abilities().diagnosticVersion()) {
      params.addProperty("version", version);
    }
    session.client().notify("textDocument/publishDiagnostics", params);
  }
}
