package io.github.hldls.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hldls.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of words that are typical of what meets a row. */
class LikenessTest {
  private static final String TEXT =
      """
      # a comment
      unlike -300
      like 50
      length 120
      step 30
      words publish queue ^publish
      rarity K5S
      row async/concept -120 R!P
      """;

  @Test
  void hasAWeightForEachWordOfARow() {
    Likeness likeness = Likeness.read("likeness.txt", TEXT, true);

    assertThat(likeness.unlike()).isEqualTo(-3);
    assertThat(likeness.like()).isEqualTo(0.5f);
    assertThat(likeness.size()).isEqualTo(3);
    assertThat(likeness.rarity(likeness.term("publish"))).isEqualTo(42 * 0.1f);
    assertThat(likeness.titled(likeness.term("publish"))).isEqualTo(likeness.term("^publish"));
    assertThat(likeness.titled(likeness.term("queue"))).isEqualTo(-1);
    assertThat(likeness.length()).isEqualTo(1.2f);
    Likeness.Row row = likeness.row("async/concept").orElseThrow();
    assertThat(row.weight(0)).isEqualTo(2 * 0.3f);
    assertThat(row.weight(1)).isEqualTo(-47 * 0.3f);
    assertThat(row.weight(2)).isZero();
    assertThat(row.bias()).isEqualTo(-1.2f);
    assertThat(likeness.row("async/other")).isEmpty();
  }

  @Test
  void isEqualIfItsTextIs() {
    assertThat(Likeness.read("a", TEXT, true)).isEqualTo(Likeness.read("b", TEXT, false));
    assertThat(Likeness.read("a", TEXT, true)).isNotEqualTo(Likeness.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "word",
        "rarity P",
        "unlike much",
        "row a/b -1 P",
        "row a/b",
        "row a/b x ",
        "length",
        "step 1.5",
        "rarity"
      })
  void aLineThatIsNoneNamesItsPlace(String line) {
    assertThatThrownBy(() -> Likeness.read("likeness.txt", "unlike -300\n" + line + "\n", false))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("likeness.txt:2: ");
  }

  @Test
  void aLetterThatIsNoWeightNamesItsPlace() {
    assertThatThrownBy(() -> Likeness.read("likeness.txt", "words a\nrow a/b 1 \u00e4\n", false))
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
    assertThat(Likeness.stem(Words.normalize(word))).isEqualTo(stem);
  }
}
