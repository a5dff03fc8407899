package io.github.hldls.report;

import static io.github.hldls.TestWorkspaces.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.template.Examples;
import io.github.hldls.template.TemplateSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=RulesPageTest -Drules=rewrite} writes the page anew. */
class RulesPageTest {

  @Test
  void isAsTheCatalogueHasIt() throws IOException {
    String page =
        RulesPage.of(TEMPLATE, Examples.load(TemplateSource.builtIn(), TEMPLATE.rowFiles()));
    Path file = Path.of("..", "docs", "rules.md");
    if ("rewrite".equals(System.getProperty("rules"))) {
      Files.writeString(file, page);
    }
    assertThat(file).content().isEqualTo(page);
  }
}
