package io.github.hldls.lsp;

import io.github.hldls.workspace.Configs;
import io.github.hldls.workspace.DiskPack;
import io.github.hldls.workspace.DiskReader;
import io.github.hldls.workspace.FolderWatch;
import io.github.hldls.workspace.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.MessageType;

/** Keeps what is on disk: the workspace's folders, and the folders of files opened outside them. */
final class Disk {
  private final Session session;
  private final Workers workers;
  private final Runnable changed;
  private final ConfigProblems problems;
  private final List<Path> roots = new CopyOnWriteArrayList<>();

  /** Folders that were read only because one of their files was opened. */
  private final Set<Path> visited = ConcurrentHashMap.newKeySet();

  private final Queue<Path> events = new ConcurrentLinkedQueue<>();
  private Optional<FolderWatch> watch = Optional.empty();

  /**
   * @param changed run when something differs
   */
  Disk(Session session, Workers workers, Runnable changed) {
    this.problems = new ConfigProblems(session);
    this.session = session;
    this.workers = workers;
    this.changed = changed;
  }

  private DiskReader reader() {
    return reader(session.snapshot().configs());
  }

  private DiskReader reader(Configs configs) {
    return new DiskReader(configs, text -> session.log(MessageType.Warning, text));
  }

  List<Path> roots() {
    return List.copyOf(roots);
  }

  /** Takes and gives up workspace folders, and scans the new ones in the background. */
  void setRoots(List<Path> added, List<Path> removed) {
    roots.removeAll(removed);
    watch.ifPresent(w -> removed.forEach(w::remove));
    List<Path> fresh = new ArrayList<>();
    for (Path root : added) {
      if (isTooWide(root)) {
        session.log(
            MessageType.Warning,
            root + " is not searched for packs: it is too wide. Open a folder inside it.");
      } else if (!roots.contains(root)) {
        roots.add(root);
        fresh.add(root);
      }
    }
    Configs configs = configs();
    session.update(s -> s.withConfigs(configs, s.disk()));
    if (!removed.isEmpty()) {
      session.update(s -> s.withDisk(folder -> isGivenUp(folder, removed, s), List.of()));
      changed.run();
    }
    workers.aside(() -> scan(fresh));
  }

  private Configs configs() {
    return Configs.in(roots, session::builtIn);
  }

  /** Reads all configurations anew, and all that is on disk by them. */
  private void reconfigure() {
    Configs configs = configs();
    Snapshot nothing = Snapshot.empty(configs);
    List<DiskPack> packs = new ArrayList<>();
    for (Path root : roots) {
      packs.addAll(
          reader(configs).below(root, nothing, () -> Thread.currentThread().isInterrupted()));
    }
    visited.stream()
        .filter(folder -> !isInRoots(folder))
        .forEach(folder -> packs.addAll(reader(configs).in(folder, nothing)));
    session.reconfigure(configs, packs);
    problems.publish(configs);
    changed.run();
  }

  /** Nobody means to check all that a machine or a user has. */
  private static boolean isTooWide(Path root) {
    return root.getParent() == null
        || root.equals(Path.of(System.getProperty("user.home", "/")).normalize());
  }

  private boolean isInRoots(Path folder) {
    return roots.stream().anyMatch(folder::startsWith);
  }

  private boolean isGivenUp(Path folder, List<Path> removed, Snapshot snapshot) {
    return removed.stream().anyMatch(folder::startsWith)
        && !isInRoots(folder)
        && !snapshot.hasOpen(folder);
  }

  private void scan(List<Path> folders) {
    if (!folders.isEmpty()) {
      workers.letTheFrontGoFirst();
      // First, so that nothing is missed that changes while the folders are read.
      watch.ifPresent(w -> folders.forEach(w::add));
      try (Progress progress = Progress.begin(session, "Reading designs")) {
        for (Path root : folders) {
          progress.report(String.valueOf(root.getFileName()));
          read(root);
        }
      }
    }
  }

  /** Looks again at all that is at or below a folder. */
  private void read(Path root) {
    List<DiskPack> packs =
        reader().below(root, session.snapshot(), () -> Thread.currentThread().isInterrupted());
    update(folder -> folder.startsWith(root) && !isVisited(folder), packs);
    problems.publish(session.snapshot().configs());
  }

  private boolean isVisited(Path folder) {
    return visited.contains(folder) && Files.isDirectory(folder);
  }

