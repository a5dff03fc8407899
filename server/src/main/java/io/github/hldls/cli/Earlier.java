package io.github.hldls.cli;

import io.github.hldls.report.PackReport;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a watch has said of packs, as long as none of their files changes. */
final class Earlier {
  private final Map<Path, PackReport> reports = new ConcurrentHashMap<>();

  /** Forgets what has changed; all, if that is not told. */
  void forget(Optional<Set<Path>> changed, Iterable<PackSource> packs) {
    if (changed.isEmpty()) {
      reports.clear();
    }
    for (PackSource pack : packs) {
      if (changed.orElse(Set.of()).stream().anyMatch(pack::has)) {
        reports.remove(pack.home());
      }
    }
  }

  Optional<PackReport> of(PackSource pack) {
    return Optional.ofNullable(reports.get(pack.home()));
  }

  void keep(PackSource pack, PackReport report) {
    reports.put(pack.home(), report);
  }
}
