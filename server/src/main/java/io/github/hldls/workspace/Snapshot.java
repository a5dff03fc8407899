package io.github.hldls.workspace;

import io.github.hldls.config.Config;
import io.github.hldls.template.FileRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All packs at one moment. Immutable; each method that changes something gives a new snapshot,
 * which shares the views of all packs that are as they were.
 */
public final class Snapshot {
  private final Configs configs;

  /** By home, as {@link #packs}. */
  private final Map<Path, DiskPack> disk;

  private final Map<Path, OpenText> open;
  private final Map<Path, PackView> packs;

  private Snapshot(
      Configs configs,
      Map<Path, DiskPack> disk,
      Map<Path, OpenText> open,
      Map<Path, PackView> packs) {
    this.configs = configs;
    this.disk = disk;
    this.open = open;
    this.packs = packs;
  }

  public static Snapshot empty(Configs configs) {
    return new Snapshot(configs, Map.of(), Map.of(), Map.of());
  }

  /** What holds where. */
  public Configs configs() {
    return configs;
  }

  /** By home. */
  public Collection<PackView> packs() {
    return packs.values();
  }

  public Optional<PackView> pack(Path home) {
    return Optional.ofNullable(packs.get(home));
  }

  /** The pack that a file belongs to. */
  public Optional<PackView> packOf(Path file) {
    return pack(file)
        .or(() -> Optional.ofNullable(file.getParent()).flatMap(this::pack))
        .filter(pack -> pack.file(file).isPresent());
  }

  public Collection<OpenText> open() {
    return open.values();
  }

  public Optional<OpenText> open(Path file) {
    return Optional.ofNullable(open.get(file));
  }

  /** Which of a pack's files a path is, by its name in any case of letters. */
  public Optional<FileRole> role(Path file) {
    Path name = file.getFileName();
    Path folder = file.getParent();
    if (name == null || folder == null) {
      return Optional.empty();
    }
    Config config = configs.of(folder);
    return config.ignores(file)
        ? Optional.empty()
        : config.edition().template().role(name.toString());
  }

  /** What the pack of a file is known by. */
  private Optional<Path> home(Path file) {
    return Optional.ofNullable(file.getParent())
        .map(
            folder ->
                configs.of(folder).edition().template().isPerFile() && role(file).isPresent()
                    ? file
                    : folder);
  }

  /** Whether a folder's files on disk have been read. */
  public boolean hasRead(Path folder) {
    return disk.values().stream().anyMatch(pack -> pack.folder().equals(folder));
  }

  /** The folders whose files on disk have been read. */
  public Set<Path> foldersRead() {
    return disk.values().stream().map(DiskPack::folder).collect(Collectors.toSet());
  }

  Optional<TextFile> onDisk(Path file) {
    return home(file)
        .map(disk::get)
        .flatMap(
            pack -> pack.files().values().stream().filter(f -> f.path().equals(file)).findFirst());
  }

  /** Whether a text of a pack is open in a folder. */
  public boolean hasOpen(Path folder) {
    return open.keySet().stream()
        .anyMatch(file -> folder.equals(file.getParent()) && role(file).isPresent());
  }

  /** Whether a text of a pack is open. */
  public boolean hasOpen(PackView pack) {
    return pack.files().stream().anyMatch(file -> open.containsKey(file.path()));
  }

  /** What has been read from disk. */
  public Collection<DiskPack> disk() {
    return disk.values();
  }

  public Snapshot withOpen(OpenText text) {
    Map<Path, OpenText> texts = new HashMap<>(open);
    texts.put(text.path(), text);
    return with(disk, texts, homeOf(text.path()));
  }

  public Snapshot withClosed(Path file) {
    Map<Path, OpenText> texts = new HashMap<>(open);
    texts.remove(file);
    return with(disk, texts, homeOf(file));
  }

  private Set<Path> homeOf(Path file) {
    return home(file).stream().collect(Collectors.toSet());
  }

