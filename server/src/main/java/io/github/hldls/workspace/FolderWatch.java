package io.github.hldls.workspace;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Watches folders, without those in which no pack is looked for. */
public final class FolderWatch implements AutoCloseable {
  private final Consumer<List<Path>> changes;
  private final Consumer<String> warnings;
  private final Map<Path, DirectoryWatcher> watchers = new ConcurrentHashMap<>();

  /**
   * @param changes told of paths that have come, gone or changed
   * @param warnings told of what cannot be watched
   */
  public FolderWatch(Consumer<List<Path>> changes, Consumer<String> warnings) {
    this.changes = changes;
    this.warnings = warnings;
  }

  /** Watches a folder and all below it, as long as this watch is open. */
  public void add(Path root) {
    if (watchers.containsKey(root) || !Files.isDirectory(root)) {
      return;
    }
    try {
      DirectoryWatcher watcher =
          DirectoryWatcher.builder()
              .path(root)
              .fileHashing(false)
              .fileTreeVisitor(visitor())
              .listener(this::changed)
              .build();
      watchers.put(root, watcher);
      var unused = watcher.watchAsync(task -> daemon(task, "hld-watch " + root.getFileName()));
    } catch (IOException | RuntimeException e) {
      warnings.accept(root + ": cannot be watched: " + e.getMessage());
    }
  }

  /** Stops watching a folder. */
  public void remove(Path root) {
    DirectoryWatcher watcher = watchers.remove(root);
    if (watcher != null) {
      close(watcher);
    }
  }

  private static void daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void changed(DirectoryChangeEvent event) {
    changes.accept(List.of(event.path()));
  }

  private static FileTreeVisitor visitor() {
    return (root, onFolder, onFile) ->
        Files.walkFileTree(
            root,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                  throws IOException {
                if (PackFinder.isSkipped(folder)) {
                  return FileVisitResult.SKIP_SUBTREE;
                }
                onFolder.call(folder);
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                  throws IOException {
                onFile.call(file);
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
              }
            });
  }

  @Override
  public void close() {
    watchers.values().forEach(this::close);
    watchers.clear();
  }

  private void close(DirectoryWatcher watcher) {
    try {
      watcher.close();
    } catch (IOException e) {
      warnings.accept("a folder watch cannot be closed: " + e.getMessage());
    }
  }
}
