package io.github.hldls.cli;

import static io.github.hldls.cli.CliTest.hld;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonParser;
import io.github.hldls.cli.CliTest.Outcome;
import io.github.hldls.report.Format;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Names and headings that terminals, services and parsers would obey are only ever told. */
class HostileNamesTest {
  private static final String NAME =
      "a\n::error file=x::b \u001b[31m \u009b31m %0A,:'\"<b>&amp;]]>|`@team` \u202e \u00e4\u6f22";
  private static final String HEADING =
      "# \u001b]0;title\u0007 ::error::owned </script><script>alert(1)</script> ]]> \u0001 \u009b2J\n";

  @TempDir Path folder;

  private Outcome check(Format format) throws IOException {
    assumeThat(System.getProperty("os.name")).doesNotStartWith("Windows");
    Path pack = Files.createDirectories(folder.resolve(NAME));
    Files.writeString(
        pack.resolve("01-problem-requirements.md"), HEADING + "\n## Empty \u001b[2J\n\n```\n");
    // What cannot be read is told on the error stream.
    Files.write(pack.resolve("02-capacity-estimation.md"), new byte[] {0, 1});
    String name = format.name().toLowerCase(Locale.ROOT);
    return hld("check", "--show", "hint", "--format", name, folder.toString());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void nothingThatATerminalObeysIsPrinted(Format format) throws IOException {
    Outcome outcome = check(format);
    assertThat(outcome.out() + outcome.err())
        .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202e]");
    assertThat(outcome.err()).contains("it is binary, not text").doesNotContain("\n::error");
  }

  @Test
  void noNameIsACommandToGithub() throws IOException {
    Outcome outcome = check(Format.GITHUB);
    assertThat(outcome.out().lines().filter(line -> line.startsWith("::")))
        .isNotEmpty()
        .allMatch(line -> line.matches("::(error|warning|notice) file=[^:,]*,line=.*::.*"));
    assertThat(outcome.out().lines().filter(line -> line.contains("::")))
        .allMatch(line -> line.startsWith("::"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"JUNIT", "CHECKSTYLE"})
  void xmlIsWellFormed(Format format) throws Exception {
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(check(format).out())));
    assertThat(document.getDocumentElement().getTextContent()).isNotNull();
    assertThat(document.getElementsByTagName("b").getLength()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"JSON", "SARIF", "GITLAB"})
  void jsonTellsTheNameAsItIs(Format format) throws IOException {
    String out = check(format).out();
    assertThat(JsonParser.parseString(out).isJsonNull()).isFalse();
    if (format == Format.GITLAB) {
      assertThat(
              JsonParser.parseString(out)
                  .getAsJsonArray()
                  .get(0)
                  .getAsJsonObject()
                  .getAsJsonObject("location")
                  .get("path")
                  .getAsString())
          .contains(NAME);
    }
  }

  @Test
  void noNameIsMarkupOrMentionInAComment() throws IOException {
    assertThat(check(Format.MARKDOWN).out()).doesNotContain("<b>", "@team", "`", "<script");
    assertThat(check(Format.HTML).out()).doesNotContain("alert(1)</script>", "<b>&");
  }
}
