package io.github.hldls.template;

import static io.github.hldls.template.TemplateTexts.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hldls.template.Way.Grade;
import io.github.hldls.template.Way.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateLoaderTest {
  private static final String SMALL =
      """
      -- template.json --
      {
        "name": "small",
        "placeholder": "todo",
        "words": {"cache": "redis | memcached"},
        "files": [{"id": "01", "name": "01-all.md", "title": "All"}],
        "steps": [
          {
            "id": "caching",
            "number": 7,
            "title": "Caching",
            "file": "01",
            "titles": "cach*",
            "parts": {"B": "Usage", "A": "Concept"},
            "topic": {"titles": "cach*", "words": "$cache", "absent": "no cache"},
            "rows": "caching"
          }
        ],
        "rules": "rules"
      }
      -- caching.json --
      [
        {"id": "caching/concept", "part": "A", "kind": "part", "title": "Concept", "text": "What it is"},
        {
          "id": "caching/ttl",
          "part": "B",
          "title": "TTL",
          "text": "Why this TTL",
          "template": "- TTL",
          "why": "It bounds staleness.",
          "satisfies": "A TTL with a reason.",
          "requires": "caching",
          "severity": "info",
          "evidence": [
            {"title": "ttl"},
            {
              "under": "cach*", "not": "session", "has": ["ttl", "<duration>", "$cache"],
              "need": 2, "times": 3, "words": 20, "span": "file", "grade": "weak"
            }
          ]
        }
      ]
      -- rules.json --
      [{"id": "rules/explain", "kind": "global", "title": "Explain", "text": "Explain all"}]
      """;

  @Test
  void readsStepsWithTheirRows() {
    Template template = template(SMALL);

    assertThat(template.name()).isEqualTo("small");
    assertThat(template.files()).containsExactly(new FileRole("01", "01-all.md", "All"));
    Step step = template.step("caching").orElseThrow();
    assertThat(step.number()).isEqualTo(7);
    assertThat(step.parts().keySet()).containsExactly("B", "A");
    assertThat(step.topic()).hasValueSatisfying(t -> assertThat(t.reason().isEmpty()).isTrue());
    assertThat(template.requirements())
        .extracting(Requirement::id)
        .containsExactly("caching/concept", "caching/ttl", "rules/explain");
    assertThat(template.stepsIn(template.files().get(0))).containsExactly(step);
    assertThat(template.file("01")).isPresent();
    assertThat(template.file("02")).isEmpty();
    assertThat(template.requirement("rules/explain")).isPresent();
  }

  @Test
  void aRowHasUsualValues() {
    Requirement concept = template(SMALL).requirement("caching/concept").orElseThrow();

    assertThat(concept.kind()).isEqualTo(Kind.PART);
    assertThat(concept.severity()).isEqualTo(Severity.ERROR);
    assertThat(concept.evidence()).isEmpty();
    assertThat(concept.why()).isEmpty();
    assertThat(template(SMALL).requirement("rules/explain").orElseThrow().severity())
        .isEqualTo(Severity.WARNING);
  }

  @Test
  void aRowSaysWhatMeetsIt() {
    Requirement ttl = template(SMALL).requirement("caching/ttl").orElseThrow();

    assertThat(ttl.severity()).isEqualTo(Severity.INFO);
    assertThat(ttl.requires()).isEqualTo("caching");
    Way usual = ttl.evidence().get(0);
    assertThat(usual.need()).isZero();
    assertThat(usual.times()).isEqualTo(1);
    assertThat(usual.words()).isEqualTo(6);
    assertThat(usual.span()).isEqualTo(Span.SECTION);
    assertThat(usual.grade()).isEqualTo(Grade.MET);
    Way asked = ttl.evidence().get(1);
    assertThat(asked.has())
        .extracting(Expression::source)
        .containsExactly("ttl", "<duration>", "$cache");
    assertThat(asked.need()).isEqualTo(2);
    assertThat(asked.times()).isEqualTo(3);
    assertThat(asked.words()).isEqualTo(20);
    assertThat(asked.span()).isEqualTo(Span.FILE);
    assertThat(asked.grade()).isEqualTo(Grade.WEAK);
  }

  @Test
  void allExpressionsOfATemplateAreItsVocabulary() {
    assertThat(Expressions.of(template(SMALL)))
        .extracting(Expression::source)
        .contains("todo", "cach*", "$cache", "no cache", "ttl", "<duration>", "session");
  }

  /** Each line replaces the first text by the second and expects the message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        // What the whole template lacks or has wrong.
        "\"name\": \"small\",; ; template.json: \"name\" is missing",
        "\"placeholder\":; \"placehoder\":; template.json: there is no key \"placehoder\"",
        "\"todo\"; 7; template.json: \"placeholder\" must be a text",
        "\"todo\"; \"\"; template.json: \"placeholder\": an alternative is empty in \"\"",
        "\"redis | memcached\"; \"redis |\"; template.json: \"cache\": an alternative is empty",
        "{\"cache\": \"redis | memcached\"}; []; template.json: \"words\" must be an object",
        "[{\"id\": \"01\",; {\"x\": [{\"id\": \"01\",; template.json: no JSON: ",
        // Files and steps.
        "\"title\": \"All\"; \"titel\": \"All\"; template.json: file 01: there is no key \"titel\"",
        ", \"title\": \"All\"; ; template.json: file 01: \"title\" is missing",
        "\"file\": \"01\"; \"file\": \"02\"; template.json: step caching: \"file\" names no file: \"02\"",
        "\"number\": 7; \"number\": \"x\"; template.json: step caching: \"number\" must be a whole number",
        "\"number\": 7; \"number\": {}; template.json: step caching: \"number\" must be a whole number",
        "\"parts\":; \"prats\":; template.json: step caching: there is no key \"prats\"",
        "\"Usage\"; null; template.json: step caching: \"B\" must be a text",
        "\"absent\":; \"abesnt\":; template.json: step caching: there is no key \"abesnt\"",
        "\"$cache\", \"absent\"; \"$x\", \"absent\"; template.json: step caching: \"words\": no word list is called \"x\"",
        "\"rows\": \"caching\"; \"rows\": \"none\"; none.json: there is no such file",
        // Rows.
        "\"id\": \"caching/concept\", ; ; caching.json: row 1: \"id\" is missing",
        "\"caching/concept\"; \"caching/ttl\"; caching.json: caching/ttl: \"id\" is taken: \"caching/ttl\"",
        "\"rules/explain\"; \"caching/ttl\"; rules.json: caching/ttl: \"id\" is taken",
        "\"part\": \"A\"; \"part\": \"C\"; caching.json: caching/concept: \"part\" names no part of its step: \"C\"",
        "\"kind\": \"part\"; \"kind\": \"parts\"; caching.json: caching/concept: \"kind\" cannot be \"parts\"",
        "\"severity\": \"info\"; \"severity\": \"bad\"; caching.json: caching/ttl: \"severity\" cannot be \"bad\"",
        "\"requires\": \"caching\"; \"requires\": \"x\"; caching.json: caching/ttl: \"requires\" names no step: \"x\"",
        "\"why\":; \"because\":; caching.json: caching/ttl: there is no key \"because\"",
        "\"It bounds staleness.\"; []; caching.json: caching/ttl: \"why\" must be a text",
        // Ways.
        "{\"title\": \"ttl\"}; {\"titel\": \"ttl\"}; caching.json: caching/ttl: there is no key \"titel\"",
        "{\"title\": \"ttl\"}; {\"under\": \"ttl\"}; caching.json: caching/ttl: a way needs \"title\" or \"has\"",
        "{\"title\": \"ttl\"}; 7; caching.json: caching/ttl: \"evidence\" must be an object",
        "[\"ttl\", \"<duration>\", \"$cache\"]; \"ttl\"; caching.json: caching/ttl: \"has\" must be an array",
        "\"<duration>\"; \"<x>\"; caching.json: caching/ttl: \"has\": no such class: <x> in \"<x>\"",
        "\"<duration>\"; 7; caching.json: caching/ttl: \"has\" must be a text",
        "\"need\": 2; \"need\": 4; caching.json: caching/ttl: \"need\" must be from 1 to the number of \"has\", not 4",
        "\"need\": 2; \"need\": 0; caching.json: caching/ttl: \"need\" must be from 1",
        "\"times\": 3; \"times\": \"x\"; caching.json: caching/ttl: \"times\" must be a whole number",
        "\"span\": \"file\"; \"span\": \"page\"; caching.json: caching/ttl: \"span\" cannot be \"page\"",
        "\"grade\": \"weak\"; \"grade\": \"good\"; caching.json: caching/ttl: \"grade\" cannot be \"good\"",
      })
  void anErrorNamesFileRowAndKey(String found, String put, String message) {
    assertThat(SMALL).contains(found);
    String broken = SMALL.replace(found, put == null ? "" : put);

    assertThatThrownBy(() -> template(broken))
        .isInstanceOf(TemplateException.class)
        .satisfies(
            e ->
                assertThat(String.valueOf(e.getMessage()).replaceFirst(":\\d+: ", ": "))
                    .startsWith(message));
  }

  /** The line on which a text stands in its file, counted by hand. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "\"todo\"; 7; template.json:3: ",
        "\"parts\":; \"prats\":; template.json:13: step caching: there is no key \"prats\"; did you mean \"parts\"?",
        "\"why\":; \"wyh\":; caching.json:9: caching/ttl: there is no key \"wyh\"; did you mean \"why\"?",
        "\"need\": 2; \"need\": 4; caching.json:17: ",
        "\"id\": \"caching/concept\", ; ; caching.json:2: row 1: ",
        "{\"title\": \"ttl\"}; {\"title\": \"ttl}; caching.json:16: no JSON: Unterminated object",
      })
  void anErrorNamesItsLine(String found, String put, String message) {
    String broken = SMALL.replace(found, put == null ? "" : put);

    assertThatThrownBy(() -> template(broken)).hasMessageStartingWith(message);
  }

  @Test
  void aTemplateMustBeAnObject() {
    assertThatThrownBy(() -> template("-- template.json --\n[]"))
        .isInstanceOf(TemplateException.class)
        .hasMessage("template.json:1: \"template\" must be an object");
  }

  @Test
  void aFileOfRowsMustBeAnArrayOfObjects() {
    String rules = SMALL.substring(SMALL.indexOf("[{\"id\": \"rules/explain\""));

    assertThatThrownBy(() -> template(SMALL.replace(rules, "{}")))
        .hasMessage("rules.json:1: the file must be an array of rows");
    assertThatThrownBy(() -> template(SMALL.replace(rules, "[7]")))
        .hasMessage("rules.json:1: row 1: \"row\" must be an object");
    assertThatThrownBy(() -> template(SMALL.replace(rules, "[")))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("rules.json:1: no JSON: ");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> TemplateSource.builtIn().read("none.json"))
        .isInstanceOf(TemplateException.class)
        .hasMessage("none.json: there is no such file in the template");
  }

  @Test
  void theBuiltInTemplateLoads() {
    Template template = TemplateLoader.load(TemplateSource.builtIn());

    assertThat(template.steps()).hasSize(15);
    assertThat(template.files()).hasSize(7);
    assertThat(List.of(template.rules().size(), template.requirements().size()))
        .containsExactly(9, 186);
  }
}