  /** The same texts, open and on disk, as other configurations see them. */
  public Snapshot withConfigs(Configs newer, Collection<DiskPack> found) {
    Snapshot fresh = empty(newer).withDisk(folder -> true, found);
    for (OpenText text : open.values()) {
      fresh = fresh.withOpen(text);
    }
    return fresh;
  }

  /**
   * Takes what was read anew from disk.
   *
   * @param scope the folders that were looked at: what was known of them is forgotten
   * @param found what is there now
   */
  public Snapshot withDisk(Predicate<Path> scope, Collection<DiskPack> found) {
    Map<Path, DiskPack> read = new HashMap<>(disk);
    Set<Path> touched = new LinkedHashSet<>();
    for (DiskPack pack : disk.values()) {
      if (scope.test(pack.folder())) {
        touched.add(pack.home());
        read.remove(pack.home());
      }
    }
    for (DiskPack pack : found) {
      // Folders are read at the side: what was known when that began may be out of date by now.
      DiskPack known = disk.get(pack.home());
      read.put(pack.home(), known == null ? pack : pack.keeping(known));
      touched.add(pack.home());
    }
    touched.removeIf(home -> isSame(disk.get(home), read.get(home)));
    return touched.isEmpty() ? this : with(read, open, touched);
  }

  private static boolean isSame(
      @org.jspecify.annotations.Nullable DiskPack before,
      @org.jspecify.annotations.Nullable DiskPack after) {
    // Texts that have not changed are kept, so that equal packs hold the very same ones.
    return before != null && before.equals(after);
  }

  private Snapshot with(Map<Path, DiskPack> newDisk, Map<Path, OpenText> newOpen, Set<Path> homes) {
    Map<Path, PackView> views = new TreeMap<>(packs);
    for (Path home : homes) {
      Optional<PackView> view = view(home, newDisk, newOpen);
      view.ifPresentOrElse(v -> views.put(home, v), () -> views.remove(home));
    }
    return new Snapshot(configs, newDisk, newOpen, Collections.unmodifiableMap(views));
  }

  private Optional<PackView> view(
      Path home, Map<Path, DiskPack> newDisk, Map<Path, OpenText> newOpen) {
    DiskPack read = newDisk.get(home);
    Config config = read == null ? configOf(home, newOpen) : read.config();
    List<TextFile> files = new ArrayList<>();
    Map<String, String> unreadable = new HashMap<>(read == null ? Map.of() : read.unreadable());
    for (FileRole role : config.edition().template().files()) {
      Optional<TextFile> onDisk =
          read == null ? Optional.empty() : Optional.ofNullable(read.files().get(role.id()));
      Optional<TextFile> file = opened(home, role, onDisk, newOpen).or(() -> onDisk);
      if (file.isPresent()) {
        files.add(file.get());
        unreadable.remove(role.id());
      }
    }
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(new PackView(home, config, files, unreadable));
  }

  /** What holds for a pack of which nothing is on disk. */
  private Config configOf(Path home, Map<Path, OpenText> newOpen) {
    Path parent = home.getParent();
    return configs.of(newOpen.containsKey(home) && parent != null ? parent : home);
  }

  /** The open text that takes a role, if it is the file on disk or there is none. */
  private Optional<TextFile> opened(
      Path home, FileRole role, Optional<TextFile> onDisk, Map<Path, OpenText> newOpen) {
    Optional<OpenText> text =
        newOpen.values().stream()
            .filter(t -> home(t.path()).filter(home::equals).isPresent())
            .filter(t -> role(t.path()).filter(role::equals).isPresent())
            .filter(t -> onDisk.isEmpty() || onDisk.get().path().equals(t.path()))
            .findFirst();
    return text.map(
        t ->
            pack(home)
                .flatMap(view -> view.file(t.path()))
                .filter(file -> file.role().equals(role))
                .map(file -> file.source() == t.source() ? file : file.with(t.source()))
                .orElseGet(() -> new TextFile(t.path(), role, t.source())));
  }
}
