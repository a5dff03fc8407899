package io.github.hldls.config;

import io.github.hldls.text.Glob;
import java.nio.file.Path;

/**
 * Files by their path from the folder of a configuration. A pattern without {@code /} is a name at
 * any depth; one with {@code /} is a path from that folder; one that fits a folder holds for all in
 * it.
 */
public final class PathPattern {
  private final Path folder;
  private final Glob glob;
  private final boolean isName;

  /**
   * @throws IllegalArgumentException if it is no pattern; the message says why
   */
  PathPattern(String pattern, Path folder) {
    String path = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
    this.folder = folder;
    this.isName = !path.contains("/");
    this.glob = Glob.ofPath(path.replaceFirst("^\\.?/", ""));
  }

  /** Whether a file, or a folder around it, fits. */
  public boolean fits(Path file) {
    if (!file.startsWith(folder) || file.equals(folder)) {
      return false;
    }
    Path relative = folder.relativize(file);
    for (int names = 1; names <= relative.getNameCount(); names++) {
      Path part = isName ? relative.getName(names - 1) : relative.subpath(0, names);
      if (glob.matches(part.toString().replace('\\', '/'))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return glob.toString();
  }
}
