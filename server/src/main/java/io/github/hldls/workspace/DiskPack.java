package io.github.hldls.workspace;

import io.github.hldls.config.Config;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of a pack as they stand on disk.
 *
 * @param home the pack's folder, or its file if each file is a pack of its own
 * @param config what holds for it
 * @param files those that can be read, by role id
 * @param unreadable why the others cannot, by role id
 */
public record DiskPack(
    Path home, Config config, Map<String, TextFile> files, Map<String, String> unreadable) {
  public DiskPack {
    files = Map.copyOf(files);
    unreadable = Map.copyOf(unreadable);
  }

  /**
   * The same, with the texts of an earlier state where they have not changed, and all that has been
   * found out about them.
   */
  DiskPack keeping(DiskPack earlier) {
    Map<String, TextFile> kept = new HashMap<>(files);
    earlier.files.forEach((role, old) -> kept.computeIfPresent(role, (r, now) -> now.or(old)));
    return new DiskPack(home, config, kept, unreadable);
  }

  /** The folder of a pack, by what it is known by. */
  static Path folder(Path home, Config config) {
    Path parent = home.getParent();
    return parent != null && config.edition().template().isPerFile() ? parent : home;
  }

  /** Where its files are. */
  public Path folder() {
    return folder(home, config);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DiskPack o
        && home.equals(o.home)
        && config.equals(o.config)
        && files.equals(o.files)
        && unreadable.equals(o.unreadable);
  }

  @Override
  public int hashCode() {
    return 31 * home.hashCode() + files.hashCode();
  }
}
