package io.github.hldls.cli;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The program: the only place that touches the standard streams or ends the process. */
public final class Main {
  private static final int FAILED = 2;

  private Main() {}

  public static void main(String[] args) {
    StandardOutput standard = new StandardOutput();
    PrintStream out = new PrintStream(standard, false, StandardCharsets.UTF_8);
    if (Serve.isAsked(args)) {
      InputStream in = System.in;
      // A stray print must not corrupt the stream of messages.
      System.setOut(System.err);
      System.exit(Serve.run(args, in, out, System.err));
    }
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      out.println("hld " + BuildVersion.number());
      end(0, standard);
    }
    Console console =
        new Console(
            System.in,
            new PrintWriter(new OutputStreamWriter(standard, StandardCharsets.UTF_8)),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            Map.copyOf(System.getenv()),
            isTerminal());
    int code = Hld.run(console, args);
    console.out().flush();
    console.err().flush();
    end(code, standard);
  }

  /** Ends the process; what could not be written is a failure, whatever was to be told. */
  private static void end(int code, StandardOutput standard) {
    if (!standard.reason().isEmpty()) {
      System.err.println("hld: the output cannot be written: " + standard.reason());
    }
    System.exit(standard.hasFailed() ? FAILED : code);
  }

  /** Whether a person reads the output. */
  @SuppressWarnings("SystemConsoleNull") // the JDK may be older than 22, where null tells
  private static boolean isTerminal() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // Since JDK 22 there is a console even without a terminal, and this method tells.
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
