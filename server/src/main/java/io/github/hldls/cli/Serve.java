package io.github.hldls.cli;

import io.github.hldls.lsp.Log;
import io.github.hldls.lsp.Server;
import io.github.hldls.template.Edition;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;

/**
 * {@code hld serve}: the language server. It reads its few arguments itself, since the command line
 * library would take longer to start than all else.
 */
final class Serve {
  private static final int USAGE = 2;
  static final String HELP =
      """
      Usage: hld serve [--stdio | --socket PORT] [--log-file FILE]
      Speaks the Language Server Protocol.
            --stdio           over standard input and output (the default)
            --socket PORT     to one client on a port of this machine alone
            --log-file FILE   writes what happens to the end of a file
        -h, --help            shows this help
      """;

  private int port = -1;
  private Path logFile = Path.of("");

  private Serve() {}

  /** Whether a command line asks for the language server. */
  static boolean isAsked(String[] args) {
    return args.length > 0 && args[0].equals("serve");
  }

  /** Serves; the result is the exit code. */
  static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    Serve serve = new Serve();
    for (int i = 1; i < args.length; i++) {
      boolean hasValue = i + 1 < args.length;
      if (args[i].equals("--help") || args[i].equals("-h")) {
        out.print(HELP);
        out.flush();
        return 0;
      } else if (args[i].equals("--socket") && hasValue && isPort(args[i + 1])) {
        serve.port = Integer.parseInt(args[++i]);
      } else if (args[i].equals("--log-file") && hasValue) {
        serve.logFile = Path.of(args[++i]);
      } else if (!args[i].equals("--stdio") && !args[i].startsWith("--clientProcessId")) {
        err.print("hld serve: " + args[i] + " is not understood\n" + HELP);
        return USAGE;
      }
    }
    try {
      Log log = serve.logFile.toString().isEmpty() ? Log.NOWHERE : Log.file(serve.logFile);
      return serve.port >= 0 ? socket(serve.port, log, err) : serve(in, out, log);
    } catch (IOException e) {
      err.println("hld serve: " + e);
      return USAGE;
    }
  }

  private static boolean isPort(String text) {
    return text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535;
  }

  private static int serve(InputStream in, OutputStream out, Log log) {
    return Server.serve(in, out, Edition::builtIn, BuildVersion.number(), log);
  }

  private static int socket(int port, Log log, PrintStream err) throws IOException {
    try (Socket client = accept(port, err)) {
      client.setTcpNoDelay(true);
      return serve(client.getInputStream(), client.getOutputStream(), log);
    }
  }

  /** The first client; others are refused, rather than left to wait for answers. */
  private static Socket accept(int port, PrintStream err) throws IOException {
    try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      err.println("hld serve: listening on 127.0.0.1:" + server.getLocalPort());
      return server.accept();
    }
  }
}
