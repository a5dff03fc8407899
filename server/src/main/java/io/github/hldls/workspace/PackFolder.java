package io.github.hldls.workspace;

import io.github.hldls.config.Config;
import java.nio.file.Path;
import java.util.Map;

/**
 * A pack that was found.
 *
 * @param home where it is: its folder, or its file if each file is a pack of its own
 * @param path the same, as it is shown: relative to the folder that was asked for, with {@code /}
 * @param config what holds for it
 * @param files the pack's files that are there, by role id
 */
public record PackFolder(Path home, String path, Config config, Map<String, Path> files) {
  public PackFolder {
    files = Map.copyOf(files);
  }

  /** Where its files are. */
  public Path folder() {
    return DiskPack.folder(home, config);
  }

  public String name() {
    return name(home, config);
  }

  /** What a pack is called: the name of its folder, or of its file without the ending. */
  static String name(Path home, Config config) {
    Path name = home.toAbsolutePath().normalize().getFileName();
    String whole = name == null ? "/" : name.toString();
    return config.edition().template().isPerFile() ? whole.replaceFirst("\\.[^.]+$", "") : whole;
  }
}
