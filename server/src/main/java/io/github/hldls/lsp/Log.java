package io.github.hldls.lsp;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Lines with their time, to a file or nowhere. */
public interface Log {
  Log NOWHERE = line -> {};

  void line(String line);

  /**
   * A log at the end of a file.
   *
   * @throws IOException if the file cannot be written
   */
  static Log file(Path path) throws IOException {
    PrintWriter out =
        new PrintWriter(
            Files.newBufferedWriter(
                path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            true);
    return line -> {
      synchronized (out) {
        out.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
      }
    };
  }
}
