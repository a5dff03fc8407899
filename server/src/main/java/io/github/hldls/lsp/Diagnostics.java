package io.github.hldls.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.hldls.check.Finding;
import io.github.hldls.check.PackResult;
import io.github.hldls.editor.Softening;
import io.github.hldls.template.Severity;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import io.github.hldls.workspace.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;

/** Findings as the client takes them. */
final class Diagnostics {
  static final String SOURCE = "hld";

  private final Session session;
  private final Manual manual;

  /** Where a file was last edited, until it is saved. */
  private final Map<Path, Integer> edits = new ConcurrentHashMap<>();

  Diagnostics(Session session, Manual manual) {
    this.session = session;
    this.manual = manual;
  }

  void edited(Path file, int offset) {
    edits.put(file, offset);
  }

  /** Whether anything was softened until now. */
  boolean settled(Path file) {
    return edits.remove(file) != null;
  }

  List<Diagnostic> of(PackResult result, TextFile file) {
    String name = TextFile.name(file.path());
    Optional<Softening> softening =
        Optional.ofNullable(edits.get(file.path()))
            .flatMap(
                edit -> result.facts().file(file.role().id()).map(f -> new Softening(f, edit)));
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Finding finding : result.findings()) {
      if (finding.file().equals(name)) {
        Severity severity =
            softening.isPresent() ? softening.get().severity(finding) : finding.severity();
        diagnostics.add(diagnostic(finding, severity, result, file));
      }
    }
    return diagnostics;
  }

  private Diagnostic diagnostic(
      Finding finding, Severity severity, PackResult result, TextFile file) {
    Abilities abilities = session.abilities();
    ToLsp to = new ToLsp(session);
    Diagnostic diagnostic =
        new Diagnostic(
            to.range(file.source(), finding.range()),
            finding.message(),
            severity(severity),
            SOURCE,
            finding.rule());
    if (abilities.codeDescription()) {
      manual
          .place(finding.rule())
          .ifPresent(page -> diagnostic.setCodeDescription(new DiagnosticCodeDescription(page)));
    }
    if (abilities.unnecessaryTag() && isUnnecessary(finding)) {
      diagnostic.setTags(List.of(DiagnosticTag.Unnecessary));
    }
    if (abilities.relatedInformation() && !finding.related().isEmpty()) {
      diagnostic.setRelatedInformation(
          finding.related().stream()
              .flatMap(related -> related(related, result, to).stream())
              .toList());
    }
    if (abilities.diagnosticData()) {
      JsonArray rows = new JsonArray();
      finding.requirements().forEach(rows::add);
      JsonObject data = new JsonObject();
      data.add("requirements", rows);
      diagnostic.setData(data);
    }
    return diagnostic;
  }

  /** What is mended by taking it away. */
  private static boolean isUnnecessary(Finding finding) {
    return !finding.fix().isEmpty()
        && finding.fix().stream().allMatch(edit -> edit.newText().isBlank());
  }

  private Optional<DiagnosticRelatedInformation> related(
      Finding.Related related, PackResult result, ToLsp to) {
    return result.facts().pack().files().stream()
        .filter(file -> file.path().equals(related.file()))
        .findFirst()
        .map(
            file -> {
              SourceText source = file.markdown().source();
              TextRange range = related.range();
              return new DiagnosticRelatedInformation(
                  new Location(session.uri(Path.of(related.file())), to.range(source, range)),
                  related.message());
            });
  }

  static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFO -> DiagnosticSeverity.Information;
      case HINT -> DiagnosticSeverity.Hint;
    };
  }
}
