package io.github.hldls.workspace;

import java.nio.file.Path;
import java.util.Map;

/**
 * The files of a pack as they stand on disk.
 *
 * @param folder where they are
 * @param files those that can be read, by role id
 * @param unreadable why the others cannot, by role id
 */
public record DiskPack(Path folder, Map<String, TextFile> files, Map<String, String> unreadable) {
  public DiskPack {
    files = Map.copyOf(files);
    unreadable = Map.copyOf(unreadable);
  }
}
