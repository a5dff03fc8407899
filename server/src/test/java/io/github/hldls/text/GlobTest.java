package io.github.hldls.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "search/*, search/ttl, true",
    "search/*, caching/ttl, false",
    "*, search/ttl, true",
    "*/ttl, search/ttl, true",
    "search/tt?, search/ttl, true",
    "[0-9][0-9]-*.md, 07-x.md, true",
    "[!0-9]*, 7, false",
    "'{a,b}/c', b/c, true",
  })
  void fitsNames(String pattern, String name, boolean fits) {
    assertThat(Glob.ofName(pattern).matches(name)).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "docs/*.md, docs/a.md, true",
    "docs/*.md, docs/x/a.md, false",
    "docs/**, docs/x/a.md, true",
    "**/a.md, a.md, true",
    "**/a.md, x/y/a.md, true",
    "**/a.md, x/ya.md, false",
    "a/**/b, a/b, true",
    "a/**/b, a/x/y/b, true",
    "a?b, a/b, false",
  })
  void fitsPaths(String pattern, String path, boolean fits) {
    assertThat(Glob.ofPath(pattern).matches(path)).isEqualTo(fits);
  }

  @Test
  void isNotSlowWhateverThePattern() {
    String text = "a".repeat(4000);
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          assertThat(Glob.ofName("*a".repeat(400) + "b").matches(text)).isFalse();
          assertThat(Glob.ofPath("**/".repeat(300) + "b").matches(text)).isFalse();
        });
  }

  @Test
  void saysWhatIsNoPattern() {
    assertThatThrownBy(() -> Glob.ofName("[a")).hasMessageContaining("never closed");
    assertThatThrownBy(() -> Glob.ofName("{a,b")).hasMessageContaining("never closed");
    assertThatThrownBy(() -> Glob.ofName("{a,b}".repeat(30))).hasMessageContaining("more than 64");
    assertThatThrownBy(() -> Glob.ofName("a".repeat(2000))).hasMessageContaining("1 to 1000");
    assertThatThrownBy(() -> Glob.ofName("")).hasMessageContaining("1 to 1000");
  }
}
