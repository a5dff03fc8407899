package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.template.BuiltInSource;
import io.github.hldls.template.Expression;
import io.github.hldls.template.Expressions;
import io.github.hldls.template.Template;
import io.github.hldls.template.TemplateLoader;
import io.github.hldls.template.TemplateSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the build prepares is what the program would make of the template itself. */
class PreparedTest {
  /** The built-in template as it was written, with all its expressions read at once. */
  private static Template written() {
    TemplateSource builtIn = TemplateSource.builtIn();
    return TemplateLoader.load(
        new TemplateSource() {
          @Override
          public Optional<String> find(String name) {
            return builtIn.find(name);
          }
        });
  }

  private static byte[] resource(String path) throws IOException {
    try (InputStream in = PreparedTest.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return in.readAllBytes();
    }
  }

  @Test
  void theTemplateIsTheOneThatWasWritten() throws IOException {
    assertThat(TemplateSource.builtIn().isProven()).isTrue();
    assertThat(TemplateLoader.load(TemplateSource.builtIn())).hasToString(written().toString());
    assertThat(resource("/templates/hld/" + BuiltInSource.PREPARED))
        .isEqualTo(BuiltInSource.prepare());
  }

  @Test
  void theVocabularyIsTheOneThatIsCompiledFromTheTemplate() throws IOException {
    assertThat(resource("/vocabulary.bin"))
        .isEqualTo(PackChecker.prepareVocabulary(written()))
        .isEqualTo(PackChecker.prepareVocabulary(TemplateLoader.load(TemplateSource.builtIn())));
  }

  @Test
  void anExpressionMeansTheSameWhetherItIsReadAtOnceOrWhenAsked() {
    List<Expression> read = Expressions.of(written());
    List<Expression> later = Expressions.of(TemplateLoader.load(TemplateSource.builtIn()));
    assertThat(later).hasSameSizeAs(read);
    for (int i = 0; i < read.size(); i++) {
      assertThat(later.get(i).phrases()).isEqualTo(read.get(i).phrases());
      assertThat(later.get(i).fingerprint()).isEqualTo(read.get(i).fingerprint());
    }
  }
}
