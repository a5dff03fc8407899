package io.github.hldls.workspace;

import io.github.hldls.config.Config;
import io.github.hldls.pack.Pack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pack at one moment: its open texts, and those on disk where none is open. */
public final class PackView {
  private final Path home;
  private final Config config;
  private final List<TextFile> files;
  private final Map<String, String> unreadable;
  private @Nullable Pack pack;
  private @Nullable Object note;

  PackView(Path home, Config config, List<TextFile> files, Map<String, String> unreadable) {
    this.home = home;
    this.config = config;
    this.files = List.copyOf(files);
    this.unreadable = Map.copyOf(unreadable);
  }

  /** What it is known by: its folder, or its file if each file is a pack of its own. */
  public Path home() {
    return home;
  }

  /** Where its files are. */
  public Path folder() {
    return DiskPack.folder(home, config);
  }

  /** What holds for it. */
  public Config config() {
    return config;
  }

  /** In the template's order. */
  public List<TextFile> files() {
    return files;
  }

  public Optional<TextFile> file(Path path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }

  /** The parsed pack. */
  public synchronized Pack pack() {
    Pack parsed = pack;
    if (parsed == null) {
      parsed =
          new Pack(
              PackFolder.name(home, config),
              TextFile.name(home),
              files.stream().map(TextFile::file).toList(),
              unreadable,
              true);
      pack = parsed;
    }
    return parsed;
  }

  /** What somebody made of this state of the pack: kept here, it goes when the state does. */
  public synchronized <T> Optional<T> note(Class<T> kind) {
    return kind.isInstance(note) ? Optional.of(kind.cast(note)) : Optional.empty();
  }

  public synchronized void setNote(Object made) {
    note = made;
  }

  /** Forgets all that was made of it, for a pack that nobody looks at just now. */
  public synchronized void release() {
    pack = null;
    note = null;
    files.forEach(TextFile::release);
  }
}
