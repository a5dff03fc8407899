package io.github.hldls.workspace;

import io.github.hldls.config.Config;
import io.github.hldls.config.PackRules;
import io.github.hldls.config.RuleSetting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user may choose in an editor. What the configuration of a file says goes before it.
 *
 * @param rules how much rules matter where it is not as the template says, the weakest first
 * @param wholeWorkspace whether findings are pushed for files that are not open, too
 * @param debounceMillis how long to wait after an edit before checking; 0 to check at once
 * @param valueHints beside which calculations their value, computed anew, is shown
 * @param requirementHints whether hints for the requirements that headings meet are shown
 */
public record Settings(
    List<RuleSetting> rules,
    boolean wholeWorkspace,
    int debounceMillis,
    ValueHints valueHints,
    boolean requirementHints) {

  /** Beside which calculations their value is shown. */
  public enum ValueHints {
    OFF,
    /** Those whose result is rounded, wrong or unclear. */
    INEXACT,
    ALL
  }

  public static final Settings DEFAULT = new Settings(List.of(), true, 0, ValueHints.OFF, false);

  public Settings {
    rules = List.copyOf(rules);
    debounceMillis = Math.max(0, Math.min(debounceMillis, 10_000));
  }

  /** How much the rules matter for a pack. */
  public PackRules rules(PackView pack) {
    List<RuleSetting> all = new ArrayList<>(rules);
    all.addAll(pack.config().rules());
    return new PackRules(all, pack.folder());
  }

  /** Whether findings are pushed for files that are not open. */
  public boolean wholeWorkspace(Config config) {
    return config.wholeWorkspace().orElse(wholeWorkspace);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Settings o
        && rules.equals(o.rules)
        && wholeWorkspace == o.wholeWorkspace
        && debounceMillis == o.debounceMillis
        && valueHints == o.valueHints
        && requirementHints == o.requirementHints;
  }

  @Override
  public int hashCode() {
    return 31 * rules.hashCode() + debounceMillis;
  }
}
