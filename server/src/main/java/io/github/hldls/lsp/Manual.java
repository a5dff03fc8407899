package io.github.hldls.lsp;

import java.util.Locale;
import java.util.Optional;

/**
 * Where the rules are described.
 *
 * @param base the URI of the page of all rules; empty if there is none
 */
record Manual(Optional<String> base) {

  /** The place of a rule on that page. */
  Optional<String> page(String rule) {
    return base.map(uri -> uri + "#" + rule.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", ""));
  }
}
