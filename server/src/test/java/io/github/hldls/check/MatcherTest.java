package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.template.Template;
import io.github.hldls.template.TemplateTexts;
import io.github.hldls.template.Way;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each key of a way asks of a text. */
class MatcherTest {

  private static final String PACK =
      """
      -- 01-all.md --
      # Parking

      ## Prices

      **Per hour:** a lot costs 3 € in the city.

      - Night: a lot costs 1 €

      Elm has few lots.

      | Street | Price |
      |--------|-------|
      | Elm    | 2 €   |

      ## Caching of prices

      ### TTL

      Prices live for 5 minutes in Redis, lots for 1 minute in Redis, since they change.

      ## Session TTL

      A session lives for 30 minutes in Redis or Memcached after it was used.

      ## Backup

      TODO: say how the backup is made
      """;

  private static Template template(String way) {
    return TemplateTexts.template(
        """
        -- template.json --
        {
          "name": "small",
          "placeholder": "todo",
          "files": [{"id": "01", "name": "01-all.md", "title": "All"}],
          "steps": [{"id": "all", "number": 1, "title": "All", "file": "01", "rows": "rows"}]
        }
        -- rows.json --
        [{"id": "all/row", "title": "Row", "text": "A row", "evidence": [%s]}]
        """
            .formatted(way));
  }

  /** The first lines of the passages that a way finds, without marks of headings and lists. */
  private static List<String> find(String way) {
    Template template = template(way);
    PackFacts facts = new CheckTexts(template).facts(PACK);
    FileFacts file = facts.file("01").orElseThrow();
    Way parsed = template.requirements().get(0).evidence().get(0);
    return new Matcher(file, template, List.of())
        .find(parsed).stream()
            .map(file::passage)
            .map(p -> file.source().substring(p.range()).lines().findFirst().orElse(""))
            .map(line -> line.replaceFirst("^[#-]+ ", ""))
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        // A title is that of a section or label; its body must say something.
        "\"title\": \"ttl\"; TTL,Session TTL",
        "\"title\": \"per hour\"; **Per hour:** a lot costs 3 € in the city.",
        "\"title\": \"elsewhere\";",
        "\"title\": \"costs\";",
        // Under, not.
        "\"title\": \"ttl\", \"under\": \"cach*\"; TTL",
        "\"title\": \"ttl\", \"not\": \"session\"; TTL",
        "\"title\": \"caching\", \"not\": \"ttl\"; Caching of prices",
        // What it says: all of them, or as many as are needed.
        "\"title\": \"ttl\", \"has\": [\"memcached\"]; Session TTL",
        "\"has\": [\"redis\", \"memcached\"]; A session lives for 30 minutes in Redis or Memcached after it was used.",
        "\"has\": [\"redis\", \"kafka\"];",
        "\"has\": [\"redis\", \"kafka\", \"memcached\"], \"need\": 2; A session lives for 30 minutes in Redis or Memcached after it was used.",
        "\"has\": [\"ttl\"]; TTL,Session TTL",
        // The first of them so many times.
        "\"has\": [\"redis\"], \"times\": 2; Prices live for 5 minutes in Redis, lots for 1 minute in Redis, since they change.",
        "\"has\": [\"redis\"], \"times\": 3;",
        "\"has\": [\"redis\"], \"times\": 3, \"span\": \"file\"; # Parking",
        // So many words beside the title.
        "\"title\": \"ttl\", \"words\": 15; TTL",
        "\"title\": \"ttl\", \"words\": 40;",
        "\"has\": [\"costs\"], \"words\": 12; **Per hour:** a lot costs 3 € in the city.",
        // Spans: blocks are labels, paragraphs, lists and tables, and for a way without a title
        // short sections, too; sections may be around them.
        "\"title\": \"ttl\", \"span\": \"block\";",
        "\"has\": [\"elm\", \"price\"]; Prices,| Street | Price |",
        "\"has\": [\"elm\", \"hour\"]; Prices",
        "\"has\": [\"elm\", \"hour\"], \"span\": \"section\"; Prices",
        // The section of the file's title is the file.
        "\"has\": [\"elm\", \"memcached\"], \"span\": \"section\";",
        "\"has\": [\"elm\", \"memcached\"], \"span\": \"file\"; # Parking",
        // Placeholders are no evidence.
        "\"title\": \"backup\";",
      })
  void aWayAsksForATextThat(String way, String expected) {
    String found = String.join(",", find("{" + way + "}"));
    String wanted = expected == null ? "" : expected.replaceFirst("^# ", "");

    assertThat(found).isEqualTo(wanted);
  }

  @Test
  void theFirstOfTheWordsIsNeededInAnyCase() {
    assertThat(find("{\"has\": [\"redis\", \"kafka\", \"memcached\"], \"need\": 2}")).hasSize(1);
    assertThat(find("{\"has\": [\"kafka\", \"redis\", \"memcached\"], \"need\": 2}")).isEmpty();
  }

  @Test
  void aHandfulOfPlacesIsEnough() {
    Template template = template("{\"has\": [\"lot\"]}");
    FileFacts file =
        new CheckTexts(template)
            .facts("-- 01-all.md --\n" + "A lot.\n\n".repeat(20))
            .file("01")
            .orElseThrow();
    Way way = template.requirements().get(0).evidence().get(0);

    assertThat(new Matcher(file, template, List.of()).find(way)).hasSize(6);
  }

  @Test
  void onlyTheRegionsAreSearched() {
    Template template = template("{\"has\": [\"redis\"]}");
    FileFacts file = new CheckTexts(template).facts(PACK).file("01").orElseThrow();
    Way way = template.requirements().get(0).evidence().get(0);
    int session = 0;
    for (int i = 0; i < file.passages().size(); i++) {
      if (file.source().substring(file.passage(i).title()).equals("Session TTL")) {
        session = i;
      }
    }

    assertThat(new Matcher(file, template, List.of(session)).find(way))
        .containsExactly(session + 1);
  }
}
