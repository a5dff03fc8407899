package io.github.hldls.cli;

import io.github.hldls.config.Problem;
import io.github.hldls.template.Edition;
import io.github.hldls.workspace.Configs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The configurations that hold for what a command is asked to look at. */
final class Configurations {
  private Configurations() {}

  /** Those around the folder at hand and around each of some paths. */
  static Configs around(List<String> paths) {
    List<Path> roots = new ArrayList<>(List.of(Path.of("")));
    paths.forEach(path -> root(path).ifPresent(roots::add));
    return Configs.in(roots, once(Edition::builtIn));
  }

  /** The folder of a path; empty for what is no path, which whoever looks for it will say. */
  private static Optional<Path> root(String path) {
    try {
      Path root = real(Path.of(path));
      return Optional.of(Files.isDirectory(root) ? root : root.toAbsolutePath().resolveSibling(""));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * What is meant by a path that is a link to a folder: configurations are looked for from there.
   */
  static Path real(Path path) {
    try {
      boolean isLink = Files.isSymbolicLink(path) && Files.isDirectory(path);
      return isLink ? path.toRealPath() : path;
    } catch (IOException e) {
      return path;
    }
  }

  /** The template that holds for the folder at hand. */
  static Edition here(Console console) {
    Configs configs = around(List.of());
    Edition edition = configs.of(Path.of("")).edition();
    tellProblems(configs, console);
    return edition;
  }

  /** The built-in template takes a while to read, and is not needed where another one holds. */
  private static Supplier<Edition> once(Supplier<Edition> supplier) {
    List<Edition> made = new ArrayList<>();
    return () -> {
      synchronized (made) {
        if (made.isEmpty()) {
          made.add(supplier.get());
        }
        return made.get(0);
      }
    };
  }

  /** Tells what cannot be used of configurations; whether there is anything. */
  static boolean tellProblems(Configs configs, Console console) {
    for (Problem problem : configs.problems()) {
      console.warn(problem.line());
    }
    return !configs.problems().isEmpty();
  }
}
