package io.github.hldls.workspace;

import io.github.hldls.config.Config;
import io.github.hldls.config.ConfigLoader;
import io.github.hldls.config.Problem;
import io.github.hldls.template.Edition;
import io.github.hldls.template.TemplateException;
import io.github.hldls.template.TemplateSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The configuration of each folder: that of the nearest {@value #NAME} in it or above it, up to the
 * top of the repository, or of the workspace outside of one, and never above the user's home. What
 * was read is kept as long as this object is; whoever sees a file change makes a new one.
 */
public final class Configs {
  public static final String NAME = ".hld.json";

  private static final long MAX_BYTES = 1 << 20;
  private static final Path NOWHERE = Path.of("");

  private final List<Path> roots;
  private final boolean reads;
  private final Supplier<Config> none;
  private final ConfigLoader loader;
  private final Path home = absolute(Path.of(System.getProperty("user.home", "/")));
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Path, Config> byFolder = new HashMap<>();
  private final Map<Path, Config> byFile = new HashMap<>();
  private final Map<Path, Path> repositories = new HashMap<>();

  /** Every file and template folder that a configuration names, there or not. */
  private final Set<Path> used = new HashSet<>();

  /** How far the configuration that is being loaded may reach. */
  private Path top = NOWHERE;

  private Configs(List<Path> roots, Supplier<Edition> builtIn, boolean reads) {
    this.roots = roots.stream().map(Configs::absolute).toList();
    this.reads = reads;
    this.none = () -> Config.none(builtIn.get());
    this.loader = new ConfigLoader(new Reader(), builtIn, problems::add);
  }

  /**
   * The configurations on disk.
   *
   * @param roots the folders that are worked in
   * @param builtIn the template where none is named
   */
  public static Configs in(List<Path> roots, Supplier<Edition> builtIn) {
    return new Configs(roots, builtIn, true);
  }

  /** No configuration anywhere. */
  public static Configs none(Edition edition) {
    return new Configs(List.of(), () -> edition, false);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** What holds for the files of a folder. */
  public synchronized Config of(Path folder) {
    Path absolute = absolute(folder);
    return reads ? of(absolute, topOf(absolute)) : none.get();
  }

  private Config of(Path folder, Path end) {
    Config known = byFolder.get(folder);
    if (known != null) {
      return known;
    }
    Path file = folder.resolve(NAME);
    Path parent = folder.getParent();
    Config found;
    if (Files.isRegularFile(file)) {
      found = load(file, end);
    } else {
      found = folder.equals(end) || parent == null ? none.get() : of(parent, end);
    }
    byFolder.put(folder, found);
    return found;
  }

  private Config load(Path file, Path end) {
    Config known = byFile.get(file);
    if (known != null) {
      return known;
    }
    top = end;
    Config loaded = loader.load(file);
    byFile.put(file, loaded);
    return loaded;
  }

  /** The highest folder that may configure another one. */
  private Path topOf(Path folder) {
    Path repository = repository(folder);
    if (!repository.equals(NOWHERE)) {
      return repository;
    }
    Path root = folder;
    for (Path around : roots) {
      root =
          folder.startsWith(around) && around.getNameCount() < root.getNameCount() ? around : root;
    }
    return folder.startsWith(home) && home.startsWith(root) ? home : root;
  }

  private Path repository(Path folder) {
    Path known = repositories.get(folder);
    if (known != null) {
      return known;
    }
    Path parent = folder.getParent();
    Path found;
    if (Files.exists(folder.resolve(".git"))) {
      found = folder;
    } else {
      found = folder.equals(home) || parent == null ? NOWHERE : repository(parent);
    }
    repositories.put(folder, found);
    return found;
  }

  /** What cannot be used of the configurations looked at so far. */
  public synchronized List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The configuration files looked at so far. */
  public synchronized Set<Path> files() {
    return Set.copyOf(byFile.keySet());
  }

  /** Every file and folder that what holds somewhere comes from, there or not. */
  public synchronized Set<Path> sources() {
    Set<Path> sources = new HashSet<>(byFile.keySet());
    sources.addAll(used);
    return sources;
  }

  /** Whether a file that has changed may change a configuration. */
  public synchronized boolean dependsOn(Path file) {
    Optional<Path> folder = Optional.ofNullable(file.getParent());
    return file.endsWith(NAME) || used.contains(file) || folder.filter(used::contains).isPresent();
  }

  /** Reads what configurations name, as far as it is inside of what they belong to. */
  private final class Reader implements ConfigLoader.Files {
    @Override
    public String text(Path file) {
      used.add(file);
      TextFiles.checkInside(file, top);
      TextFiles.Content content = TextFiles.read(file, MAX_BYTES);
      if (!content.reason().isEmpty()) {
        throw new TemplateException(file + ": cannot be read: " + content.reason());
      }
      return content.text();
    }

    @Override
    public void check(Path file) {
      used.add(file);
      Path folder = file.getParent();
      if (folder != null) {
        // The file itself may still have to be written.
        TextFiles.checkInside(folder, top);
      }
      TextFiles.checkInside(file, top);
    }

    @Override
    public TemplateSource template(Path folder) {
      used.add(folder);
      return new TemplateFolder(folder, top);
    }
  }
}
