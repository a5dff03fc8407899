package io.github.hldls.workspace;

import io.github.hldls.template.Severity;
import java.util.Map;
import java.util.Optional;

/**
 * What a user may choose.
 *
 * @param severities how much rules matter, by id, where it is not as the template says; empty for
 *     rules that are off
 * @param wholeWorkspace whether findings are pushed for files that are not open, too
 * @param debounceMillis how long to wait after an edit before checking; 0 to check at once
 * @param valueHints whether hints for values that are computed anew are shown
 * @param requirementHints whether hints for the requirements that headings meet are shown
 */
public record Settings(
    Map<String, Optional<Severity>> severities,
    boolean wholeWorkspace,
    int debounceMillis,
    boolean valueHints,
    boolean requirementHints) {
  public static final Settings DEFAULT = new Settings(Map.of(), true, 0, false, false);

  public Settings {
    severities = Map.copyOf(severities);
    debounceMillis = Math.max(0, Math.min(debounceMillis, 10_000));
  }

  /** How much a rule matters, or empty if it is off. */
  public Optional<Severity> severity(String rule, Severity usual) {
    Optional<Severity> chosen = severities.get(rule);
    return chosen == null ? Optional.of(usual) : chosen;
  }
}
