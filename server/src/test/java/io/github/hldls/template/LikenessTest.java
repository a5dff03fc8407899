package io.github.hldls.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of words that are typical of what meets a row. */
class LikenessTest {
  private static final String TEXT =
      """
      # a comment
      unlike -3.0
      like 0.5
      word publish 4.21
      word ^publish 5.0
      word queue 2.0
      row async/concept -1.2 publish:0.83 queue:-0.5
      """;

  @Test
  void hasAWeightForEachWordOfARow() {
    Likeness likeness = Likeness.read("likeness.txt", TEXT);

    assertThat(likeness.unlike()).isEqualTo(-3);
    assertThat(likeness.like()).isEqualTo(0.5f);
    assertThat(likeness.size()).isEqualTo(3);
    assertThat(likeness.rarity(likeness.term("publish"))).isEqualTo(4.21f);
    assertThat(likeness.titled(likeness.term("publish"))).isEqualTo(likeness.term("^publish"));
    assertThat(likeness.titled(likeness.term("queue"))).isEqualTo(-1);
    float[] weights = new float[3];
    Likeness.Row row = likeness.row("async/concept").orElseThrow();
    row.addTo(weights);
    assertThat(weights).containsExactly(0.83f, 0, -0.5f);
    assertThat(row.bias()).isEqualTo(-1.2f);
    assertThat(likeness.row("async/other")).isEmpty();
  }

  @Test
  void isEqualIfItsTextIs() {
    assertThat(Likeness.read("a", TEXT)).isEqualTo(Likeness.read("b", TEXT));
    assertThat(Likeness.read("a", TEXT)).isNotEqualTo(Likeness.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "words",
        "word lonely",
        "unlike much",
        "row a/b -1 unknown:1",
        "row a/b",
        "row a/b 1 x"
      })
  void aLineThatIsNoneNamesItsPlace(String line) {
    assertThatThrownBy(() -> Likeness.read("likeness.txt", "unlike -3\n" + line + "\n"))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("likeness.txt:2: ");
  }

  @ParameterizedTest
  @CsvSource({
    "publishes, publish",
    "published, publish",
    "Publishing, publish",
    "queues, queue",
    "ring, ring",
    "42, 0",
    "reliably, reliab"
  })
  void aStemStandsForTheFormsOfAWord(String word, String stem) {
    assertThat(Likeness.stem(word)).isEqualTo(stem);
  }
}
