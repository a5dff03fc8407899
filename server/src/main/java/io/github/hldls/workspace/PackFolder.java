package io.github.hldls.workspace;

import java.nio.file.Path;
import java.util.Map;

/**
 * A folder that holds a pack.
 *
 * @param folder where it is
 * @param path the same, as it is shown: relative to the folder that was asked for, with {@code /}
 * @param files the pack's files that are there, by role id
 */
public record PackFolder(Path folder, String path, Map<String, Path> files) {
  public PackFolder {
    files = Map.copyOf(files);
  }

  public String name() {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "/" : name.toString();
  }
}
