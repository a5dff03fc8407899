package io.github.hldls.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextEditTest {
  private static TextEdit replace(int start, int end, String text) {
    return new TextEdit(new TextRange(start, end), text);
  }

  @Test
  void editsReferToTheTextBefore() {
    List<TextEdit> edits = List.of(replace(6, 11, "moon"), replace(0, 5, "Good night,"));

    assertThat(TextEdit.apply("Hello world!", edits)).isEqualTo("Good night, moon!");
  }

  @Test
  void noEditsChangeNothing() {
    assertThat(TextEdit.apply("as it was", List.of())).isEqualTo("as it was");
  }

  @Test
  void insertionsAtOneOffsetKeepTheirOrder() {
    List<TextEdit> edits = List.of(TextEdit.insert(1, "b"), TextEdit.insert(1, "c"));

    assertThat(TextEdit.apply("ad", edits)).isEqualTo("abcd");
  }

  @Test
  void anInsertionMayTouchAReplacement() {
    assertThat(TextEdit.apply("abc", List.of(TextEdit.insert(1, "<"), replace(1, 2, "B"))))
        .isEqualTo("a<Bc");
    assertThat(TextEdit.apply("abc", List.of(replace(1, 2, "B"), TextEdit.insert(2, ">"))))
        .isEqualTo("aB>c");
    assertThat(TextEdit.apply("abc", List.of(replace(1, 2, "B"), TextEdit.insert(1, "<"))))
        .isEqualTo("a<Bc");
  }

  @Test
  void overlappingEditsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextEdit.apply("abcdef", List.of(replace(0, 3, ""), replace(2, 5, ""))))
        .withMessageStartingWith("overlapping edit at");
  }

  /** Whatever their order: the same as replacing from the last to the first, one at a time. */
  @Property(seed = "1")
  void editsDoWhatReplacingOneByOneFromTheEndDoes(
      @ForAll("segments") List<Segment> segments, @ForAll Random random) {
    StringBuilder text = new StringBuilder();
    List<TextEdit> edits = new ArrayList<>();
    for (Segment segment : segments) {
      text.append(segment.kept());
      int start = text.length();
      text.append(segment.replaced());
      edits.add(replace(start, text.length(), segment.by()));
    }
    String naive = text.toString();
    for (int i = edits.size() - 1; i >= 0; i--) {
      TextRange range = edits.get(i).range();
      naive =
          naive.substring(0, range.start()) + edits.get(i).newText() + naive.substring(range.end());
    }

    Collections.shuffle(edits, random);

    assertThat(TextEdit.apply(text.toString(), edits)).isEqualTo(naive);
  }

  /** A piece of text that stays, at least one character, and one that an edit replaces. */
  record Segment(String kept, String replaced, String by) {}

  @Provide
  Arbitrary<List<Segment>> segments() {
    Arbitrary<String> words = Arbitraries.strings().withChars("ab🚀\n").ofMaxLength(4);
    return Combinators.combine(words.map(w -> w + "."), words, words)
        .as(Segment::new)
        .list()
        .ofMaxSize(8);
  }
}
