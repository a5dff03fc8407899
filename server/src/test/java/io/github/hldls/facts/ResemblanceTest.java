package io.github.hldls.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.template.Likeness;
import io.github.hldls.template.TemplateTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Which passage is most like what meets a row. */
class ResemblanceTest {
  private static final Likeness LIKENESS =
      TemplateTexts.template(
              """
              -- template.json --
              {"name": "small", "files": [], "steps": []}
              -- likeness.txt --
              unlike -100
              like 50
              step 50
              words evict least price 0 ^evict
              rarity 55++5
              row caching/eviction -100 SRLPR
              """)
          .likeness();

  private static FileFacts facts(String markdown) {
    return FileFacts.of(FactsTexts.file(markdown), new Vocabulary(List.of(), Map.of(), LIKENESS));
  }

  private static Optional<Resemblance.Best> best(String row, String markdown) {
    return Resemblance.of(facts(markdown), LIKENESS).best(row);
  }

  @Test
  void thePassageWithTheTypicalWordsIsTheBest() {
    String markdown =
        "# All\n\n## Prices\n\nPrices are 5.\n\n## Cache\n\nThe least used is evicted.\n\nMore.\n";
    Resemblance.Best best = best("caching/eviction", markdown).orElseThrow();

    FileFacts facts = facts(markdown);
    assertThat(facts.source().substring(facts.passage(best.passage()).range()))
        .startsWith("The least used is evicted.");
    // Two words of one length: (1.5 + 1.0) / sqrt(2) - 1.0.
    assertThat(best.score()).isCloseTo(0.768f, org.assertj.core.data.Offset.offset(0.001f));
  }

  @Test
  void aTitleCountsForTheTextBelowIt() {
    float without = best("caching/eviction", "# All\n\n## Keys\n\nThe least used.\n").get().score();
    float with =
        best("caching/eviction", "# All\n\n## Evicting\n\nThe least used.\n").get().score();

    assertThat(with).isGreaterThan(without);
  }

  @Test
  void whatSaysNothingTypicalScoresTheBias() {
    assertThat(best("caching/eviction", "# All\n\nNothing.\n").get().score()).isEqualTo(-1.0f);
  }

  @Test
  void theLongerOfEquallyTypicalTextsScoresMore() {
    Likeness likeness =
        TemplateTexts.template(
                """
                -- template.json --
                {"name": "small", "files": [], "steps": []}
                -- likeness.txt --
                length 100
                row caching/eviction 0\s
                """)
            .likeness();
    Resemblance.Best best =
        Resemblance.of(facts("# All\n\nOne.\n\nOne two three four.\n\nOne two.\n"), likeness)
            .best("caching/eviction")
            .get();

    // The eight words of the section, and its title's once more, which counts twice.
    assertThat(best.passage()).isEqualTo(1);
    assertThat(best.score()).isEqualTo((float) Math.log1p(8 + 2));
  }

  @Test
  void nothingIsSaidOfARowThatNothingWasLearnedOf() {
    assertThat(best("caching/ttl", "# All\n\nEvict.\n")).isEmpty();
    assertThat(Resemblance.of(facts("# All\n"), Likeness.NONE).best("caching/eviction")).isEmpty();
  }

  @Property(tries = 200)
  void anyTextHasAScoreThatIsANumber(@ForAll String text) {
    best("caching/eviction", text).ifPresent(best -> assertThat(best.score()).isFinite());
  }
}
