package io.github.hldls.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The technologies that the built-in template knows, and how their names stand in texts. */
class TechnologyNamesTest {
  private static final Template TEMPLATE = TestWorkspaces.TEMPLATE;

  private static Optional<String> at(String text) {
    int start = text.indexOf('^');
    String plain = text.replace("^", "");
    return TEMPLATE.technologyNames().at(plain, start).map(found -> found.technology().name());
  }

  @Test
  void knowsManyAndSaysWhatTheyAre() {
    assertThat(TEMPLATE.technologies()).hasSizeGreaterThan(300);
    assertThat(TEMPLATE.technologies())
        .allSatisfy(
            technology -> {
              assertThat(technology.about()).as(technology.name()).endsWith(".");
              assertThat(technology.kind()).as(technology.name()).isNotBlank();
              assertThat(technology.phrases()).as(technology.name()).isNotEmpty();
            });
  }

  @Test
  void hasNoNameTwice() {
    Set<String> names = new HashSet<>();
    for (Technology technology : TEMPLATE.technologies()) {
      for (String name : technology.names()) {
        assertThat(names.add(name.toLowerCase(Locale.ROOT))).as(name).isTrue();
      }
    }
  }

  @Test
  void findsEveryNameAsItIsWritten() {
    for (Technology technology : TEMPLATE.technologies()) {
      for (String name : technology.names()) {
        assertThat(at("uses ^" + name + ", and")).as(name).hasValue(technology.name());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "^ES index, Elasticsearch",
    "on ^K8s, Kubernetes",
    "^PG replicas, PostgreSQL",
    "│ ^REDIS │, Redis",
    "^kafka topics, Kafka",
    "^Redis Streams group, Redis Streams",
    "two ^WebSockets, WebSocket",
    "^Amazon S3, S3",
    "^Apache Flink jobs, Flink"
  })
  void knowsAliasesCapitalsAndPlurals(String text, String name) {
    assertThat(at(text)).hasValue(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^es un camino",
        "a ^spark of hope",
        "the ^vault of the bank",
        "x.^redis.host",
        "/^kafka/topics",
        "^SSE-S3 encryption",
        "^redis_key",
        "^Redistribution"
      })
  void leavesOtherWordsAlone(String text) {
    assertThat(at(text)).isEmpty();
  }

  @Test
  void takesTheTechnologiesOfATemplateThatListsThemItself() {
    Template template =
        TemplateTexts.template(
            """
            -- template.json --
            {
              "name": "small",
              "technologies": ["OptikDB", {"name": "Tier", "case": "exact"}],
              "placeholder": "todo",
              "files": [],
              "steps": []
            }
            """);
    assertThat(template.technologies())
        .extracting(Technology::names)
        .containsExactly(List.of("OptikDB"), List.of("Tier"));
    assertThat(template.technologyNames().at("optikdb", 0)).isPresent();
    assertThat(template.technologyNames().at("tier", 0)).isEmpty();
  }
}
