package io.github.hldls.cli;

import io.github.hldls.check.Baseline;
import io.github.hldls.check.Finding;
import io.github.hldls.check.PackResult;
import io.github.hldls.report.BaselineFile;
import io.github.hldls.template.Template;
import io.github.hldls.workspace.TextFiles;
import io.github.hldls.workspace.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files of known findings: one for the whole run, or those that configurations name. */
final class Baselines {
  private final Optional<Path> asked;
  private final boolean updates;
  private final Map<Path, Baseline> read = new TreeMap<>();
  private final Map<Path, List<Baseline.Entry>> found = new HashMap<>();
  private final Map<Path, Set<String>> checked = new HashMap<>();

  /**
   * @param asked the file that was named on the command line
   * @param updates whether what is found now is written in the end
   */
  Baselines(Optional<Path> asked, boolean updates) {
    this.asked = asked.map(path -> path.toAbsolutePath().normalize());
    this.updates = updates;
  }

  /** What is known of a pack. */
  synchronized List<Baseline.Entry> known(PackSource pack) {
    return fileOf(pack)
        .map(file -> baseline(file).of(Baseline.name(pack.home(), file)))
        .orElse(List.of());
  }

  /** Whether something is known of a pack, or is to be. */
  boolean isAbout(PackSource pack) {
    return fileOf(pack).isPresent();
  }

  private Optional<Path> fileOf(PackSource pack) {
    return asked.or(() -> pack.config().baseline());
  }

  private Baseline baseline(Path file) {
    return read.computeIfAbsent(file, this::read);
  }

  private Baseline read(Path file) {
    if (Files.notExists(file)) {
      if (updates) {
        return Baseline.NONE;
      }
      throw new UsageException(
          file + ": there is no such baseline; --update-baseline would write it");
    }
    TextFiles.Content content = TextFiles.read(file);
    if (!content.reason().isEmpty()) {
      throw new UsageException(file + ": cannot be read: " + content.reason());
    }
    try {
      return BaselineFile.read(content.text());
    } catch (IllegalArgumentException e) {
      throw new UsageException(file + ": " + e.getMessage());
    }
  }

  /** Takes what was found in a pack. */
  void found(PackSource pack, PackResult result) {
    Optional<Path> file = fileOf(pack);
    if (updates && file.isPresent()) {
      Template template = pack.config().edition().template();
      List<Finding> all = new ArrayList<>(result.findings());
      all.addAll(result.known());
      String name = Baseline.name(pack.home(), file.get());
      List<Baseline.Entry> entries = Baseline.entries(name, all, result, template);
      synchronized (this) {
        found.computeIfAbsent(file.get(), f -> new ArrayList<>()).addAll(entries);
        checked.computeIfAbsent(file.get(), f -> new HashSet<>()).add(name);
      }
    }
  }

  /** Writes what was found; what is known of other packs stays as long as they are there. */
  synchronized List<String> update() {
    List<String> written = new ArrayList<>();
    for (Map.Entry<Path, Baseline> each : read.entrySet()) {
      Path file = each.getKey();
      List<Baseline.Entry> entries = new ArrayList<>(found.getOrDefault(file, List.of()));
      Set<String> packs = checked.getOrDefault(file, Set.of());
      for (Baseline.Entry old : each.getValue().entries()) {
        if (!packs.contains(old.pack()) && Files.exists(file.resolveSibling(old.pack()))) {
          entries.add(old);
        }
      }
      Baseline after = new Baseline(entries);
      Set<Baseline.Entry> before = new HashSet<>(each.getValue().entries());
      long added = after.entries().stream().filter(entry -> !before.contains(entry)).count();
      before.removeAll(new HashSet<>(after.entries()));
      write(file, BaselineFile.write(after));
      written.add(
          file
              + ": "
              + after.entries().size()
              + " entries, "
              + added
              + " new, "
              + before.size()
              + " pruned");
    }
    return written;
  }

  private static void write(Path file, String text) {
    try {
      WholeFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UsageException(file + ": cannot be written: " + WholeFile.reason(e));
    }
  }
}
