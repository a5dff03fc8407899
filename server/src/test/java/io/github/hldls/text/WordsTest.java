package io.github.hldls.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "cache, caches",
    "batch, batches",
    "search, searches",
    "query, queries",
    "index, indexes",
    "index, indices",
    "cookie, cookies",
    "movie, movies",
    "process, processes",
    "database, databases",
    "status, statuses",
    "alias, aliases",
    "use, uses",
    "tie, ties",
    "hash, hashes",
    "replica, replicas",
  })
  void aPluralMeetsItsSingular(String singular, String plural) {
    assertThat(Words.normalize(plural)).isEqualTo(Words.normalize(singular));
  }

  @ParameterizedTest
  @CsvSource({
    "color, colour",
    "behavior, behaviour",
    "behaviors, behaviours",
    "normalize, normalise",
    "normalizes, normalises",
    "normalized, normalised",
    "optimizer, optimiser",
    "optimizing, optimising",
    "organizations, organisations",
    "analyzer, analyser",
    "datacenter, datacentre",
    "catalog, catalogue",
    "canceled, cancelled",
    "labeling, labelling",
    "partition, PARTITION",
  })
  void spellingsMeet(String american, String british) {
    assertThat(Words.normalize(british)).isEqualTo(Words.normalize(american));
  }

  @ParameterizedTest
  @CsvSource({
    "nats, nat",
    "news, new",
    "cors, core",
    "https, http",
    "status, state",
    "class, clas",
    "hour, hor",
    "four, for",
  })
  void differentWordsDoNotMeet(String one, String other) {
    assertThat(Words.normalize(one)).isNotEqualTo(Words.normalize(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"redis", "kubernetes", "https", "sqs", "always", "p99", "größe", "us"})
  void namesAndShortOrForeignWordsStayAsTheyAre(String word) {
    assertThat(Words.normalize(word)).isEqualTo(word);
  }

  @Test
  void caseDoesNotDependOnTheMachine() {
    assertThat(Words.normalize("INDEXING")).isEqualTo("indexing");
  }

  @Property(seed = "1")
  void aNormalWordIsItsOwnNormalForm(@ForAll("words") String word) {
    String once = Words.normalize(word);
    assertThat(Words.normalize(once)).isEqualTo(once);
  }

  @Provide
  Arbitrary<String> words() {
    Arbitrary<String> stems = Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(6);
    Arbitrary<String> endings =
        Arbitraries.of(
            "",
            "s",
            "es",
            "ies",
            "ches",
            "sses",
            "ss",
            "us",
            "is",
            "ise",
            "ised",
            "iser",
            "ising",
            "isation",
            "isations",
            "our",
            "ours",
            "ze",
            "xes",
            "y",
            "e");
    return Combinators.combine(stems, endings).as(String::concat);
  }
}
