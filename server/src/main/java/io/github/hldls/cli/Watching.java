package io.github.hldls.cli;

import io.github.hldls.workspace.Configs;
import io.github.hldls.workspace.FolderWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    /** One time; {@code changed} says which files have changed since, or nothing if all counts. */
    int run(Optional<Set<Path>> changed) throws IOException;
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
      Optional<Set<Path>> changed = Optional.empty();
      while (true) {
        try {
          code = once.run(changed);
          console.warn("watching; stop with Ctrl+C");
          changed = await(changes, Configurations.around(paths));
        } catch (UsageException e) {
          // It may be mended, and then goes on.
          console.warn(String.valueOf(e.getMessage()));
          code = 2;
          await(changes, Configurations.around(paths));
          changed = Optional.empty();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return code;
    }
  }

  /**
   * Waits for a change that matters, and until all is quiet.
   *
   * @return the files that have changed; empty if what holds for all of them has
   */
  private static Optional<Set<Path>> await(BlockingQueue<Path> changes, Configs configs)
      throws InterruptedException {
    Set<Path> changed = new HashSet<>();
    while (changed.stream().noneMatch(file -> matters(file, configs))) {
      changed.add(changes.take());
      Path next = changes.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      while (next != null) {
        changed.add(next);
        next = changes.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
    return changed.stream().anyMatch(configs::dependsOn) ? Optional.empty() : Optional.of(changed);
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
