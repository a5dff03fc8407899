package io.github.hldls.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Names {@code hld serve} in the help; {@link Main} runs it before this is reached. */
@Command(
    name = "serve",
    description = "Serves editors by the Language Server Protocol.",
    mixinStandardHelpOptions = true,
    versionProvider = Hld.Version.class)
final class ServeCommand implements Callable<Integer> {
  private final Console console;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().print(Serve.HELP);
    console.out().flush();
    return 0;
  }
}
