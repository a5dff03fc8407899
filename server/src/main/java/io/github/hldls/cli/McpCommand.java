package io.github.hldls.cli;

import io.github.hldls.mcp.McpServer;
import io.github.hldls.template.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hld mcp}: answers language models. */
@Command(
    name = "mcp",
    description =
        "Serves a language model by the Model Context Protocol, over standard input and output.",
    mixinStandardHelpOptions = true,
    versionProvider = Hld.Version.class)
final class McpCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "The folder whose packs are served; the folder at hand if not given.")
  private Path folder = Path.of("");

  McpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      throw new UsageException(folder + ": there is no such folder");
    }
    McpServer.serve(console.in(), console.out(), root, Edition::builtIn, BuildVersion.number());
    return 0;
  }
}
