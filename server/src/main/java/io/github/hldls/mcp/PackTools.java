package io.github.hldls.mcp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.hldls.check.Status;
import io.github.hldls.check.Verdict;
import io.github.hldls.report.PackReport;
import io.github.hldls.template.Edition;
import io.github.hldls.template.Examples;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tools: what is there, how it stands, what to write next, and whether a text will do. */
final class PackTools {
  private final Packs packs;

  private PackTools(Packs packs) {
    this.packs = packs;
  }

  static List<Tool> of(Packs packs) {
    PackTools tools = new PackTools(packs);
    Tool.Input pack =
        new Tool.Input(
            "pack", "The pack's path as list_packs tells it; . for the folder itself.", true);
    return List.of(
        new Tool(
            "list_packs",
            "Lists the packs with how many of the requirements that apply they meet, and how many"
                + " errors and warnings they have.",
            List.of(),
            arguments -> tools.list()),
        new Tool(
            "pack_status",
            "Tells how a pack stands: each step's share of requirements met, the ids of those that"
                + " are missing or weak, and every finding with file, line, and what would mend it.",
            List.of(pack),
            arguments -> tools.status(Tool.text(arguments, "pack"))),
        new Tool(
            "next_requirement",
            "Tells the first requirement that a pack misses, or meets too weakly: what it asks,"
                + " why, what meets it, in which file it belongs, an example, and the rules that"
                + " hold for every file.",
            List.of(
                pack,
                new Tool.Input("step", "Only in this step, by its id, such as caching.", false)),
            arguments -> tools.next(Tool.text(arguments, "pack"), Tool.text(arguments, "step"))),
        new Tool(
            "check_text",
            "Judges a text as one of a pack's files, without saving it: its findings, and which"
                + " requirements of that file it meets.",
            List.of(
                new Tool.Input("file", "The file's name, such as 03-api-schema-design.md.", true),
                new Tool.Input("text", "The whole text of the file, as Markdown.", true),
                new Tool.Input(
                    "pack", "The pack in whose place of this file the text is judged.", false)),
            arguments ->
                tools.text(
                    Tool.text(arguments, "file"),
                    Tool.text(arguments, "text"),
                    Tool.text(arguments, "pack"))),
        new Tool(
            "explain_rule",
            "Tells what a rule asks, why, what meets it, and an example.",
            List.of(new Tool.Input("rule", "The rule's id, such as caching/ttl.", true)),
            arguments -> tools.explain(Tool.text(arguments, "rule"))));
  }

  private JsonObject list() {
    JsonArray all = new JsonArray();
    for (Packs.Checked checked : packs.all()) {
      PackReport report = report(checked);
      JsonObject pack = standing(checked);
      pack.addProperty("errors", count(report, Severity.ERROR));
      pack.addProperty("warnings", count(report, Severity.WARNING));
      JsonArray missing = new JsonArray();
      report.files().stream().filter(f -> !f.present()).forEach(f -> missing.add(f.role().name()));
      pack.add("missingFiles", missing);
      all.add(pack);
    }
    JsonObject result = new JsonObject();
    result.add("packs", all);
    return result;
  }

  private static PackReport report(Packs.Checked checked) {
    return PackReport.of(checked.result(), checked.edition().template());
  }

  private static long count(PackReport report, Severity severity) {
    return report.findings().stream().filter(f -> f.severity() == severity).count();
  }

  private static JsonObject standing(Packs.Checked checked) {
    JsonObject pack = new JsonObject();
    pack.addProperty("pack", checked.result().facts().pack().path());
    pack.addProperty("template", checked.edition().template().name());
    addShare(pack, checked.result().verdicts());
    return pack;
  }

  private static void addShare(JsonObject json, List<Verdict> verdicts) {
    json.addProperty("met", verdicts.stream().filter(v -> v.status() == Status.MET).count());
    json.addProperty(
        "asked", verdicts.stream().filter(v -> v.status() != Status.NOT_APPLICABLE).count());
  }

  private JsonObject status(String path) {
    Packs.Checked checked = packs.pack(path);
    JsonObject result = standing(checked);
    JsonArray steps = new JsonArray();
    for (Step step : checked.edition().template().steps()) {
      JsonObject json = new JsonObject();
      json.addProperty("id", step.id());
      json.addProperty("heading", step.heading());
      List<Verdict> mine =
          checked.result().verdicts().stream()
              .filter(v -> v.requirement().step().equals(step.id()))
              .toList();
      addShare(json, mine);
      addIds(json, mine);
      steps.add(json);
    }
    result.add("steps", steps);
    result.add("findings", findings(report(checked).findings()));
    return result;
  }

