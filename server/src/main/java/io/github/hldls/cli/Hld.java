package io.github.hldls.cli;

import io.github.hldls.template.TemplateException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The {@code hld} command; its work is in its subcommands. */
@Command(
    name = "hld",
    description = "Checks high-level system designs written as packs of Markdown files.",
    mixinStandardHelpOptions = true,
    versionProvider = Hld.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {HelpCommand.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing found at or over the fail level",
      "1:findings at or over the fail level",
      "2:wrong usage, or something failed"
    })
final class Hld {
  private Hld() {}

  /** The program's version, for the command line. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"hld " + BuildVersion.number()};
    }
  }

  /** Runs a command line; the result is the exit code. */
  static int run(Console console, String... args) {
    CommandLine commands =
        new CommandLine(new Hld())
            .addSubcommand(new CheckCommand(console))
            .addSubcommand(new RulesCommand(console))
            .addSubcommand(new ExplainCommand(console))
            .addSubcommand(new NewCommand(console))
            .addSubcommand(new ConfigCommand(console))
            .addSubcommand(new TemplateCommand(console))
            .addSubcommand(new ServeCommand(console))
            .addSubcommand("completion", new GenerateCompletion())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(console.out())
            .setErr(console.err())
            .setExecutionExceptionHandler((e, line, result) -> failed(console, e));
    return commands.execute(args);
  }

  private static int failed(Console console, Exception e) {
    boolean expected = e instanceof UsageException || e instanceof TemplateException;
    console.err().println("hld: " + (expected ? e.getMessage() : "internal error: " + e));
    if (!expected) {
      e.printStackTrace(console.err());
    }
    console.err().flush();
    return CommandLine.ExitCode.USAGE;
  }
}
