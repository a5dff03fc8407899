import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Part of the build: the sources of the manual pages, and the completions of shells, as the command
 * line describes itself.
 *
 * <pre>java Manual.java MANUAL-FOLDER COMPLETION-FILE</pre>
 */
final class Manual {
  public static void main(String[] args) throws Exception {
    CommandLine line = commandLine();
    Path manual = Files.createDirectories(Path.of(args[0]));
    List<CommandLine.Model.CommandSpec> commands = new ArrayList<>();
    commands.add(line.getCommandSpec());
    int code =
        ManPageGenerator.generateManPage(
            manual.toFile(),
            null,
            new boolean[0],
            true,
            commands.toArray(new CommandLine.Model.CommandSpec[0]));
    if (code != 0) {
      throw new IOException("the manual could not be made: " + code);
    }
    Path completion = Path.of(args[1]);
    Files.createDirectories(completion.getParent());
    Files.writeString(completion, AutoComplete.bash("hld", line));
  }

  /** The commands are the program's own affair, so they are got at by force. */
  private static CommandLine commandLine() throws ReflectiveOperationException {
    Class<?> consoleType = Class.forName("io.github.hldls.cli.Console");
    Constructor<?> newConsole = consoleType.getDeclaredConstructors()[0];
    newConsole.setAccessible(true);
    Object console = newConsole.newInstance(null, null, null, Map.of(), false);
    Method method =
        Class.forName("io.github.hldls.cli.Hld")
            .getDeclaredMethod("commandLine", consoleType, String[].class);
    method.setAccessible(true);
    return (CommandLine) method.invoke(null, console, new String[0]);
  }
}