  private static void addIds(JsonObject json, List<Verdict> verdicts) {
    json.add("missing", ids(verdicts, Status.MISSING));
    json.add("weak", ids(verdicts, Status.WEAK));
  }

  private static JsonArray ids(List<Verdict> verdicts, Status status) {
    JsonArray ids = new JsonArray();
    verdicts.stream().filter(v -> v.status() == status).forEach(v -> ids.add(v.requirement().id()));
    return ids;
  }

  private static JsonArray findings(List<PackReport.FindingEntry> findings) {
    JsonArray all = new JsonArray();
    for (PackReport.FindingEntry finding : findings) {
      JsonObject json = new JsonObject();
      json.addProperty("rule", finding.rule());
      json.addProperty("severity", finding.severity().toString());
      json.addProperty("file", finding.place().file());
      json.addProperty("line", finding.place().line());
      json.addProperty("message", finding.message());
      all.add(json);
    }
    return all;
  }

  private JsonObject next(String path, String step) {
    Packs.Checked checked = packs.pack(path);
    Template template = checked.edition().template();
    if (!step.isEmpty() && template.step(step).isEmpty()) {
      throw new ToolException(
          "there is no step "
              + step
              + "; there are: "
              + template.steps().stream().map(Step::id).toList());
    }
    List<Verdict> open =
        Stream.of(Status.MISSING, Status.WEAK)
            .flatMap(s -> checked.result().verdicts().stream().filter(v -> v.status() == s))
            .filter(v -> !v.requirement().step().isEmpty())
            .filter(v -> step.isEmpty() || v.requirement().step().equals(step))
            .toList();
    JsonObject result = new JsonObject();
    result.addProperty("pack", path);
    result.addProperty("open", open.size());
    if (!open.isEmpty()) {
      Verdict first = open.get(0);
      JsonObject row = row(first.requirement(), checked.edition());
      row.addProperty("status", first.status() == Status.WEAK ? "weak" : "missing");
      result.add("requirement", row);
      JsonArray rules = new JsonArray();
      template.rules().forEach(rule -> rules.add(rule.text()));
      result.add("rulesForEveryFile", rules);
    }
    return result;
  }

  private static JsonObject row(Requirement row, Edition edition) {
    JsonObject json = new JsonObject();
    json.addProperty("rule", row.id());
    json.addProperty("title", row.title());
    json.addProperty("asks", row.text());
    json.addProperty("why", row.why());
    json.addProperty("whatMeetsIt", row.satisfies());
    Optional<Step> step = edition.template().step(row.step());
    step.ifPresent(s -> json.addProperty("step", s.heading()));
    step.flatMap(s -> edition.template().file(s.file()))
        .map(FileRole::name)
        .ifPresent(name -> json.addProperty("file", name));
    Examples examples = edition.examples();
    examples.plain(row.id()).ifPresent(text -> json.addProperty("example", text));
    return json;
  }

  private JsonObject text(String file, String text, String pack) {
    Packs.Checked checked = packs.text(file, text, pack);
    Template template = checked.edition().template();
    FileRole role = template.role(file.substring(file.lastIndexOf('/') + 1)).orElseThrow();
    List<String> steps = template.stepsIn(role).stream().map(Step::id).toList();
    List<Verdict> mine =
        checked.result().verdicts().stream()
            .filter(v -> steps.contains(v.requirement().step()))
            .toList();
    JsonObject result = new JsonObject();
    result.addProperty("file", role.name());
    addShare(result, mine);
    addIds(result, mine);
    String shown =
        checked.result().facts().file(role.id()).map(facts -> facts.file().path()).orElse(file);
    result.add(
        "findings",
        findings(
            report(checked).findings().stream()
                .filter(f -> f.place().file().equals(shown))
                .toList()));
    return result;
  }

  private JsonObject explain(String rule) {
    Edition edition = packs.edition();
    Template template = edition.template();
    return Stream.concat(template.requirements().stream(), template.findings().stream())
        .filter(row -> row.id().equals(rule))
        .findFirst()
        .map(row -> row(row, edition))
        .orElseThrow(() -> new ToolException("there is no rule " + rule));
  }
}
