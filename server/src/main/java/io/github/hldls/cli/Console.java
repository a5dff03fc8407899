package io.github.hldls.cli;

import io.github.hldls.report.Terminal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;

/**
 * What a command has of the world around it.
 *
 * @param isTerminal whether a person reads {@code out}
 */
record Console(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    boolean isTerminal) {
  Console {
    environment = Map.copyOf(environment);
  }

  /** Prints a line for people; what it holds of names or texts is told, never obeyed. */
  void say(String line) {
    out.println(Terminal.safe(line));
  }

  /** Tells on the error stream, in a line that says who does; names are told, never obeyed. */
  void warn(String text) {
    err.println("hld: " + Terminal.safe(text));
  }
}
