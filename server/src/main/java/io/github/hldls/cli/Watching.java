package io.github.hldls.cli;

import io.github.hldls.workspace.Configs;
import io.github.hldls.workspace.FolderWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Does something again whenever a file changes that it may depend on. */
final class Watching {
  /** Editors and git write several files at once. */
  private static final int QUIET_MILLIS = 150;

  private Watching() {}

  /** What is done each time. */
  @FunctionalInterface
  interface Run {
    int run() throws IOException;
  }

  /** Goes on until the thread is interrupted; the result is that of the last run. */
  static int run(List<String> paths, Console console, Run once) throws IOException {
    BlockingQueue<Path> changes = new LinkedBlockingQueue<>();
    int code = 0;
    try (FolderWatch watch = new FolderWatch(changes::addAll, console::warn)) {
      for (String path : paths.isEmpty() ? List.of("") : paths) {
        Path root = Path.of(path).toAbsolutePath().normalize();
        Path folder = Files.isDirectory(root) ? root : root.resolveSibling("").normalize();
        watch.add(folder);
      }
      code = run(once, console);
      while (true) {
        console.warn("watching; stop with Ctrl+C");
        await(changes, Configurations.around(paths));
        code = run(once, console);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return code;
    }
  }

  private static int run(Run once, Console console) throws IOException {
    try {
      return once.run();
    } catch (UsageException e) {
      // It may be mended, and then goes on.
      console.warn(String.valueOf(e.getMessage()));
      return 2;
    }
  }

  /** Waits for a change that matters, and until all is quiet. */
  private static void await(BlockingQueue<Path> changes, Configs configs)
      throws InterruptedException {
    boolean matters = false;
    while (!matters) {
      List<Path> changed = new ArrayList<>(List.of(changes.take()));
      Path next = changes.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      while (next != null) {
        changed.add(next);
        next = changes.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      }
      matters = changed.stream().anyMatch(file -> matters(file, configs));
    }
  }

  private static boolean matters(Path file, Configs configs) {
    Path folder = file.getParent();
    return configs.dependsOn(file)
        || (folder != null
            && configs
                .of(folder)
                .edition()
                .template()
                .role(String.valueOf(file.getFileName()))
                .isPresent());
  }
}
