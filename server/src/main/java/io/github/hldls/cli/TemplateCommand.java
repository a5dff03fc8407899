package io.github.hldls.cli;

import io.github.hldls.template.Additions;
import io.github.hldls.template.Edition;
import io.github.hldls.template.Examples;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Template;
import io.github.hldls.workspace.TemplateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hld template}: starts and checks a team's own template. */
@Command(
    name = "template",
    description = "Starts or checks a template of your own.",
    mixinStandardHelpOptions = true,
    versionProvider = Hld.Version.class)
final class TemplateCommand implements Callable<Integer> {
  private static final List<String> STARTING_FILES =
      List.of("template.json", "record.json", "record.md");

  private final Console console;

  TemplateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    throw new UsageException("hld template init DIR, or hld template check DIR");
  }

  @Command(
      name = "init",
      description = "Writes a small template with comments to a folder.",
      mixinStandardHelpOptions = true)
  Integer init(@Parameters(paramLabel = "DIR", description = "The template's folder.") Path folder)
      throws IOException {
    for (String name : STARTING_FILES) {
      if (Files.exists(folder.resolve(name))) {
        throw new UsageException(folder.resolve(name) + " is there already; nothing was written");
      }
    }
    try {
      Files.createDirectories(folder);
      for (String name : STARTING_FILES) {
        try (InputStream in =
            TemplateCommand.class.getResourceAsStream("/templates/start/" + name)) {
          if (in == null) {
            throw new IllegalStateException(name + " is not in the program");
          }
          Files.copy(in, folder.resolve(name));
        }
      }
    } catch (java.nio.file.FileSystemException e) {
      throw new UsageException("cannot write " + e.getFile() + ": " + e.getReason());
    }
    console.say(
        "Wrote "
            + String.join(", ", STARTING_FILES)
            + ". Name the folder in .hld.json as \"template\", and run: hld template check "
            + folder);
    console.out().flush();
    return 0;
  }

  @Command(
      name = "check",
      description = "Reads a template; says what is wrong with it, or what it holds.",
      mixinStandardHelpOptions = true)
  Integer check(
      @Parameters(paramLabel = "DIR", description = "The template's folder.") Path folder) {
    Edition edition = Edition.of(new TemplateFolder(folder, folder), Additions.NONE);
    Template template = edition.template();
    Examples examples = edition.examples();
    console.say(
        template.name()
            + ": "
            + template.files().size()
            + " files, "
            + template.steps().size()
            + " steps, "
            + template.requirements().size()
            + " requirements");
    template.requirements().stream()
        .filter(row -> row.evidence().isEmpty() && row.follows().isEmpty())
        .filter(row -> row.forbids().isEmpty() && row.check().isEmpty())
        .forEach(row -> note(row, "nothing can meet it: it has no \"evidence\""));
    template.steps().stream()
        .flatMap(step -> step.requirements().stream())
        .filter(row -> examples.marked(row.id()).isEmpty())
        .forEach(row -> note(row, "it has no example; its own words are inserted instead"));
    console.out().flush();
    return 0;
  }

  private void note(Requirement row, String text) {
    console.say("  " + row.id() + ": " + text);
  }
}
