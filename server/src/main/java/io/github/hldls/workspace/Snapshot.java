package io.github.hldls.workspace;

import io.github.hldls.template.FileRole;
import io.github.hldls.template.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All packs at one moment. Immutable; each method that changes something gives a new snapshot,
 * which shares the views of all packs that are as they were.
 */
public final class Snapshot {
  private final Template template;
  private final Map<Path, DiskPack> disk;
  private final Map<Path, OpenText> open;
  private final Map<Path, PackView> packs;

  private Snapshot(
      Template template,
      Map<Path, DiskPack> disk,
      Map<Path, OpenText> open,
      Map<Path, PackView> packs) {
    this.template = template;
    this.disk = disk;
    this.open = open;
    this.packs = packs;
  }

  public static Snapshot empty(Template template) {
    return new Snapshot(template, Map.of(), Map.of(), Map.of());
  }

  /** By folder. */
  public Collection<PackView> packs() {
    return packs.values();
  }

  public Optional<PackView> pack(Path folder) {
    return Optional.ofNullable(packs.get(folder));
  }

  /** The pack that a file belongs to. */
  public Optional<PackView> packOf(Path file) {
    return Optional.ofNullable(file.getParent())
        .flatMap(this::pack)
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
    String lower = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    return template.files().stream()
        .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(lower))
        .findFirst();
  }

  /** Whether a folder's files on disk have been read. */
  public boolean hasRead(Path folder) {
    return disk.containsKey(folder);
  }

  /** The folders whose files on disk have been read. */
  public Set<Path> foldersRead() {
    return Collections.unmodifiableSet(disk.keySet());
  }

  Optional<TextFile> onDisk(Path file) {
    DiskPack pack = disk.get(file.getParent());
    return pack == null
        ? Optional.empty()
        : pack.files().values().stream().filter(f -> f.path().equals(file)).findFirst();
  }

  /** Whether a text is open in a folder. */
  public boolean hasOpen(Path folder) {
    return open.keySet().stream().anyMatch(file -> folder.equals(file.getParent()));
  }

  public Snapshot withOpen(OpenText text) {
    Map<Path, OpenText> texts = new HashMap<>(open);
    texts.put(text.path(), text);
    return with(disk, texts, folderOf(text.path()));
  }

  public Snapshot withClosed(Path file) {
    Map<Path, OpenText> texts = new HashMap<>(open);
    texts.remove(file);
    return with(disk, texts, folderOf(file));
  }

  private static Set<Path> folderOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? Set.of() : Set.of(folder);
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
    disk.keySet().stream().filter(scope).forEach(touched::add);
    read.keySet().removeIf(scope);
    for (DiskPack pack : found) {
      read.put(pack.folder(), pack);
      touched.add(pack.folder());
    }
    touched.removeIf(folder -> isSame(disk.get(folder), read.get(folder)));
    return touched.isEmpty() ? this : with(read, open, touched);
  }

  private static boolean isSame(
      @org.jspecify.annotations.Nullable DiskPack before,
      @org.jspecify.annotations.Nullable DiskPack after) {
    // Texts that have not changed are kept, so that equal packs hold the very same ones.
    return before != null && before.equals(after);
  }

  private Snapshot with(
      Map<Path, DiskPack> newDisk, Map<Path, OpenText> newOpen, Set<Path> folders) {
    Map<Path, PackView> views = new TreeMap<>(packs);
    for (Path folder : folders) {
      Optional<PackView> view = view(folder, newDisk, newOpen);
      view.ifPresentOrElse(v -> views.put(folder, v), () -> views.remove(folder));
    }
    return new Snapshot(template, newDisk, newOpen, Collections.unmodifiableMap(views));
  }

  private Optional<PackView> view(
      Path folder, Map<Path, DiskPack> newDisk, Map<Path, OpenText> newOpen) {
    DiskPack read = newDisk.get(folder);
    List<TextFile> files = new ArrayList<>();
    Map<String, String> unreadable = new HashMap<>(read == null ? Map.of() : read.unreadable());
    for (FileRole role : template.files()) {
      Optional<TextFile> onDisk =
          read == null ? Optional.empty() : Optional.ofNullable(read.files().get(role.id()));
      Optional<TextFile> file = opened(folder, role, onDisk, newOpen).or(() -> onDisk);
      if (file.isPresent()) {
        files.add(file.get());
        unreadable.remove(role.id());
      }
    }
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(new PackView(folder, files, unreadable));
  }

  /** The open text that takes a role, if it is the file on disk or there is none. */
  private Optional<TextFile> opened(
      Path folder, FileRole role, Optional<TextFile> onDisk, Map<Path, OpenText> newOpen) {
    Optional<OpenText> text =
        newOpen.values().stream()
            .filter(t -> folder.equals(t.path().getParent()))
            .filter(t -> role(t.path()).filter(role::equals).isPresent())
            .filter(t -> onDisk.isEmpty() || onDisk.get().path().equals(t.path()))
            .findFirst();
    return text.map(
        t ->
            pack(folder)
                .flatMap(view -> view.file(t.path()))
                .filter(file -> file.source() == t.source())
                .orElseGet(() -> new TextFile(t.path(), role, t.source())));
  }
}
