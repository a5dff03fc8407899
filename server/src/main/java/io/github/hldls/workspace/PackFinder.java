package io.github.hldls.workspace;

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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the packs below a folder: the folders that hold at least one of the template's files, in
 * any case of letters. Symbolic links are not followed, so that nothing outside is read and no loop
 * is walked; what {@code .gitignore} files ignore is left out.
 */
public final class PackFinder {
  private static final Set<String> SKIPPED = Set.of(".git", "node_modules");

  private final Path root;
  private final String label;
  private final Map<String, FileRole> roles = new HashMap<>();
  private final Consumer<String> warnings;
  private final Map<Path, Map<String, Path>> found = new TreeMap<>();

  private PackFinder(Path root, String label, Template template, Consumer<String> warnings) {
    this.root = root;
    this.label = label;
    this.warnings = warnings;
    template.files().forEach(role -> roles.put(role.name().toLowerCase(Locale.ROOT), role));
  }

  /**
   * The packs at or below a folder, or the pack of a file, by path.
   *
   * @param root the folder or file; it must exist
   * @param label what stands before the shown paths; empty for nothing
   * @param warnings told of what cannot be read
   */
  public static List<PackFolder> find(
      Path root, String label, Template template, Consumer<String> warnings) {
    Path folder = Files.isDirectory(root) ? root : parent(root);
    PackFinder finder = new PackFinder(folder, label, template, warnings);
    if (Files.isDirectory(root)) {
      finder.walk();
    } else {
      finder.one(root);
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

  /** The pack that holds a file: the file and its siblings. */
  private void one(Path file) {
    if (roleOf(file) == null) {
      return;
    }
    try (var siblings = Files.newDirectoryStream(root.toString().isEmpty() ? Path.of(".") : root)) {
      for (Path sibling : siblings) {
        Path plain = root.resolve(sibling.getFileName());
        if (Files.isRegularFile(plain)) {
          offer(plain);
        }
      }
    } catch (IOException e) {
      warnings.accept(root + ": cannot be listed: " + e.getMessage());
    }
  }

  private @Nullable FileRole roleOf(Path file) {
    Path name = file.getFileName();
    return name == null ? null : roles.get(name.toString().toLowerCase(Locale.ROOT));
  }

  private void offer(Path file) {
    FileRole role = roleOf(file);
    if (role == null) {
      return;
    }
    Path folder = parent(file);
    Path before = found.computeIfAbsent(folder, f -> new HashMap<>()).putIfAbsent(role.id(), file);
    if (before != null) {
      warnings.accept(file + ": " + before.getFileName() + " stands beside it; one is enough");
    }
  }

  private void walk() {
    IgnoreRules ignored = IgnoreRules.above(root);
    try {
      Files.walkFileTree(root, new Visitor(ignored));
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
      if (!isRoot && name != null && (isSkipped(folder) || ignored.ignores(folder, true))) {
        return FileVisitResult.SKIP_SUBTREE;
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
      if (roleOf(file) != null && !ignored.ignores(file, false)) {
        if (attributes.isRegularFile()) {
          offer(file);
        } else {
          warnings.accept(file + ": is not a plain file and is left out");
        }
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
    found.forEach((folder, files) -> packs.add(new PackFolder(folder, shown(folder), files)));
    packs.sort((a, b) -> a.path().compareTo(b.path()));
    return packs;
  }

  private String shown(Path folder) {
    String path = root.relativize(folder).toString().replace('\\', '/');
    String joined = label.isEmpty() ? path : path.isEmpty() ? label : label + "/" + path;
    return joined.isEmpty() ? "." : joined;
  }
}
