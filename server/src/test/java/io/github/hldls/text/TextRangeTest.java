package io.github.hldls.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextRangeTest {
  private static TextRange range(int start, int end) {
    return new TextRange(start, end);
  }

  @Test
  void aRangeDoesNotHoldItsEnd() {
    assertThat(range(2, 5).length()).isEqualTo(3);
    assertThat(range(2, 5).contains(1)).isFalse();
    assertThat(range(2, 5).contains(2)).isTrue();
    assertThat(range(2, 5).contains(4)).isTrue();
    assertThat(range(2, 5).contains(5)).isFalse();
  }

  @Test
  void anEmptyRangeHoldsNoOffset() {
    assertThat(range(3, 3).isEmpty()).isTrue();
    assertThat(range(3, 4).isEmpty()).isFalse();
    assertThat(range(3, 3).contains(3)).isFalse();
  }

  @Test
  void aRangeHoldsTheRangesInsideItAndItself() {
    assertThat(range(2, 5).contains(range(2, 5))).isTrue();
    assertThat(range(2, 5).contains(range(3, 4))).isTrue();
    assertThat(range(2, 5).contains(range(5, 5))).isTrue();
    assertThat(range(2, 5).contains(range(1, 5))).isFalse();
    assertThat(range(2, 5).contains(range(4, 6))).isFalse();
  }

  @Test
  void neighboursDoNotOverlap() {
    assertThat(range(2, 5).overlaps(range(5, 7))).isFalse();
    assertThat(range(5, 7).overlaps(range(2, 5))).isFalse();
    assertThat(range(2, 5).overlaps(range(4, 7))).isTrue();
    assertThat(range(4, 7).overlaps(range(2, 5))).isTrue();
  }

  @Test
  void theCoverOfTwoRangesReachesOverTheGap() {
    assertThat(range(2, 3).cover(range(7, 9))).isEqualTo(range(2, 9));
    assertThat(range(7, 9).cover(range(2, 3))).isEqualTo(range(2, 9));
    assertThat(range(1, 9).cover(range(2, 3))).isEqualTo(range(1, 9));
  }

  @Test
  void negativeAndReversedOffsetsAreNoRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> range(-1, 3))
        .withMessage("not a range: -1..3");
    assertThatIllegalArgumentException().isThrownBy(() -> range(3, 2));
  }
}
