package io.github.hldls.cli;

import com.google.gson.stream.JsonWriter;
import io.github.hldls.report.JsonSafe;
import io.github.hldls.report.RulesPage;
import io.github.hldls.template.Edition;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hld rules}: lists every rule. */
@Command(
    name = "rules",
    description = "Lists every rule, by step.",
    mixinStandardHelpOptions = true,
    versionProvider = Hld.Version.class)
final class RulesCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}.",
      defaultValue = "text")
  private Format format = Format.TEXT;

  /** The formats of the list. */
  enum Format {
    TEXT,
    JSON,
    MARKDOWN;

    /** As people write it: in small letters. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  RulesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Edition edition = Configurations.here(console);
    Template template = edition.template();
    switch (format) {
      case TEXT -> text(template);
      case JSON -> json(template);
      case MARKDOWN -> console.out().print(RulesPage.of(template, edition.examples()));
    }
    console.out().flush();
    return 0;
  }

  private void text(Template template) {
    int width = template.requirements().stream().mapToInt(row -> row.id().length()).max().orElse(0);
    for (Step step : template.steps()) {
      console.say(step.heading());
      rows(step.requirements(), width);
    }
    console.say("Every file");
    rows(template.rules(), width);
    console.say("Beyond the template");
    rows(template.findings(), width);
  }

  private void rows(List<Requirement> rows, int width) {
    for (Requirement row : rows) {
      console.say(
          String.format("  %-" + width + "s  %-7s  %s", row.id(), row.severity(), row.text()));
    }
    console.say("");
  }

  private void json(Template template) throws IOException {
    JsonWriter json = new JsonWriter(new JsonSafe(console.out()));
    json.setIndent("  ");
    json.beginArray();
    List<Requirement> rows = new ArrayList<>(template.requirements());
    rows.addAll(template.findings());
    for (Requirement row : rows) {
      json.beginObject();
      json.name("id").value(row.id());
      json.name("step").value(row.step());
      json.name("part").value(row.part());
      json.name("kind").value(row.kind().name().toLowerCase(Locale.ROOT));
      json.name("severity").value(row.severity().toString());
      json.name("title").value(row.title());
      json.name("text").value(row.text());
      json.name("why").value(row.why());
      json.name("satisfies").value(row.satisfies());
      json.endObject();
    }
    json.endArray();
    json.flush();
    console.out().println();
  }
}
