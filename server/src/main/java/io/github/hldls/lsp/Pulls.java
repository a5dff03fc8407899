package io.github.hldls.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.hldls.workspace.OpenText;
import io.github.hldls.workspace.PackView;
import io.github.hldls.workspace.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;

/** Answers clients that pull diagnostics. */
final class Pulls {

  /** The newest answer about a file, and its name. */
  private record Answer(List<Diagnostic> diagnostics, String id) {}

  private final Session session;
  private final Diagnostics diagnostics;
  private final Map<Path, Answer> answers = new HashMap<>();
  private long count;

  Pulls(Session session, Diagnostics diagnostics) {
    this.session = session;
    this.diagnostics = diagnostics;
  }

  private synchronized Answer answer(Path file, List<Diagnostic> found) {
    Answer before = answers.get(file);
    if (before != null && before.diagnostics().equals(found)) {
      return before;
    }
    Answer answer = new Answer(found, Long.toString(++count));
    answers.put(file, answer);
    return answer;
  }

  JsonObject document(DocumentDiagnosticParams params, Call call) {
    JsonObject report = new JsonObject();
    Optional<Call.Place> place = call.place(params.getTextDocument().getUri());
    if (place.isEmpty()) {
      report.addProperty("kind", "full");
      report.add("items", new JsonArray());
      return report;
    }
    Answer answer =
        answer(place.get().path(), diagnostics.of(place.get().result(), place.get().file()));
    boolean same = answer.id().equals(params.getPreviousResultId());
    report.addProperty("kind", same ? "unchanged" : "full");
    report.addProperty("resultId", answer.id());
    if (!same) {
      report.add("items", DiagnosticJson.of(answer.diagnostics()));
    }
    return report;
  }

  /** All files; in pieces, a pack each, where the client gives a token for them. */
  WorkspaceDiagnosticReport workspace(WorkspaceDiagnosticParams params, Call call) {
    Map<Path, String> previous = new HashMap<>();
    List<PreviousResultId> ids = params.getPreviousResultIds();
    for (PreviousResultId id : ids == null ? List.<PreviousResultId>of() : ids) {
      Uris.path(id.getUri()).ifPresent(path -> previous.put(path, id.getValue()));
    }
    List<WorkspaceDocumentDiagnosticReport> items = new ArrayList<>();
    for (PackView pack : call.snapshot().packs()) {
      for (TextFile file : pack.files()) {
        items.add(report(file, pack, Optional.ofNullable(previous.remove(file.path())), call));
      }
      if (!call.snapshot().hasOpen(pack)) {
        session.analyses().release(pack);
      }
      if (params.getPartialResultToken() != null) {
        partial(params, new WorkspaceDiagnosticReport(items));
        items = new ArrayList<>();
      }
    }
    for (Path gone : previous.keySet()) {
      items.add(
          new WorkspaceDocumentDiagnosticReport(full(gone, new Answer(List.of(), "gone"), call)));
    }
    return new WorkspaceDiagnosticReport(items);
  }

  private WorkspaceDocumentDiagnosticReport report(
      TextFile file, PackView pack, Optional<String> previous, Call call) {
    Answer answer = answer(file.path(), diagnostics.of(call.result(pack), file));
    if (previous.filter(answer.id()::equals).isEmpty()) {
      return new WorkspaceDocumentDiagnosticReport(full(file.path(), answer, call));
    }
    WorkspaceUnchangedDocumentDiagnosticReport same =
        new WorkspaceUnchangedDocumentDiagnosticReport(
            answer.id(), session.uri(file.path()), version(file.path(), call));
    return new WorkspaceDocumentDiagnosticReport(same);
  }

  private WorkspaceFullDocumentDiagnosticReport full(Path file, Answer answer, Call call) {
    WorkspaceFullDocumentDiagnosticReport full =
        new WorkspaceFullDocumentDiagnosticReport(
            answer.diagnostics(), session.uri(file), version(file, call));
    full.setResultId(answer.id());
    return full;
  }

  @SuppressWarnings("NullAway") // the protocol asks for null where a file is not open
  private static Integer version(Path file, Call call) {
    return call.snapshot().open(file).map(OpenText::version).orElse(null);
  }

  private void partial(WorkspaceDiagnosticParams params, WorkspaceDiagnosticReport report) {
    JsonObject progress = new JsonObject();
    progress.add("token", session.gson().toJsonTree(params.getPartialResultToken().get()));
    progress.add("value", session.gson().toJsonTree(report));
    session.client().notify("$/progress", progress);
  }
}
