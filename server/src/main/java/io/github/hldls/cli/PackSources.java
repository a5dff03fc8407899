package io.github.hldls.cli;

import io.github.hldls.workspace.Configs;
import io.github.hldls.workspace.PackFinder;
import io.github.hldls.workspace.PackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The packs that a command is asked to look at. */
final class PackSources {
  private PackSources() {}

  /** Whether standard input is asked for. */
  static boolean isStream(List<String> paths) {
    return paths.equals(List.of("-"));
  }

  /**
   * The packs at or below each of some paths, each once.
   *
   * @param paths the folder at hand if none
   * @param stdinName which of a pack's files standard input is
   */
  static List<PackSource> of(List<String> paths, String stdinName, Configs configs, Console console)
      throws IOException {
    if (isStream(paths)) {
      return List.of(PackSource.ofStream(console.in(), stdinName, configs));
    }
    Consumer<String> warn = warning -> console.warn(warning);
    Map<Path, PackSource> packs = new LinkedHashMap<>();
    for (String path : paths.isEmpty() ? List.of(".") : paths) {
      Path root = existing(path);
      String label = paths.size() > 1 ? label(root) : "";
      for (PackFolder folder : PackFinder.find(root, label, configs, warn)) {
        PackSource pack = PackSource.of(folder);
        packs.putIfAbsent(pack.home(), pack);
      }
    }
    return new ArrayList<>(packs.values());
  }

  /** What stands before the paths of packs; a file is asked for as a part of its folder. */
  private static String label(Path root) {
    Path folder = Files.isDirectory(root) ? root : root.resolveSibling("").normalize();
    return folder.toString().replace('\\', '/');
  }

  private static Path existing(String path) {
    try {
      Path file = Path.of(path);
      if (Files.exists(file)) {
        return Configurations.real(file);
      }
    } catch (InvalidPathException e) {
      // Where the locale is "C", Java takes file names for ASCII.
      throw new UsageException(path + ": " + e.getReason() + "; LC_ALL=C.UTF-8 may help");
    }
    throw new UsageException(path + ": there is no such file or folder");
  }

  /** Says why there is nothing to check. */
  static String none(Configs configs) {
    return configs.of(Path.of("")).edition().template().files().stream()
        .findFirst()
        .map(file -> "none of the template's files is there (" + file.name() + ", ...)")
        .orElse("the template has no files");
  }
}
