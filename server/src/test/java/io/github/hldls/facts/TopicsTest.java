package io.github.hldls.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.facts.TopicUse.State;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.Expressions;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import io.github.hldls.template.TemplateLoader;
import io.github.hldls.template.TemplateSource;
import io.github.hldls.template.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which steps a file uses, leaves out on purpose, or does not speak of, by the built-in words. */
class TopicsTest {
  private static final Template TEMPLATE = TemplateLoader.load(TemplateSource.builtIn());
  private static final Vocabulary VOCABULARY = new Vocabulary(Expressions.of(TEMPLATE));
  private static final List<Topic> TOPICS =
      TEMPLATE.steps().stream().map(Step::topic).flatMap(Optional::stream).toList();

  private static final String USE =
      """
      The free lots of a street are read from Redis before the database is asked. The key is the
      street, the value a list of lots, and the TTL is a minute, since a lot is taken about once an
      hour. A miss reads the index of the street and fills the cache again. When a driver takes a
      lot, the service deletes the key after its commit, so that the next driver does not see a lot
      that is gone. Redis evicts the least used street when its memory is full.
      """;

  private static FileFacts facts(String markdown) {
    return FileFacts.of(FactsTexts.file(markdown), VOCABULARY);
  }

  private static TopicUse use(String step, String markdown) {
    Topic topic = TEMPLATE.step(step).orElseThrow().topic().orElseThrow();
    return Optional.ofNullable(Topics.of(facts(markdown), TOPICS).get(topic)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "'No. Lots are found by street and number, and a B-tree does that.', NOT_APPLICABLE",
    "'None. Lots are found by street and number.', NOT_APPLICABLE",
    "'No lot is ever searched for twice.', USED",
  })
  void aPlainNoSaysThatItDoesNotApply(String body, State state) {
    assertThat(use("search", "# Deep dives\n\n## 3. Search\n\n- " + body).state()).isEqualTo(state);
  }

  @Test
  void aSectionAboutATopicIsItsUse() {
    String markdown = "# Deep dives\n\n## 2. Caching (Redis for lots)\n\n" + USE;
    TopicUse use = use("caching", markdown);

    assertThat(use.state()).isEqualTo(State.USED);
    assertThat(use.statement()).isEqualTo(-1);
    assertThat(use.regions()).hasSize(1);
    FileFacts facts = facts(markdown);
    assertThat(facts.source().substring(facts.passage(use.regions().get(0)).title()))
        .isEqualTo("2. Caching (Redis for lots)");
  }

  @Test
  void aSectionFullOfATopicsWordsIsItsUseWhateverItsTitle() {
    assertThat(use("caching", "# Deep dives\n\n## Fast lots\n\n" + USE + USE).state())
        .isEqualTo(State.USED);
  }

  @ParameterizedTest
  @CsvSource({
    // A title deep inside names it alone.
    "'## What is fast', '### Why Redis', '## Closing', 1",
    // Beside a section about another topic a few words are enough.
    "'## What is fast', '### What is kept', '## Kafka', 1",
    "'## What is fast', '### What is kept', '## Closing', 0",
    // Not what speaks of another topic, too.
    "'## What is fast', '### Kafka', '## Kafka', 0",
  })
  void aChapterThatNoTitleNamesIsFoundByItsWords(
      String chapter, String inside, String next, int regions) {
    String said =
        """
        The lots of a street stand in Redis with a TTL of a minute. Drivers look there first, and
        after a miss in the book of the street. What is sold is struck out at once.
        """;
    String body = "\n\n" + said + "\n" + "All lots stand in a book by street. ".repeat(40) + "\n\n";
    String more = "Redis drops what nobody reads; so a street without drivers costs nothing.\n\n";
    String markdown =
        "# Deep\n\n"
            + chapter
            + body
            + inside
            + "\n\n"
            + more
            + (inside.contains("Why") ? said + said + "\n\n" : "")
            + next
            + "\n\nKafka carries what is sold.\n";

    List<Integer> found = use("caching", markdown).regions();
    FileFacts facts = facts(markdown);
    assertThat(found.stream().map(i -> facts.source().substring(facts.passage(i).title())))
        .filteredOn(title -> title.equals("What is fast"))
        .hasSize(regions);
  }

  @ParameterizedTest
  @CsvSource({
    // What stands between two sections about a topic, or after one and speaks of it, goes on.
    "'## Caching', '## Four prefixes', '## If Redis is gone', 3",
    "'## Caching', '## Redis has four prefixes', '## Search', 2",
    "'## Caching', '## Four prefixes', '## Search', 1",
    // A part of something else does not.
    "'## Caching', '## A) Concept of sharding', '## If Redis is gone', 2",
  })
  void plainSectionsGoOnWithATopic(String first, String plain, String next, int regions) {
    String body = "\n\nLots are kept by street, drivers by number.\n\n";
    String markdown = "# Deep\n\n" + first + "\n\n" + USE + plain + body + next + body + "More.\n";

    assertThat(use("caching", markdown).regions()).hasSize(regions);
  }

  /** Each section looks for the topics around it, which must not cost a walk through the file. */
  @Test
  @Timeout(20)
  void manyPlainSectionsAreReadAtOnce() {
    String plain = "## Plain\n\nLots by street.\n\n".repeat(60_000);

    assertThat(use("caching", "# Deep\n\n## Caching\n\n" + USE + plain).regions()).hasSize(1);
  }

  @Test
  void otherStepsOfTheFileStaySilent() {
    String markdown = "# Deep dives\n\n## Caching\n\n" + USE;

    assertThat(use("search", markdown).state()).isEqualTo(State.SILENT);
    assertThat(use("async", markdown).state()).isEqualTo(State.SILENT);
    assertThat(use("caching", "").state()).isEqualTo(State.SILENT);
    assertThat(use("caching", "# Deep dives\n\nLots.\n").regions()).isEmpty();
  }

