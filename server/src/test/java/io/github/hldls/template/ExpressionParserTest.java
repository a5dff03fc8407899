package io.github.hldls.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hldls.template.Expression.Element;
import io.github.hldls.template.Expression.WordPattern;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {
  private static final ExpressionParser PARSER =
      new ExpressionParser(
          Map.of("cache", new ExpressionParser(Map.of(), false).parse("redis | memcached")), false);

  /** An expression's phrases, each as it was understood. */
  private static List<String> phrases(String source) {
    return PARSER.parse(source).phrases().stream()
        .map(
            phrase ->
                phrase.elements().stream()
                    .map(ExpressionParserTest::show)
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  private static String show(Element element) {
    String words =
        element.words().stream().map(ExpressionParserTest::show).collect(Collectors.joining("/"));
    return element.afterGap() ? ".. " + words : words;
  }

  private static String show(WordPattern word) {
    return switch (word.kind()) {
      case WORD -> word.text();
      case PREFIX -> word.text() + "*";
      case CLASS -> "<" + word.text() + ">";
    };
  }

  @Test
  void readsAlternativesOfPhrases() {
    assertThat(phrases("dead letter queue | dlq")).containsExactly("dead letter queue", "dlq");
  }

  @Test
  void normalisesWordsButNotPrefixes() {
    assertThat(phrases("Queries | Normalis*")).containsExactly("query", "normalis*");
  }

  @Test
  void readsChoicesGapsClassesAndLists() {
    assertThat(phrases("hot partition/shard/key")).containsExactly("hot partition/shard/key");
    assertThat(phrases("cache .. down")).containsExactly("cache .. down");
    assertThat(phrases("within <duration>/<number>")).containsExactly("within <duration>/<number>");
    assertThat(phrases("$cache | ttl")).containsExactly("redis", "memcached", "ttl");
    assertThat(phrases("error 404")).containsExactly("error 404");
    assertThat(phrases("in 3nf")).containsExactly("in 3 nf");
  }

  @Test
  void remembersItsSource() {
    assertThat(PARSER.parse("dlq | ttl").source()).isEqualTo("dlq | ttl");
    assertThat(PARSER.parse("dlq").isEmpty()).isFalse();
    assertThat(Expression.NONE.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "; an alternative is empty in \"\"",
        "a ||  b; an alternative is empty in \"a ||  b\"",
        "a |; an alternative is empty in \"a |\"",
        "$nothing; no word list is called \"nothing\"",
        "<weight>; no such class: <weight> in \"<weight>\"",
        ".. down; \"..\" stands between words, not in \".. down\"",
        "down ..; \"..\" stands between words, not in \"down ..\"",
        "..; \"..\" stands between words, not in \"..\"",
        "a .. b .. c .. d .. e; \"..\" stands more than three times in \"a .. b .. c .. d .. e\"",
        "write-through; \"write-through\" is not one word",
        "3x/5x; \"3x\" is not one word",
        "a//b; \"\" is not one word",
        "*; \"\" is not one word",
        "isn't; \"isn't\" is not one word",
      })
  void saysWhatIsWrong(String source, String message) {
    String text = source == null ? "" : source;

    assertThatThrownBy(() -> PARSER.parse(text))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith(message);
  }

  @Property(seed = "1")
  void readsAnythingOrSaysWhatIsWrong(@ForAll String source) {
    try {
      assertThat(PARSER.parse(source).phrases()).isNotEmpty();
    } catch (TemplateException e) {
      assertThat(e).hasMessageContaining("\"");
    }
  }
}
