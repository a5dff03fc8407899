package io.github.hldls.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static long print(String source, String list) {
    Expression words = new ExpressionParser(Map.of(), false).parse(list);
    return new ExpressionParser(Map.of("list", words), false).parse(source).fingerprint();
  }

  @Test
  void tellsExpressionsApart() {
    assertThat(print("cache", "a")).isEqualTo(print("cache", "b"));
    assertThat(print("cache", "a")).isNotEqualTo(print("caches", "a"));
    assertThat(print("ab | c", "a")).isNotEqualTo(print("a | bc", "a"));
  }

  @Test
  void tellsApartTheListsThatAnExpressionNames() {
    assertThat(print("$list", "redis")).isEqualTo(print("$list", "redis"));
    assertThat(print("$list", "redis")).isNotEqualTo(print("$list", "redis | valkey"));
    assertThat(print("local | $list | near", "a")).isNotEqualTo(print("local | $list | near", "b"));
  }
}
