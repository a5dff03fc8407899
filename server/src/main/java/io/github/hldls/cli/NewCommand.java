package io.github.hldls.cli;

import io.github.hldls.template.FileRole;
import io.github.hldls.template.Skeleton;
import io.github.hldls.template.Template;
import io.github.hldls.template.TemplateLoader;
import io.github.hldls.template.TemplateSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hld new}: starts a pack with a heading for everything that it must hold. */
@Command(
    name = "new",
    description = "Starts a pack: its files with a heading for everything that they must hold.",
    mixinStandardHelpOptions = true,
    versionProvider = Hld.Version.class)
final class NewCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The pack's folder; made if it is not there.")
  private Path folder = Path.of("");

  @Option(
      names = "--title",
      paramLabel = "TITLE",
      description = "What is designed; the folder's name if not given.")
  private String title = "";

  NewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Template template = TemplateLoader.load(TemplateSource.builtIn());
    for (FileRole role : template.files()) {
      if (Files.exists(folder.resolve(role.name()))) {
        throw new UsageException(
            folder.resolve(role.name()) + " is there already; nothing was written");
      }
    }
    try {
      Files.createDirectories(folder);
      for (FileRole role : template.files()) {
        String text = Skeleton.file(template, role, design());
        Files.writeString(
            folder.resolve(role.name()),
            text,
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE_NEW);
      }
    } catch (java.nio.file.FileSystemException e) {
      throw new UsageException(
          "cannot write "
              + e.getFile()
              + ": "
              + (e.getReason() == null ? "access denied" : e.getReason()));
    }
    console
        .out()
        .println(
            "Wrote "
                + template.files().size()
                + " files to "
                + folder
                + ". Now fill them in, and run: hld check "
                + folder);
    console.out().flush();
    return 0;
  }

  private String design() {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return title.isBlank()
        ? name == null ? "Design" : name.toString()
        : title.strip().replaceAll("\\s+", " ");
  }
}
