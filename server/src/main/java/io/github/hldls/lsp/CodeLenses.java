package io.github.hldls.lsp;

import io.github.hldls.editor.FileView;
import io.github.hldls.editor.Fix;
import io.github.hldls.editor.Lenses;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;

/** How complete each step is, above its heading. */
final class CodeLenses {
  private final Session session;

  CodeLenses(Session session) {
    this.session = session;
  }

  List<CodeLens> lenses(CodeLensParams params, Call call) {
    Optional<FileView> file = new FromLsp(session, call).file(params.getTextDocument());
    return file.map(
            view ->
                Lenses.of(view).stream()
                    .map(lens -> lens(lens, view, params.getTextDocument().getUri()))
                    .toList())
        .orElse(List.of());
  }

  private CodeLens lens(Lenses.Lens lens, FileView file, String uri) {
    CodeLens shown = new CodeLens(new ToLsp(session).range(file.source(), lens.range()));
    shown.setCommand(command(lens, uri));
    return shown;
  }

  /**
   * The client's own command to show what is missing, if it has one; else ours, which inserts it.
   */
  private Command command(Lenses.Lens lens, String uri) {
    if (session.abilities().commands().contains("hld.showMissing")) {
      return new Command(lens.words(), "hld.showMissing", List.of(uri));
    }
    if (lens.missing().isEmpty() || !session.abilities().appliesEdits()) {
      return new Command(lens.words(), "");
    }
    Fix.Task task = new Fix.Task(Fix.Action.INSERT, lens.missing());
    return new Command(lens.words(), "hld.insertMissing", List.of(CodeActions.data(task, uri)));
  }
}
