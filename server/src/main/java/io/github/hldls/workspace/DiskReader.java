package io.github.hldls.workspace;

import io.github.hldls.template.FileRole;
import io.github.hldls.template.Template;
import io.github.hldls.text.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Reads packs from disk for a {@link Snapshot}. */
public final class DiskReader {
  private final Configs configs;
  private final Consumer<String> warnings;

  /**
   * @param warnings told of what cannot be read
   */
  public DiskReader(Configs configs, Consumer<String> warnings) {
    this.configs = configs;
    this.warnings = warnings;
  }

  /**
   * The packs at or below a folder; none if it is not there.
   *
   * @param known whose texts are kept where they have not changed
   * @param stopped asked between packs whether to give up early
   */
  public List<DiskPack> below(Path root, Snapshot known, BooleanSupplier stopped) {
    List<DiskPack> packs = new ArrayList<>();
    if (Files.isDirectory(root)) {
      for (PackFolder folder : PackFinder.find(root, "", configs, warnings)) {
        if (!stopped.getAsBoolean()) {
          packs.add(read(folder, known));
        }
      }
    }
    return packs;
  }

  /** The packs that stand in a folder itself, looking at nothing below it. */
  public List<DiskPack> in(Path folder, Snapshot known) {
    return PackFinder.in(folder, configs, warnings).stream()
        .map(found -> read(found, known))
        .toList();
  }

  /** Whether a search from a folder would come to another one, for all that ignore files say. */
  public static boolean finds(Path folder, Path root) {
    if (!folder.startsWith(root)) {
      return false;
    }
    for (Path inner = folder; inner != null && !inner.equals(root); inner = inner.getParent()) {
      if (PackFinder.isSkipped(inner) || IgnoreRules.above(inner).ignores(inner, true)) {
        return false;
      }
    }
    return true;
  }

  private DiskPack read(PackFolder folder, Snapshot known) {
    Template template = folder.config().edition().template();
    Map<String, TextFile> files = new HashMap<>();
    Map<String, String> unreadable = new HashMap<>();
    for (FileRole role : template.files()) {
      Path path = folder.files().get(role.id());
      if (path == null) {
        continue;
      }
      TextFiles.Content content = TextFiles.read(path);
      content.warnings().forEach(warning -> warnings.accept(path + ": " + warning));
      if (!content.reason().isEmpty()) {
        unreadable.put(role.id(), content.reason());
        warnings.accept(path + ": cannot be read: " + content.reason());
        continue;
      }
      files.put(
          role.id(),
          known
              .onDisk(path)
              .filter(file -> file.role().equals(role))
              .filter(file -> file.source().text().equals(content.text()))
              .orElseGet(() -> new TextFile(path, role, new SourceText(content.text()))));
    }
    return new DiskPack(folder.home(), folder.config(), files, unreadable);
  }
}
