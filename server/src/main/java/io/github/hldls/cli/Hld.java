package io.github.hldls.cli;

import io.github.hldls.report.Terminal;
import io.github.hldls.template.TemplateException;
import io.github.hldls.text.Near;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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

  private static final String CACHE = "--cache";

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
        .setParameterExceptionHandler((e, arguments) -> misused(console, e))
        .setExecutionExceptionHandler((e, line, result) -> failed(console, e))
        .execute(args);
  }

  /**
   * Whether a command line has words alone that mean nothing to picocli, or the cache beside them.
   */
  private static boolean isPlain(String... args) {
    int caches = 0;
    for (String arg : args) {
      if (arg.equals(CACHE)) {
        caches++;
      } else if (arg.startsWith("-") || arg.startsWith("@")) {
        return false;
      }
    }
    return caches < 2;
  }

  /**
   * Checks without options that have values: to read annotations takes a tenth of the time to check
   * a pack, and half of the time to tell what is in the cache.
   */
  private static int check(Console console, List<String> words) {
    List<String> paths = new ArrayList<>(words);
    boolean cache = paths.remove(CACHE);
    try {
      return CheckCommand.plain(console, paths, cache).call();
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

  /** Says what is wrong with a command line, and what may have been meant. */
  private static int misused(Console console, ParameterException e) {
    CommandLine line = e.getCommandLine();
    if (line.getSubcommands().size() > 0 && !(e instanceof UnmatchedArgumentException)) {
      line.usage(console.err());
    } else {
      console.warn(message(e));
      console.warn("see " + line.getCommandSpec().qualifiedName() + " --help");
    }
    return CommandLine.ExitCode.USAGE;
  }

  private static String message(ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String message = String.valueOf(e.getMessage()).replace("Invalid value for option ", "");
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0).replaceFirst("(?s)=.*", "");
      List<String> known = new ArrayList<>(command.optionsMap().keySet());
      known.addAll(command.subcommands().keySet());
      String what = unmatched.isUnknownOption() ? "option " : "argument ";
      message = "unknown " + what + word + Near.suggestion(word, known);
    } else if (e.getArgSpec() instanceof OptionSpec option && option.type().isEnum()) {
      List<String> known = new ArrayList<>();
      option.completionCandidates().forEach(known::add);
      String value = String.valueOf(e.getValue());
      message =
          option.longestName()
              + " is one of "
              + String.join(", ", known)
              + ", not "
              + value
              + Near.suggestion(value, known);
    }
    return message;
  }

  private static int failed(Console console, Exception e) {
    if (e instanceof UsageException || e instanceof TemplateException) {
      console.warn(String.valueOf(e.getMessage()));
    } else if (!(e instanceof OutputException)) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      console.warn("internal error: " + e);
      trace.toString().lines().map(Terminal::safe).forEach(console.err()::println);
    }
    console.err().flush();
    return CommandLine.ExitCode.USAGE;
  }
}
