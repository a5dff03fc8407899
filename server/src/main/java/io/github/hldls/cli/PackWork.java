package io.github.hldls.cli;

import io.github.hldls.check.PackResult;
import io.github.hldls.pack.Pack;
import io.github.hldls.report.PackReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done with each pack: it is mended, if that is asked for, and checked. */
final class PackWork {
  private final Checkers checkers;
  private final Baselines baselines;
  private final int excerpts;
  private final Optional<Mending> mending;
  private final Optional<ResultCache> cache;
  private final Optional<Earlier> earlier;
  private final Console console;

  PackWork(
      Checkers checkers,
      Baselines baselines,
      int excerpts,
      Optional<Mending> mending,
      Optional<ResultCache> cache,
      Optional<Earlier> earlier,
      Console console) {
    this.checkers = checkers;
    this.baselines = baselines;
    this.excerpts = excerpts;
    this.mending = mending;
    this.cache = cache;
    this.earlier = earlier;
    this.console = console;
  }

  /**
   * What is told of a pack.
   *
   * @param isNew whether it was not told before, by the same watch
   * @param diff what could be mended and was not
   * @param failed whether something that was to be mended could not be written
   */
  record Checked(
      PackSource source, PackReport report, boolean isNew, String diff, boolean failed) {}

  Checked check(PackSource source) {
    Optional<PackReport> said = earlier.flatMap(e -> e.of(source));
    if (said.isPresent()) {
      return new Checked(source, said.get(), false, "", false);
    }
    Checked checked = checkAnew(source);
    earlier.ifPresent(e -> e.keep(source, checked.report()));
    return checked;
  }

  private Checked checkAnew(PackSource source) {
    boolean isKept = cache.isPresent() && !baselines.isAbout(source);
    String key = isKept ? cache.get().key(source) : "";
    if (!key.isEmpty()) {
      Optional<PackReport> known = cache.get().find(key, source.template());
      if (known.isPresent()) {
        return new Checked(source, known.get(), true, "", false);
      }
    }
    List<String> warnings = new ArrayList<>();
    Pack pack = source.read(warnings::add);
    warnings.forEach(console::warn);
    Mending.Mended mended =
        mending.map(m -> m.mend(source, pack)).orElse(Mending.Mended.nothing(pack));
    PackResult result = checkers.of(source).check(mended.pack());
    baselines.found(source, result);
    PackReport report = PackReport.of(result, source.template(), source.near(), excerpts);
    // A file may have changed since its key was made: then this is another text's result.
    if (!key.isEmpty()
        && warnings.isEmpty()
        && report.failures().isEmpty()
        && key.equals(cache.get().key(source))) {
      cache.get().keep(key, report);
    }
    return new Checked(source, report, true, mended.diff(), mended.failed());
  }
}
