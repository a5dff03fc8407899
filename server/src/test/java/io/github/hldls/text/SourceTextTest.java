package io.github.hldls.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {

  private static List<String> lines(String text) {
    SourceText source = new SourceText(text);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < source.lineCount(); line++) {
      lines.add(source.lineText(line));
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyLineEndingEndsALine(String ending) {
    assertThat(lines("one" + ending + ending + "three" + ending))
        .containsExactly("one", "", "three", "");
  }

  @Test
  void lineEndingsMayBeMixed() {
    assertThat(lines("a\rb\nc\r\n\n\rd")).containsExactly("a", "b", "c", "", "", "d");
  }

  @Test
  void theLastLineNeedsNoEnding() {
    assertThat(lines("one\ntwo")).containsExactly("one", "two");
  }

  @Test
  void anEmptyTextIsOneEmptyLine() {
    SourceText empty = new SourceText("");

    assertThat(lines("")).containsExactly("");
    assertThat(empty.length()).isZero();
    assertThat(empty.position(0)).isEqualTo(new LineColumn(0, 0));
    assertThat(empty.offset(new LineColumn(0, 0))).isZero();
    assertThat(empty.lines(0, 0)).isEqualTo(new TextRange(0, 0));
  }

  @Test
  void columnsAreUtf16CodeUnits() {
    SourceText source = new SourceText("a🚀b\nc");

    assertThat(source.position(3)).isEqualTo(new LineColumn(0, 3));
    assertThat(source.substring(new TextRange(1, 3))).isEqualTo("🚀");
    assertThat(source.position(5)).isEqualTo(new LineColumn(1, 0));
  }

  @Test
  void thePlaceInsideAWindowsLineEndingIsOnTheLineItEnds() {
    SourceText source = new SourceText("ab\r\ncd");

    assertThat(source.position(3)).isEqualTo(new LineColumn(0, 3));
    assertThat(source.offset(new LineColumn(0, 3))).isEqualTo(2);
    assertThat(source.lineOf(3)).isZero();
    assertThat(source.lineOf(4)).isEqualTo(1);
  }

  @Test
  void placesOutsideTheTextAreMovedIntoIt() {
    SourceText source = new SourceText("ab\ncd");

    assertThat(source.offset(new LineColumn(0, 99))).isEqualTo(2);
    assertThat(source.offset(new LineColumn(9, 0))).isEqualTo(5);
    assertThat(source.offset(new LineColumn(-1, -1))).isZero();
    assertThat(source.position(99)).isEqualTo(new LineColumn(1, 2));
    assertThat(source.position(-1)).isEqualTo(new LineColumn(0, 0));
    assertThat(source.lineOf(99)).isEqualTo(1);
  }

  @Test
  void aRangeOfLinesStopsBeforeTheLastEnding() {
    SourceText source = new SourceText("one\r\ntwo\r\nthree\r\n");

    assertThat(source.substring(source.lines(0, 1))).isEqualTo("one\r\ntwo");
    assertThat(source.lineStart(3)).isEqualTo(17);
    assertThat(source.lineStart(4)).isEqualTo(source.length());
  }

  @Test
  void manyLinesAreCounted() {
    assertThat(new SourceText("\n".repeat(10_000)).lineCount()).isEqualTo(10_001);
  }

  @Property(seed = "1")
  void anOffsetSurvivesTheWayThroughItsPosition(@ForAll("texts") String text) {
    SourceText source = new SourceText(text);
    for (int offset = 0; offset <= text.length(); offset++) {
      boolean insideEnding =
          offset > 0
              && offset < text.length()
              && text.charAt(offset - 1) == '\r'
              && text.charAt(offset) == '\n';
      int back = source.offset(source.position(offset));
      assertThat(back).isEqualTo(insideEnding ? offset - 1 : offset);
    }
  }

  @Property(seed = "1")
  void linesWithTheirEndingsAreTheText(@ForAll("texts") String text) {
    SourceText source = new SourceText(text);
    StringBuilder joined = new StringBuilder();
    for (int line = 0; line < source.lineCount(); line++) {
      String content = source.lineText(line);
      assertThat(content).doesNotContain("\r", "\n");
      joined.append(content);
      joined.append(text, source.line(line).end(), source.lineStart(line + 1));
    }
    assertThat(joined).hasToString(text);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "bc", " ", "\n", "\r\n", "\r", "🚀", "é", "│", "\t")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }
}
