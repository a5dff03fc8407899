package io.github.hldls.config;

import io.github.hldls.template.Severity;
import io.github.hldls.text.Glob;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How much some rules matter.
 *
 * @param rules the rules' ids
 * @param severity empty for rules that are off
 * @param where the files it holds for; empty for all
 */
public record RuleSetting(Glob rules, Optional<Severity> severity, List<PathPattern> where) {
  public RuleSetting {
    where = List.copyOf(where);
  }

  boolean holdsFor(Path file) {
    return where.isEmpty() || where.stream().anyMatch(pattern -> pattern.fits(file));
  }
}