  @Test
  void aSectionOfTwoTopicsBelongsToTheOneItSpeaksOf() {
    String markdown = "# Deep dives\n\n## Cache invalidation by events\n\n" + USE;

    assertThat(use("caching", markdown).state()).isEqualTo(State.USED);
    assertThat(use("async", markdown).state()).isEqualTo(State.SILENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "### Not applicable for lots\n\nA street has few lots.",
        "### Why no Redis for lots?\n\nA street has few lots.",
        "A cache is not required for core operations.",
        "No external cache is needed: a street has few lots.",
        "We do not use a cache.",
        "This design doesn't need Redis.",
        "**Status:** N/A",
        "There is no cache in this design.",
        "Redis was left out on purpose.",
        "Caching is unnecessary here.",
        "A cache isn’t needed for lots."
      })
  void aSectionMaySayThatItsStepDoesNotApply(String statement) {
    TopicUse use = use("caching", "# Deep dives\n\n## Step 7: Caching\n\n" + statement + "\n");

    assertThat(use.state()).isEqualTo(State.NOT_APPLICABLE);
    assertThat(use.statement()).isPositive();
    assertThat(use.hasChange()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "No cache is used.; false; false",
        "No cache is used, because a street has few lots.; true; false",
        "No cache is used. If needed, streets go first.; false; true",
        "No cache is used because of few lots. If traffic grows, we revisit this.; true; true",
        "No cache is used since lots change. What would change: a TTL per street.; true; true"
      })
  void aStatementNeedsAReasonAndAChange(String statement, boolean reason, boolean change) {
    TopicUse use = use("caching", "# Deep dives\n\n## Step 7: Caching\n\n" + statement + "\n");

    assertThat(use.state()).isEqualTo(State.NOT_APPLICABLE);
    assertThat(use.hasReason()).isEqualTo(reason);
    assertThat(use.hasChange()).isEqualTo(change);
  }

  @Test
  void aSketchOfWhatCouldBeDoesNotMakeAUse() {
    String markdown =
        "# Deep dives\n\n## Step 7: Caching\n\nNot applicable, as the lots are few.\n\n"
            + "### If needed\n\n"
            + USE;

    assertThat(use("caching", markdown).state()).isEqualTo(State.NOT_APPLICABLE);
  }

  @Test
  void aStatementMayStandInASectionAboutSomethingElse() {
    String markdown =
        "# Deep dives\n\n## Reading lots\n\nLots come from the database; we do not use a cache.\n";
    TopicUse use = use("caching", markdown);

    assertThat(use.state()).isEqualTo(State.NOT_APPLICABLE);
    assertThat(use.regions()).isEmpty();
    assertThat(use("search", markdown).state()).isEqualTo(State.SILENT);
  }

  @Test
  void aDenialDeepInsideAUseIsNoStatement() {
    String markdown =
        "# Deep dives\n\n## Caching\n\n" + USE + "\n### Prices\n\nPrices do not need a cache.\n";

    assertThat(use("caching", markdown).state()).isEqualTo(State.USED);
  }

  /** Sections stand beside each other in a file that is about one thing. */
  @Test
  void aDenialOfOneThingBesideAUseIsNoStatement() {
    String other = "\n## Expiry\n\nKeys by TTL: required. A cache across regions: not required.\n";
    String markdown = "# Deep dives\n\n## Caching with Redis\n\n" + USE + other;

    assertThat(use("caching", markdown).state()).isEqualTo(State.USED);
  }

  @Test
  void aPackKnowsTheUseOfItsStepsByTheirId() {
    FileFacts file =
        FileFacts.of(
            new PackFile(
                TEMPLATE.file("05A").orElseThrow(),
                "p/05A-production-deep-dives-core.md",
                FactsTexts.file("# Deep dives\n\n## Caching\n\n" + USE).markdown()),
            VOCABULARY);
    Pack pack = new Pack("p", "p", List.of(file.file()), Map.of(), true);
    PackFacts facts = PackFacts.of(pack, List.of(file), TEMPLATE);

    assertThat(facts.topics()).containsOnlyKeys("async", "caching", "search");
    assertThat(facts.topic("caching")).map(TopicUse::state).contains(State.USED);
    assertThat(facts.topic("cost")).isEmpty();
    assertThat(facts.file("05A")).contains(file);
    assertThat(facts.file("01")).isEmpty();
    assertThat(pack.file("05A")).isPresent();
    assertThat(pack.file(TEMPLATE.file("01").orElseThrow())).isEmpty();
  }

  @Property(tries = 300, seed = "1")
  void anyTextHasAnAnswerForEachTopic(@ForAll("texts") String text) {
    FileFacts facts = facts(text);
    Map<Topic, TopicUse> uses = Topics.of(facts, TOPICS);

    assertThat(uses).containsOnlyKeys(TOPICS);
    for (TopicUse use : uses.values()) {
      assertThat(use.statement() >= 0).isEqualTo(use.state() == State.NOT_APPLICABLE);
      assertThat(IntStream.concat(use.regions().stream().mapToInt(r -> r), IntStream.of(0)))
          .allMatch(region -> region < facts.passages().size());
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "# Caching\n\n",
            "## Kafka\n\n",
            "### Search and cache\n\n",
            "no cache is needed. ",
            "Not applicable ",
            "**Redis:** ",
            "- Kafka topic\n",
            "\n\n",
            "cache redis ttl ",
            "because ",
            "if needed ",
            "```\n",
            USE)
        .list()
        .ofMaxSize(15)
        .map(parts -> String.join("", parts));
  }
}
