package io.github.hldls.cli;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The program: the only place that touches the standard streams or ends the process. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out),
            false,
            StandardCharsets.UTF_8);
    if (Serve.isAsked(args)) {
      InputStream in = System.in;
      // A stray print must not corrupt the stream of messages.
      System.setOut(System.err);
      System.exit(Serve.run(args, in, out, System.err));
    }
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      out.println("hld " + BuildVersion.number());
      out.flush();
      return;
    }
    Console console =
        new Console(
            System.in,
            new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            Map.copyOf(System.getenv()),
            isTerminal());
    int code = Hld.run(console, args);
    console.out().flush();
    console.err().flush();
    System.exit(code);
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
