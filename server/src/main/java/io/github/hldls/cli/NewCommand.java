package io.github.hldls.cli;

import io.github.hldls.template.FileRole;
import io.github.hldls.template.Skeleton;
import io.github.hldls.template.Template;
import io.github.hldls.workspace.Configs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  @Parameters(
      paramLabel = "PATH",
      description =
          "The pack's folder, which is made if it is not there; or its file, if the template makes"
              + " a pack of each file.")
  private Path path = Path.of("");

  @Option(
      names = "--title",
      paramLabel = "TITLE",
      description = "What is designed; the last name of PATH if not given.")
  private String title = "";

  NewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Configs configs = Configurations.around(List.of());
    Template template = configs.of(path).edition().template();
    if (Configurations.tellProblems(configs, console)) {
      throw new UsageException("nothing was written");
    }
    Map<Path, FileRole> files = files(template);
    for (Path file : files.keySet()) {
      if (Files.exists(file)) {
        throw new UsageException(file + " is there already; nothing was written");
      }
    }
    try {
      for (Map.Entry<Path, FileRole> file : files.entrySet()) {
        Files.createDirectories(file.getKey().toAbsolutePath().resolveSibling(""));
        String text = Skeleton.file(template, file.getValue(), design());
        Files.writeString(
            file.getKey(), text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      }
    } catch (java.nio.file.FileSystemException e) {
      throw new UsageException(
          "cannot write "
              + e.getFile()
              + ": "
              + (e.getReason() == null ? "access denied" : e.getReason()));
    }
    String wrote = files.size() == 1 ? "Wrote " : "Wrote " + files.size() + " files to ";
    console.say(
        wrote
            + path
            + ". Now fill "
            + (files.size() == 1 ? "it" : "them")
            + " in, and run: hld check "
            + path);
    console.out().flush();
    return 0;
  }

  /** The files to write: those of a folder, or the only one, where each file is a pack. */
  private Map<Path, FileRole> files(Template template) {
    Map<Path, FileRole> files = new LinkedHashMap<>();
    if (!template.isPerFile()) {
      template.files().forEach(role -> files.put(path.resolve(role.name()), role));
      return files;
    }
    FileRole role =
        template
            .role(String.valueOf(path.getFileName()))
            .orElseThrow(
                () ->
                    new UsageException(
                        path + ": its name must be like " + template.files().get(0).name()));
    files.put(path, role);
    return files;
  }

  private String design() {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return title.isBlank()
        ? name == null ? "Design" : name.toString()
        : title.strip().replaceAll("\\s+", " ");
  }
}
