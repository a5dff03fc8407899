package io.github.hldls.workspace;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.github.hldls.config.Config;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Template;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the packs below a folder: the folders that hold at least one of the template's files, or
 * each such file, if it is a pack of its own; in any case of letters. Symbolic links are not
 * followed, so that nothing outside is read and no loop is walked; what {@code .gitignore} files or
 * configurations ignore is left out.
 */
public final class PackFinder {
  private static final Set<String> SKIPPED = Set.of(".git", "node_modules");

  private final Path root;
  private final String label;
  private final Consumer<String> warnings;
  private final Configs configs;
  private final Map<Path, Map<String, Path>> found = new TreeMap<>();

  private PackFinder(Path root, String label, Configs configs, Consumer<String> warnings) {
    this.root = root;
    this.label = label;
    this.warnings = warnings;
    this.configs = configs;
  }

  /**
   * The packs at or below a folder, or the pack of a file, by path.
   *
   * @param root the folder or file; it must exist
   * @param label what stands before the shown paths; empty for nothing
   * @param configs what holds where
   * @param warnings told of what cannot be read
   */
  public static List<PackFolder> find(
      Path root, String label, Configs configs, Consumer<String> warnings) {
    Path folder = Files.isDirectory(root) ? root : parent(root);
    PackFinder finder = new PackFinder(folder, label, configs, warnings);
    if (Files.isDirectory(root)) {
      finder.walk();
    } else {
      finder.one(root);
    }
    return finder.packs();
  }

  /** The packs that stand in a folder itself; none if it is not there. */
  static List<PackFolder> in(Path folder, Configs configs, Consumer<String> warnings) {
    PackFinder finder = new PackFinder(folder, "", configs, warnings);
    if (Files.isDirectory(folder)) {
      finder.all(file -> !finder.isIgnored(file));
    }
    return finder.packs();
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }

  /** Whether a folder's name says that no pack is in it. */
  static boolean isSkipped(Path folder) {
    Path name = folder.getFileName();
    return name != null && SKIPPED.contains(name.toString());
  }

  /** The pack that holds a file: the file and its siblings, or the file alone. */
  private void one(Path file) {
    if (roleOf(file) == null) {
      return;
    }
    try {
      // What is asked for by name is wanted, whatever is ignored, and if it is a link.
      offer(file, Files.readAttributes(file, BasicFileAttributes.class));
    } catch (IOException e) {
      warnings.accept(file + ": cannot be read: " + e.getMessage());
    }
    if (!config(file).edition().template().isPerFile()) {
      all(sibling -> !sibling.equals(file));
    }
  }

  /** The files of the root itself. */
  private void all(Predicate<Path> wanted) {
    try (var siblings = Files.newDirectoryStream(root.toString().isEmpty() ? Path.of(".") : root)) {
      for (Path sibling : siblings) {
        Path plain = root.resolve(sibling.getFileName());
        if (roleOf(plain) != null && wanted.test(plain)) {
          offer(plain, Files.readAttributes(plain, BasicFileAttributes.class, NOFOLLOW_LINKS));
        }
      }
    } catch (IOException e) {
      warnings.accept(root + ": cannot be listed: " + e.getMessage());
    }
  }

  private @Nullable FileRole roleOf(Path file) {
    Path name = file.getFileName();
    Template template = config(file).edition().template();
    return name == null ? null : template.role(name.toString()).orElse(null);
  }

  /** What holds for a file. */
  private Config config(Path file) {
    return configs.of(parent(file));
  }

  private boolean isIgnored(Path path) {
    return config(path).ignores(path.toAbsolutePath().normalize());
  }

  /** Takes a file that has one of the names, if it is one. */
  private void offer(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      offer(file);
    } else {
      String what =
          attributes.isSymbolicLink()
              ? "a symbolic link"
              : attributes.isDirectory() ? "a folder" : "no plain file";
      warnings.accept(file + ": is " + what + " and is left out");
    }
  }

  private void offer(Path file) {
    FileRole role = roleOf(file);
    if (role == null) {
      return;
    }
    boolean alone = config(file).edition().template().isPerFile();
    Path home = alone ? file : parent(file);
    Path before = found.computeIfAbsent(home, f -> new HashMap<>()).putIfAbsent(role.id(), file);
    if (before != null) {
      warnings.accept(file + ": " + before.getFileName() + " stands beside it; one is enough");
    }
  }

  private void walk() {
    IgnoreRules ignored = IgnoreRules.above(root);
    try {
      if (Files.isSymbolicLink(root)) {
        // The one link that somebody asks for; it would be taken for a file.
        ignored.enter(root);
        try (var inside = Files.newDirectoryStream(root)) {
          for (Path path : inside) {
            Files.walkFileTree(path, new Visitor(ignored));
          }
        }
      } else {
        Files.walkFileTree(root, new Visitor(ignored));
      }
    } catch (IOException e) {
      warnings.accept(root + ": cannot be walked: " + e.getMessage());
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final IgnoreRules ignored;

    Visitor(IgnoreRules ignored) {
      this.ignored = ignored;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      Path name = folder.getFileName();
      boolean isRoot = folder.equals(root);
      if (!isRoot
          && name != null
          && (isSkipped(folder) || ignored.ignores(folder, true) || isIgnored(folder))) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (!isRoot && roleOf(folder) != null) {
        offer(folder, attributes);
      }
      ignored.enter(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      ignored.leave(folder);
      if (e != null) {
        warnings.accept(folder + ": cannot be read: " + e.getMessage());
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (roleOf(file) != null && !ignored.ignores(file, false) && !isIgnored(file)) {
        offer(file, attributes);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      warnings.accept(file + ": cannot be read: " + e.getMessage());
      return FileVisitResult.CONTINUE;
    }
  }

  private List<PackFolder> packs() {
    List<PackFolder> packs = new ArrayList<>();
    found.forEach(
        (home, files) -> {
          Config config = config(files.values().iterator().next());
          packs.add(new PackFolder(home, shown(home), config, files));
        });
    packs.sort((a, b) -> a.path().compareTo(b.path()));
    return packs;
  }

  private String shown(Path home) {
    String path = root.relativize(home).toString().replace('\\', '/');
    String joined = label.isEmpty() ? path : path.isEmpty() ? label : label + "/" + path;
    return joined.isEmpty() ? "." : joined;
  }
}
