package io.github.hldls.lsp;

import io.github.hldls.check.Baseline;
import io.github.hldls.config.PackRules;
import io.github.hldls.editor.Catalogue;
import io.github.hldls.report.BaselineFile;
import io.github.hldls.template.Edition;
import io.github.hldls.workspace.PackView;
import io.github.hldls.workspace.TextFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What each pack is held against: its template, by the settings of its folder. */
final class Catalogues {
  private final Configuration settings;

  private final IdentityHashMap<Edition, Catalogue> byEdition = new IdentityHashMap<>();

  private final Map<Path, Baseline> baselines = new HashMap<>();
  private final Consumer<String> warnings;

  /**
   * @param warnings told of baselines that cannot be read
   */
  Catalogues(Configuration settings, Consumer<String> warnings) {
    this.settings = settings;
    this.warnings = warnings;
  }

  Catalogue of(PackView pack) {
    Catalogue plain = plain(pack.config().edition());
    PackRules rules = settings.of(pack.folder()).rules(pack);
    return plain.with(plain.checker().with(rules, known(pack)));
  }

  private List<Baseline.Entry> known(PackView pack) {
    return pack.config()
        .baseline()
        .map(file -> baseline(file).of(Baseline.name(pack.home(), file)))
        .orElse(List.of());
  }

  private synchronized Baseline baseline(Path file) {
    return baselines.computeIfAbsent(file, this::read);
  }

  private Baseline read(Path file) {
    try {
      TextFiles.Content content = TextFiles.read(file);
      if (content.reason().isEmpty()) {
        return BaselineFile.read(content.text());
      }
      warnings.accept(file + ": cannot be read: " + content.reason());
    } catch (IllegalArgumentException e) {
      warnings.accept(file + ": " + e.getMessage());
    }
    return Baseline.NONE;
  }

  /** Forgets all but one edition, when others are read anew. */
  @SuppressWarnings("ReferenceEquality") // the map knows editions by identity, too
  void keep(Edition kept) {
    synchronized (this) {
      baselines.clear();
    }
    synchronized (byEdition) {
      byEdition.keySet().removeIf(edition -> edition != kept);
    }
  }

  Catalogue plain(Edition edition) {
    synchronized (byEdition) {
      return byEdition.computeIfAbsent(edition, Catalogue::of);
    }
  }
}
