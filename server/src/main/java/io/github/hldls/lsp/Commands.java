package io.github.hldls.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.hldls.editor.Catalogue;
import io.github.hldls.editor.FileChange;
import io.github.hldls.editor.FileView;
import io.github.hldls.editor.Fix;
import io.github.hldls.editor.Fixes;
import io.github.hldls.editor.MarkedEdit;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Skeleton;
import io.github.hldls.template.Template;
import io.github.hldls.text.TextRange;
import io.github.hldls.workspace.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.WorkspaceEdit;

/** The commands that a client can have executed. */
final class Commands {
  private final Session session;
  private final Disk disk;

  Commands(Session session, Disk disk) {
    this.session = session;
    this.disk = disk;
  }

  void routes(Routes routes) {
    routes.request(
        "workspace/executeCommand", Routes.Lane.ASIDE, ExecuteCommandParams.class, this::execute);
    routes.request("hld/packStatus", Routes.Lane.ASIDE, JsonElement.class, this::status);
    routes.notification("window/workDoneProgress/cancel", JsonElement.class, params -> {});
  }

  private JsonElement status(JsonElement params, Call call) {
    return new StatusJson(session, call).all();
  }

  private JsonElement execute(ExecuteCommandParams params, Call call) {
    JsonElement first = first(params);
    return switch (String.valueOf(params.getCommand())) {
      case "hld.packStatus" -> new StatusJson(session, call).all();
      case "hld.showReport" -> new JsonPrimitive(new StatusJson(session, call).report());
      case "hld.insertMissing" -> insertMissing(first, call);
      case "hld.newPack" -> newPack(first, call);
      default ->
          throw new RequestException(
              RequestException.INVALID_PARAMS, "there is no command " + params.getCommand());
    };
  }

  private JsonElement first(ExecuteCommandParams params) {
    List<Object> arguments = params.getArguments();
    return arguments == null || arguments.isEmpty()
        ? JsonNull.INSTANCE
        : session.gson().toJsonTree(arguments.get(0));
  }

  /** Inserts what a lens or an action named; for a URI alone, all that is missing in the file. */
  private JsonElement insertMissing(JsonElement argument, Call call) {
    JsonElement uri = argument.isJsonPrimitive() ? argument : Abilities.at(argument, "uri");
    Optional<FileView> file =
        uri.isJsonPrimitive()
            ? new FromLsp(session, call).file(uri.getAsString())
            : Optional.empty();
    if (file.isEmpty()) {
      throw invalid("hld.insertMissing wants the URI of a file of a pack");
    }
    Optional<Fix.Task> task = CodeActions.task(argument);
    Fix.Task wanted = task.orElseGet(() -> new Fix.Task(Fix.Action.INSERT, missingIn(file.get())));
    return apply("Insert what is missing", Fixes.changes(file.get(), wanted), call);
  }

  private static List<String> missingIn(FileView file) {
    return file.result().findings().stream()
        .filter(finding -> finding.file().equals(file.facts().file().path()))
        .flatMap(finding -> finding.requirements().stream())
        .toList();
  }

  /** Has the client make the change; whether there was anything to change. */
  private JsonElement apply(String label, List<FileChange> changes, Call call) {
    Optional<WorkspaceEdit> edit = new Edits(session, call).of(changes, false);
    if (edit.isEmpty() || !session.abilities().appliesEdits()) {
      return new JsonPrimitive(false);
    }
    JsonObject params = new JsonObject();
    params.addProperty("label", label);
    params.add("edit", new Edits(session, call).json(edit.get()));
    session.client().ask("workspace/applyEdit", params);
    return new JsonPrimitive(true);
  }

  /** Makes the files of a pack in the folder that a URI names, or a folder and a title. */
  private JsonElement newPack(JsonElement argument, Call call) {
    JsonElement uri = argument.isJsonPrimitive() ? argument : Abilities.at(argument, "uri");
    Optional<Path> folder = uri.isJsonPrimitive() ? Uris.path(uri.getAsString()) : Optional.empty();
    if (folder.isEmpty()) {
      throw invalid("hld.newPack wants the URI of a folder");
    }
    JsonElement title = Abilities.at(argument, "title");
    String design =
        title.isJsonPrimitive() ? title.getAsString() : String.valueOf(folder.get().getFileName());
    Catalogue catalogue = session.catalogue(folder.get());
    Template template = catalogue.template();
    if (template.isPerFile()) {
      throw invalid("here each file is a pack of its own: " + template.files().get(0).name());
    }
    Map<String, String> left = statements(argument, catalogue);
    List<FileChange> changes = new ArrayList<>();
    JsonArray made = new JsonArray();
    for (FileRole role : template.files()) {
      Path path = folder.get().resolve(role.name());
      if (!Files.exists(path)) {
        String text = Skeleton.file(template, role, design.replaceAll("\\s+", " ").strip(), left);
        MarkedEdit edit = new MarkedEdit(new TextRange(0, 0), text, false);
        changes.add(new FileChange(TextFile.name(path), true, List.of(edit)));
        made.add(Uris.uri(path));
      }
    }
    if (!session.abilities().createsFiles()) {
      session.show(
          MessageType.Warning,
          String.format(
              Locale.ROOT, "This editor cannot create files; run: hld new %s", folder.get()));
      return new JsonArray();
    }
    apply("New pack", changes, call);
    disk.changed(List.of(folder.get()));
    return made;
  }

  /** The statements for the steps that are said not to apply, by step. */
  private Map<String, String> statements(JsonElement argument, Catalogue catalogue) {
    Map<String, String> statements = new HashMap<>();
    if (Abilities.at(argument, "notApplicable") instanceof JsonArray steps) {
      for (Requirement row : catalogue.template().requirements()) {
        if (row.kind() == Kind.STATEMENT && steps.contains(new JsonPrimitive(row.step()))) {
          catalogue.examples().plain(row.id()).ifPresent(text -> statements.put(row.step(), text));
        }
      }
    }
    return statements;
  }

  private static RequestException invalid(String message) {
    return new RequestException(RequestException.INVALID_PARAMS, message);
  }
}
