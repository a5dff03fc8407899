package io.github.hldls.cli;

import io.github.hldls.check.PackChecker;
import io.github.hldls.config.PackRules;
import io.github.hldls.template.Edition;
import java.util.IdentityHashMap;

/** A checker for each template, made when the first pack needs it. */
final class Checkers {
  private final IdentityHashMap<Edition, PackChecker> byEdition = new IdentityHashMap<>();
  private final Baselines baselines;

  Checkers(Baselines baselines) {
    this.baselines = baselines;
  }

  PackChecker of(PackSource pack) {
    PackRules rules = new PackRules(pack.config().rules(), pack.folder());
    return plain(pack.config().edition()).with(rules, baselines.known(pack));
  }

  private synchronized PackChecker plain(Edition edition) {
    return byEdition.computeIfAbsent(edition, e -> new PackChecker(e.template()));
  }
}
