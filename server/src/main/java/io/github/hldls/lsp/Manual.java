package io.github.hldls.lsp;

import io.github.hldls.report.RulesPage;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Template;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the rules are described: on the page that is shipped with the program. */
final class Manual {
  /** Where it stands seen from the jar: packaged, in an editor's extension, in a checkout. */
  private static final List<String> PLACES =
      List.of("../share/doc/rules.md", "rules.md", "../../docs/rules.md");

  private final Optional<Path> page;
  private final Supplier<Template> template;
  private @Nullable Set<String> rules;

  /**
   * @param template the one that the page is about
   */
  Manual(Supplier<Template> template) {
    this.template = template;
    this.page = program().flatMap(Manual::beside);
  }

  private static Optional<Path> program() {
    CodeSource source = Manual.class.getProtectionDomain().getCodeSource();
    try {
      return source == null || source.getLocation() == null
          ? Optional.empty()
          : Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> beside(Path jar) {
    return PLACES.stream()
        .map(place -> jar.resolveSibling(place).normalize())
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** The place of a rule on the page; empty for rules of other templates. */
  Optional<String> place(String rule) {
    return page.filter(p -> known().contains(rule))
        .map(p -> Uris.uri(p) + "#" + RulesPage.anchor(rule));
  }

  private synchronized Set<String> known() {
    Set<String> known = rules;
    if (known == null) {
      Template all = template.get();
      known =
          Stream.concat(all.requirements().stream(), all.findings().stream())
              .map(Requirement::id)
              .collect(Collectors.toSet());
      rules = known;
    }
    return known;
  }
}
