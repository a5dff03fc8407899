package io.github.hldls.lsp;

import io.github.hldls.config.Problem;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import io.github.hldls.workspace.Configs;
import io.github.hldls.workspace.TextFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/**
 * Shows what cannot be used of configurations where it stands. It is pushed to every client: those
 * that pull ask for Markdown files alone.
 */
final class ConfigProblems {
  private final Session session;
  private Map<Path, List<Problem>> shown = Map.of();

  ConfigProblems(Session session) {
    this.session = session;
  }

  /** Sends what differs from what the client has. */
  synchronized void publish(Configs configs) {
    Map<Path, List<Problem>> now = new HashMap<>();
    for (Problem problem : configs.problems()) {
      now.computeIfAbsent(problem.origin().file(), file -> new ArrayList<>()).add(problem);
    }
    for (Path file : shown.keySet()) {
      if (!now.containsKey(file)) {
        send(file, List.of());
      }
    }
    now.forEach(
        (file, problems) -> {
          if (!problems.equals(shown.get(file))) {
            problems.forEach(problem -> session.log(MessageType.Warning, problem.line()));
            send(file, problems);
          }
        });
    shown = now;
  }

  private void send(Path file, List<Problem> problems) {
    SourceText source = new SourceText(TextFiles.read(file).text());
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Problem problem : problems) {
      int start = source.offset(problem.origin().place());
      int end = source.line(source.lineOf(start)).end();
      int length = problem.key().isEmpty() ? end - start : problem.key().length() + 2;
      TextRange range = new TextRange(start, Math.max(start, Math.min(end, start + length)));
      diagnostics.add(
          new Diagnostic(
              new ToLsp(session).range(source, range),
              problem.text(),
              DiagnosticSeverity.Error,
              Diagnostics.SOURCE));
    }
    session
        .client()
        .notify(
            "textDocument/publishDiagnostics",
            new PublishDiagnosticsParams(session.uri(file), diagnostics));
  }
}
