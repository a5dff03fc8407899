package io.github.hldls.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.hldls.editor.FileChange;
import io.github.hldls.editor.FileView;
import io.github.hldls.editor.Fix;
import io.github.hldls.editor.Fixes;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Offers fixes; what they change is found when one is chosen, if the client can ask then. */
final class CodeActions {
  private final Session session;

  CodeActions(Session session) {
    this.session = session;
  }

  void routes(Routes routes) {
    routes.request("textDocument/codeAction", CodeActionParams.class, this::actions);
    routes.request("codeAction/resolve", JsonElement.class, this::resolve);
  }

  private List<?> actions(CodeActionParams params, Call call) {
    FromLsp from = new FromLsp(session, call);
    Optional<FileView> file = from.file(params.getTextDocument());
    if (file.isEmpty()) {
      return List.of();
    }
    TextRange range = from.range(file.get(), params.getRange());
    List<String> only =
        params.getContext() == null || params.getContext().getOnly() == null
            ? List.of()
            : params.getContext().getOnly();
    List<Object> actions = new ArrayList<>();
    List<Fix> fixes = Fixes.at(file.get(), range);
    // Somebody who asks about one diagnostic wants no fixes of others that stand in the same place.
    boolean narrow = fixes.stream().anyMatch(fix -> !mended(fix, params).isEmpty());
    for (Fix fix : fixes) {
      boolean meant = !narrow || fix.finding().isEmpty() || !mended(fix, params).isEmpty();
      if (meant && isWanted(kind(fix), only) && canDo(fix)) {
        call.check();
        offer(fix, file.get(), params, call).ifPresent(actions::add);
      }
    }
    return actions;
  }

  private static boolean isWanted(String kind, List<String> only) {
    return only.isEmpty()
        || only.stream().anyMatch(o -> o.isEmpty() || kind.equals(o) || kind.startsWith(o + "."));
  }

  private boolean canDo(Fix fix) {
    return switch (fix.task().action()) {
      case CREATE_FULL, CREATE_SKELETON -> session.abilities().createsFiles();
      case INSERT, FILL, DECLARE, REORDER, MEND, SUPPRESS_LINE, SUPPRESS_FILE -> true;
    };
  }

  private static String kind(Fix fix) {
    return switch (fix.kind()) {
      case QUICK_FIX -> "quickfix";
      case REWRITE -> "refactor.rewrite";
      case SOURCE -> "source";
      case FIX_ALL -> "source.fixAll.hld";
    };
  }

  private Optional<Object> offer(Fix fix, FileView file, CodeActionParams params, Call call) {
    String uri = params.getTextDocument().getUri();
    JsonObject data = data(fix.task(), uri);
    if (!session.abilities().codeActions()) {
      return Optional.of(new Command(fix.title(), "hld.insertMissing", List.of(data)));
    }
    CodeAction action = new CodeAction(fix.title());
    action.setKind(kind(fix));
    if (fix.preferred()) {
      action.setIsPreferred(true);
    }
    List<Diagnostic> mended = mended(fix, params);
    if (!mended.isEmpty()) {
      action.setDiagnostics(mended);
    }
    if (session.abilities().resolvesCodeActions()) {
      action.setData(data);
      return Optional.of(action);
    }
    if (fix.kind() != Fix.Kind.QUICK_FIX && fix.task().action() == Fix.Action.INSERT) {
      // Costly to find for a client that may never choose it.
      action.setCommand(new Command(fix.title(), "hld.insertMissing", List.of(data)));
      return session.abilities().appliesEdits() ? Optional.of(action) : Optional.empty();
    }
    return edit(Fixes.changes(file, fix.task()), call)
        .map(
            edit -> {
              action.setEdit(edit);
              return action;
            });
  }

  /** The client's own diagnostics that the fix is for. */
  private static List<Diagnostic> mended(Fix fix, CodeActionParams params) {
    if (fix.finding().isEmpty()
        || params.getContext() == null
        || params.getContext().getDiagnostics() == null) {
      return List.of();
    }
    return params.getContext().getDiagnostics().stream()
        .filter(d -> Diagnostics.SOURCE.equals(d.getSource()))
        .filter(d -> d.getCode() != null && d.getCode().isLeft())
        .filter(d -> d.getCode().getLeft().equals(fix.finding().get().rule()))
        .filter(
            d ->
                d.getMessage() != null
                    && d.getMessage().isLeft()
                    && d.getMessage().getLeft().equals(fix.finding().get().message()))
        .toList();
  }

  private Optional<WorkspaceEdit> edit(List<FileChange> changes, Call call) {
    return new Edits(session, call).of(changes, true);
  }

  static JsonObject data(Fix.Task task, String uri) {
    JsonObject data = new JsonObject();
    data.addProperty("uri", uri);
    data.addProperty("action", task.action().name());
    JsonArray arguments = new JsonArray();
    task.arguments().forEach(arguments::add);
    data.add("arguments", arguments);
    return data;
  }

  /** The task that was sent along with an action. */
  static Optional<Fix.Task> task(JsonElement data) {
    JsonElement name = Abilities.at(data, "action");
    if (!name.isJsonPrimitive() || !(Abilities.at(data, "arguments") instanceof JsonArray given)) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    for (JsonElement argument : given) {
      if (argument.isJsonPrimitive()) {
        arguments.add(argument.getAsString());
      }
    }
    for (Fix.Action action : Fix.Action.values()) {
      if (action.name().equals(name.getAsString())) {
        return Optional.of(new Fix.Task(action, arguments));
      }
    }
    return Optional.empty();
  }

  private JsonElement resolve(JsonElement action, Call call) {
    JsonElement data = Abilities.at(action, "data");
    JsonElement uri = Abilities.at(data, "uri");
    Optional<Fix.Task> task = task(data);
    if (!action.isJsonObject() || !uri.isJsonPrimitive() || task.isEmpty()) {
      throw new RequestException(
          RequestException.INVALID_PARAMS, "this is no code action of this server");
    }
    JsonObject resolved = action.getAsJsonObject();
    new FromLsp(session, call)
        .file(uri.getAsString())
        .map(file -> Fixes.changes(file, task.get()))
        .flatMap(changes -> edit(changes, call))
        .ifPresent(edit -> resolved.add("edit", new Edits(session, call).json(edit)));
    return resolved;
  }
}
