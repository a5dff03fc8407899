package io.github.hldls.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.hldls.check.Finding;
import io.github.hldls.check.PackResult;
import io.github.hldls.check.Status;
import io.github.hldls.check.Verdict;
import io.github.hldls.editor.FileView;
import io.github.hldls.editor.Progress;
import io.github.hldls.editor.Spots;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.report.JsonReport;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import io.github.hldls.text.TextRange;
import io.github.hldls.workspace.PackView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of all packs, as a tree view shows it: packs, their files, the files' steps, the steps'
 * requirements, each with its counts. {@code docs/server.md} describes the members.
 */
final class StatusJson {
  private final Session session;
  private final Call call;

  StatusJson(Session session, Call call) {
    this.session = session;
    this.call = call;
  }

  JsonObject all() {
    JsonArray packs = new JsonArray();
    List<Verdict> every = new ArrayList<>();
    for (PackView pack : call.snapshot().packs()) {
      PackResult result = call.result(pack);
      packs.add(pack(pack, result));
      every.addAll(ofSteps(result));
      if (!call.snapshot().hasOpen(pack)) {
        session.analyses().release(pack);
      }
    }
    JsonObject all = new JsonObject();
    all.addProperty("version", 1);
    all.add("packs", packs);
    all.add("counts", counts(every));
    return all;
  }

  private static Template template(PackView view) {
    return view.config().edition().template();
  }

  private static List<Verdict> ofSteps(PackResult result) {
    return result.verdicts().stream().filter(v -> !v.requirement().step().isEmpty()).toList();
  }

  private static JsonObject counts(List<Verdict> verdicts) {
    Progress progress = Progress.of(verdicts);
    JsonObject counts = new JsonObject();
    counts.addProperty("met", progress.met());
    counts.addProperty("weak", progress.weak());
    counts.addProperty("missing", progress.missing());
    counts.addProperty(
        "notApplicable",
        verdicts.stream().filter(v -> v.status() == Status.NOT_APPLICABLE).count());
    counts.addProperty("label", progress.words());
    return counts;
  }

  private JsonObject pack(PackView view, PackResult result) {
    JsonObject json = new JsonObject();
    json.addProperty("name", result.facts().pack().name());
    json.addProperty("uri", Uris.uri(view.home()));
    json.add("counts", counts(ofSteps(result)));
    JsonArray files = new JsonArray();
    for (FileRole role : template(view).files()) {
      files.add(file(role, view, result));
    }
    json.add("files", files);
    return json;
  }

  private JsonObject file(FileRole role, PackView view, PackResult result) {
    Optional<PackFile> file = result.facts().pack().file(role);
    JsonObject json = new JsonObject();
    json.addProperty("role", role.id());
    json.addProperty("name", role.name());
    json.addProperty("title", role.title());
    json.addProperty("present", file.isPresent());
    Path path =
        file.map(f -> Path.of(f.path())).orElseGet(() -> view.folder().resolve(role.name()));
    json.addProperty("uri", session.uri(path));
    JsonArray steps = new JsonArray();
    List<Verdict> all = new ArrayList<>();
    Optional<FileView> open = FileView.of(session.catalogue(view), result, role);
    for (Step step : template(view).stepsIn(role)) {
      List<Verdict> verdicts = verdicts(step, result);
      all.addAll(verdicts);
      steps.add(step(step, verdicts, open));
    }
    json.add("counts", counts(all));
    json.addProperty(
        "findings",
        file.map(f -> result.findings().stream().filter(x -> isIn(x, f)).count()).orElse(0L));
    json.add("steps", steps);
    return json;
  }

  private static boolean isIn(Finding finding, PackFile file) {
    return finding.file().equals(file.path());
  }

  private static List<Verdict> verdicts(Step step, PackResult result) {
    return result.verdicts().stream()
        .filter(verdict -> verdict.requirement().step().equals(step.id()))
        .toList();
  }

  private JsonObject step(Step step, List<Verdict> verdicts, Optional<FileView> file) {
    JsonObject json = new JsonObject();
    json.addProperty("id", step.id());
    json.addProperty("number", step.number());
    json.addProperty("title", step.title());
    json.add("counts", counts(verdicts));
    file.flatMap(view -> Spots.of(step, view))
        .ifPresent(range -> json.add("range", range(range, file.get().facts().file())));
    JsonArray rows = new JsonArray();
    verdicts.forEach(verdict -> rows.add(requirement(verdict, step, file)));
    json.add("requirements", rows);
    return json;
  }

  private JsonObject requirement(Verdict verdict, Step step, Optional<FileView> file) {
    Requirement row = verdict.requirement();
    JsonObject json = new JsonObject();
    json.addProperty("id", row.id());
    json.addProperty("title", row.title());
    json.addProperty("part", row.part());
    json.addProperty("severity", row.severity().toString());
    json.addProperty("status", JsonReport.name(verdict.status()));
    JsonArray evidence = new JsonArray();
    for (Verdict.Evidence piece : verdict.evidence()) {
      evidence.add(place(piece.file(), piece.range()));
    }
    json.add("evidence", evidence);
    if (verdict.status() == Status.MISSING) {
      file.map(view -> Spots.of(row, step, view))
          .ifPresent(spot -> json.add("belongs", place(file.get().facts().file(), spot)));
    }
    return json;
  }

  private JsonObject place(PackFile file, TextRange range) {
    JsonObject json = new JsonObject();
    json.addProperty("uri", session.uri(Path.of(file.path())));
    json.add("range", range(range, file));
    return json;
  }

  private com.google.gson.JsonElement range(TextRange range, PackFile file) {
    return session.gson().toJsonTree(new ToLsp(session).range(file.markdown().source(), range));
  }

  /** A page of Markdown that says the same in short. */
  String report() {
    StringBuilder text = new StringBuilder("# Packs\n");
    for (PackView view : call.snapshot().packs()) {
      PackResult result = call.result(view);
      Pack pack = result.facts().pack();
      text.append("\n## ").append(pack.name()).append("\n\n");
      text.append(Progress.of(result).words()).append("\n\n| Step | State |\n|---|---|\n");
      for (Step step : template(view).steps()) {
        String number = step.isNumbered() ? step.number() + ". " : "";
        text.append("| ").append(number).append(step.title()).append(" | ");
        text.append(Progress.of(verdicts(step, result)).words()).append(" |\n");
      }
    }
    return text.toString();
  }
}
