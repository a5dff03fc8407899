package io.github.hldls.cli;

import io.github.hldls.template.TemplateException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing found at or over the fail level",
      "1:findings at or over the fail level",
      "2:wrong usage, or something failed"
    })
final class Hld {
  /** The commands that tell of the others. */
  private static final Set<String> NEED_ALL = Set.of("help", "completion");

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
    if (args.length > 0 && args[0].equals("check") && isPlain(args)) {
      return check(console, List.of(args).subList(1, args.length));
    }
    return commandLine(console, args)
        .setOut(console.out())
        .setErr(console.err())
        .setExecutionExceptionHandler((e, line, result) -> failed(console, e))
        .execute(args);
  }

  /** Whether a command line is one of words alone, none of which means anything to picocli. */
  private static boolean isPlain(String... args) {
    for (String arg : args) {
      if (arg.startsWith("-") || arg.startsWith("@")) {
        return false;
      }
    }
    return true;
  }

  /** Checks without options: to read annotations takes a tenth of the time to check a pack. */
  private static int check(Console console, List<String> paths) {
    try {
      return CheckCommand.plain(console, paths).call();
    } catch (IOException | RuntimeException e) {
      return failed(console, e);
    }
  }

  /** The commands that a command line needs: the one that it names, or else all of them. */
  static CommandLine commandLine(Console console, String... args) {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("check", () -> new CheckCommand(console));
    all.put("merge", () -> new MergeCommand(console));
    all.put("rules", () -> new RulesCommand(console));
    all.put("explain", () -> new ExplainCommand(console));
    all.put("new", () -> new NewCommand(console));
    all.put("config", () -> new ConfigCommand(console));
    all.put("template", () -> new TemplateCommand(console));
    all.put("mcp", () -> new McpCommand(console));
    all.put("serve", () -> new ServeCommand(console));
    all.put("completion", GenerateCompletion::new);
    all.put("help", HelpCommand::new);
    CommandLine line = new CommandLine(new Hld());
    String named = args.length > 0 ? args[0] : "";
    all.forEach(
        (name, command) -> {
          // To make a command from its annotations takes longer than most of what they do.
          boolean alone = all.containsKey(named) && !NEED_ALL.contains(named);
          if (!alone || name.equals(named)) {
            line.addSubcommand(name, command.get());
          }
        });
    return line.setCaseInsensitiveEnumValuesAllowed(true);
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
