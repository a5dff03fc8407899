package io.github.hldls.lsp;

import java.util.Optional;

/** Ends the server when the process that started it is gone. */
final class ParentWatch {
  private static final long EACH_MILLIS = 2000;

  private ParentWatch() {}

  static void start(long processId, Workers workers, Runnable end) {
    Optional<ProcessHandle> parent = ProcessHandle.of(processId);
    if (parent.isEmpty()) {
      // A number from another container says nothing about the client.
      return;
    }
    var unused = parent.get().onExit().thenRun(end);
    workers.each(
        () -> {
          if (!parent.get().isAlive()) {
            end.run();
          }
        },
        EACH_MILLIS);
  }
}
