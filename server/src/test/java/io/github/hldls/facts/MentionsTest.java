package io.github.hldls.facts;

import static io.github.hldls.facts.FactsTexts.facts;
import static io.github.hldls.facts.FactsTexts.mentions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hldls.template.Expression;
import io.github.hldls.template.TemplateTexts;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link Expression} promises, through the lexer and the vocabulary. */
class MentionsTest {

  private static List<String> tokens(String text) {
    Tokens tokens = facts(text).tokens();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.count(); i++) {
      words.add(text.substring(tokens.start(i), tokens.end(i)));
    }
    return words;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "A lot (7) is free.; A,lot,7,is,free",
        "nextCursor and PostgreSQL; next,Cursor,and,PostgreSQL",
        "'gRPC, mTLS, iOS'; gRPC,mTLS,iOS",
        "userId2x; user,Id2x",
        "S3 p99 99.9% 1,000 3. 1,; S3,p99,99.9,1,000,3,1",
        "500MB 5xx; 500,MB,5,xx",
        "it isn't; it,isn't",
        "Größe µs; Größe,µs",
        "user_id read-only a/b; user,id,read,only,a,b",
        "🚗lot🚗; lot"
      })
  void aTextIsSplitIntoWordsAndNumbers(String text, String expected) {
    assertThat(String.join(",", tokens(text))).isEqualTo(expected);
  }

  /** An expression, a text, and the words at which its mentions begin. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        // Phrases and alternatives.
        "dead letter queue | dlq; A dead letter queue, or DLQ.; dead,DLQ",
        "dead letter; letter dead;",
        "dead letter; dead old letter;",
        "dead letter; Dead-letter queues; Dead",
        "lot; slot lots LOT; lots,LOT",
        // Prefixes.
        "partition* key; partitioning keys and partitioned data; partitioning",
        "cookie*; Cookies; Cookies",
        "analys*; we analyse; analyse",
        "a*; an apple; an,apple",
        "characteristically*; characteristicallyness; characteristicallyness",
        // Choices.
        "hot partition/shard/key; a hot shard, hot keys, hot water; hot,hot",
        // Gaps of at most six words.
        "cache .. down; the cache is down; cache",
        "cache .. down; cache down; cache",
        "cache .. down; cache 1 2 3 4 5 6 down; cache",
        "cache .. down; cache 1 2 3 4 5 6 7 down;",
        "cache .. goes down; the cache goes up and goes down; cache",
        "a .. b .. c d; a b x c y b c d; a",
        // Classes.
        "<number>; 7 lots and 1,000 cars; 7,1,000",
        "<percent>; 7 lots, 99.9% and 5 %; 99.9,5",
        "<duration>; 5 minutes, 200ms, 24-hour, 3 lots, 2 hrs, 7 µs; 5,200,24,2,7",
        "<size>; 500MB, 2 TiB, 3 bytes, 4 lots; 500,2,3",
        "<money>; $5, €7, 9 dollars; 5,7",
        "within <duration>; within 5 minutes, within 7 lots; within",
        "<duration> ttl; a 5 minute TTL; 5",
        "<size> each; 2 KB each; 2",
        "<number> kb each; 2 KB each; 2",
        "<duration>; 5. minutes;",
        "error 404; Error 404 or error 4040; Error",
        // Apostrophes.
        "isnt needed; A cache isn't needed, isn’t needed; isn't,isn’t",
        "redis; Redis's memory, Redis’ keys; Redis's,Redis",
        "user; the user's, the users' cars; user's,users",
        // Names in capitals inside.
        "next cursor; nextCursor next_cursor NextCursor; next,next",
        "grpc | mtls; gRPC over mTLS; gRPC,mTLS",
        "nats; NATS and NAT; NATS",
      })
  void anExpressionIsFound(String expression, String text, String expected) {
    assertThat(String.join(",", mentions(expression, text)))
        .isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'dead. Letter'",
        "'dead! Letter'",
        "'dead? Letter'",
        "'| dead | letter |'",
        "'│ dead │ letter │'",
        "'dead\n\nletter'",
        "'dead\r\n\r\nletter'",
        "'dead\r\rletter'",
        "'dead\n- letter'",
        "'dead\n* letter'",
        "'dead\n• letter'",
        "'dead\n2. letter'",
        "'dead\n3) letter'",
        "'dead\n## letter'",
        "'# dead\n\nletter'",
      })
  void aPhraseDoesNotReachOverAnEnd(String text) {
    assertThat(mentions("dead letter", text)).isEmpty();
    assertThat(mentions("dead .. letter", text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'dead\nletter'",
    "'dead\r\nletter'",
    "'dead, letter'",
    "'**dead** `letter`'",
    "'dead (letter)'",
    "'dead.letter'",
    "'dead: letter'",
    "'dead\n> letter'"
  })
  void aPhraseReachesOverLinesAndMarks(String text) {
    assertThat(mentions("dead letter", text)).containsExactly("dead");
  }

  @Test
  void aPlaceCountsOnceForAnExpression() {
    assertThat(mentions("redis | redis cache | red*", "Redis cache")).containsExactly("Redis");
  }

  @Test
  void aPassageCountsItsOwnMentions() {
    Expression redis = TemplateTexts.expression("redis");
    FileFacts facts = facts("# Redis\n\nRedis, redis.\n\n# Kafka\n\nNo cache.\n", redis);
    Passage first = facts.passage(1);

    assertThat(facts.count(redis, first)).isEqualTo(3);
    assertThat(facts.titleMentions(redis, first)).isTrue();
    assertThat(facts.bodyMentions(redis, first)).isTrue();
    assertThat(facts.mentions(redis, facts.passage(3))).isFalse();
    assertThat(facts.bodyWords(first)).isEqualTo(2);
    assertThat(facts.mentionsOf(Expression.NONE)).isEmpty();
  }

  @Test
  void anExpressionOutsideTheVocabularyIsRefused() {
    FileFacts facts = facts("text", TemplateTexts.expression("redis"));
    Expression kafka = TemplateTexts.expression("kafka");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> facts.mentionsOf(kafka))
        .withMessage("not in the vocabulary: kafka");
  }

  @Test
  void manyMentionsAreKept() {
    assertThat(mentions("lot", "lot ".repeat(2_000))).hasSize(2_000);
  }

  @Property(seed = "1")
  void anyTextHasMentionsInOrder(@ForAll("texts") String text) {
    for (String expression : List.of("dead .. letter", "<duration> | <money>", "a* | lot .. lot")) {
      Expression parsed = TemplateTexts.expression(expression);
      FileFacts facts = facts(text, parsed);
      assertThat(facts.mentionsOf(parsed)).isSorted().doesNotHaveDuplicates();
    }
  }

  @Property(tries = 300, seed = "1")
  void anyStringIsRead(@ForAll String text) {
    Expression any = TemplateTexts.expression("a* .. <number>");
    assertThat(facts(text, any).mentionsOf(any)).isSorted();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "dead",
            "letter",
            "lot",
            "5",
            " ms",
            "$",
            "%",
            " ",
            "\n",
            "\n\n",
            "|",
            ". ",
            "'",
            "’s",
            "nextCursor",
            "🚗",
            "1,000",
            "- ",
            "# ",
            "```\n")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }
}
