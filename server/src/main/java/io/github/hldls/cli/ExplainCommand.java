package io.github.hldls.cli;

import io.github.hldls.template.Edition;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import io.github.hldls.text.Near;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hld explain}: what a rule asks, why, and what meets it. */
@Command(
    name = "explain",
    description = "Explains a rule: what it asks, why, and an example that meets it.",
    mixinStandardHelpOptions = true,
    versionProvider = Hld.Version.class)
final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RULE", description = "The rule's id, such as caching/ttl.")
  private String id = "";

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Edition edition = Configurations.here(console);
    Template template = edition.template();
    List<Requirement> all = new ArrayList<>(template.requirements());
    all.addAll(template.findings());
    Requirement row =
        all.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow(() -> unknown(all));
    Optional<Step> step = template.step(row.step());
    Optional<FileRole> file = step.flatMap(s -> template.file(s.file()));
    console.say(row.id() + " (" + row.severity() + ")");
    step.ifPresent(s -> console.say(s.heading() + file.map(f -> ", in " + f.name()).orElse("")));
    console.say("");
    console.say(row.text() + ".");
    paragraph("Why", row.why());
    paragraph("What meets it", row.satisfies());
    edition
        .examples()
        .plain(row.id())
        .ifPresent(example -> paragraph("Example", "\n" + example.stripTrailing().indent(4)));
    console.out().flush();
    return 0;
  }

  private void paragraph(String title, String text) {
    if (!text.isEmpty()) {
      console.say("");
      (title + ": " + text.stripTrailing()).lines().forEach(console::say);
    }
  }

  private UsageException unknown(List<Requirement> all) {
    List<String> ids = all.stream().map(Requirement::id).toList();
    return new UsageException("there is no rule \"" + id + "\"" + Near.suggestion(id, ids));
  }
}