  private void update(java.util.function.Predicate<Path> scope, List<DiskPack> packs) {
    Snapshot before = session.snapshot();
    Snapshot after = session.update(s -> s.withDisk(scope, packs));
    if (before != after) {
      changed.run();
    }
  }

  /** Reads the folder of a file that is being opened, if it has not been read yet. */
  void readAround(Path file) {
    Path folder = file.getParent();
    if (folder != null && !session.snapshot().hasRead(folder)) {
      visited.add(folder);
      List<DiskPack> found = reader().in(folder, session.snapshot());
      session.update(s -> s.withDisk(folder::equals, found));
      problems.publish(session.snapshot().configs());
    }
  }

  /** Looks again at the folder of a file. */
  void refresh(Path file) {
    refresh(file, () -> {});
  }

  /**
   * The same.
   *
   * @param then run after that, whether anything differs or not
   */
  void refresh(Path file, Runnable then) {
    Path folder = file.getParent();
    if (folder != null) {
      workers.aside(
          () -> {
            readFolder(folder);
            then.run();
          });
    }
  }

  private void readFolder(Path folder) {
    boolean wanted = session.snapshot().hasOpen(folder) || isInRoots(folder);
    if (!session.snapshot().hasOpen(folder)) {
      visited.remove(folder);
    }
    List<DiskPack> found = wanted ? reader().in(folder, session.snapshot()) : List.of();
    update(folder::equals, found);
  }

  /** The client saw files change. */
  void changed(DidChangeWatchedFilesParams params) {
    List<Path> paths = new ArrayList<>();
    for (FileEvent event : params.getChanges()) {
      Uris.path(String.valueOf(event.getUri())).ifPresent(paths::add);
    }
    changed(paths);
  }

  /** Files or folders have come, gone or changed. */
  void changed(List<Path> paths) {
    // A checkout changes hundreds of files: all that wait are looked at together.
    events.addAll(paths);
    workers.aside(this::look);
  }

  private void look() {
    List<Path> paths = new ArrayList<>();
    for (Path path = events.poll(); path != null; path = events.poll()) {
      paths.add(path);
    }
    if (paths.stream().anyMatch(session.snapshot().configs()::dependsOn)) {
      reconfigure();
      return;
    }
    Set<Path> folders = new java.util.LinkedHashSet<>();
    Set<Path> trees = new java.util.LinkedHashSet<>();
    for (Path path : paths) {
      Path folder = path.getParent();
      boolean isFile = session.snapshot().role(path).isPresent() && !Files.isDirectory(path);
      if (isFile && folder != null) {
        folders.add(folder);
      } else if (path.endsWith(".gitignore") && folder != null) {
        trees.add(folder);
      } else if (Files.isDirectory(path) || isKnown(path)) {
        trees.add(path);
      }
    }
    folders.stream().filter(this::isWanted).forEach(this::readFolder);
    trees.forEach(this::readTree);
  }

  private boolean isKnown(Path tree) {
    return session.snapshot().foldersRead().stream().anyMatch(f -> f.startsWith(tree));
  }

  /** Whether a folder is one that a scan would find; a file that was ignored stays so. */
  private boolean isWanted(Path folder) {
    return session.snapshot().hasRead(folder)
        || session.snapshot().hasOpen(folder)
        || (isInRoots(folder) && DiskReader.finds(folder, rootOf(folder)));
  }

  private Path rootOf(Path folder) {
    return roots.stream().filter(folder::startsWith).findFirst().orElse(folder);
  }

  private void readTree(Path tree) {
    if (isInRoots(tree)) {
      List<DiskPack> packs =
          reader().below(tree, session.snapshot(), () -> Thread.currentThread().isInterrupted());
      List<DiskPack> wanted =
          packs.stream().filter(p -> DiskReader.finds(p.folder(), rootOf(p.folder()))).toList();
      update(folder -> folder.startsWith(tree) && !isVisited(folder), wanted);
    } else {
      session.snapshot().foldersRead().stream()
          .filter(folder -> folder.startsWith(tree))
          .forEach(this::readFolder);
    }
  }

  /** Watches the folders ourselves, for a client that cannot. */
  void watch() {
    watch =
        Optional.of(new FolderWatch(this::changed, text -> session.log(MessageType.Warning, text)));
  }

  void stop() {
    watch.ifPresent(FolderWatch::close);
  }
}
