package io.github.hldls.report;

import static io.github.hldls.TestWorkspaces.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.hldls.TestWorkspaces;
import io.github.hldls.template.Severity;
import io.github.hldls.workspace.PackFolder;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.bjurr.violations.lib.ViolationsLogger;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.parsers.CheckStyleParser;
import se.bjurr.violations.lib.parsers.CodeClimateParser;
import se.bjurr.violations.lib.parsers.JUnitParser;
import se.bjurr.violations.lib.parsers.SarifParser;
import se.bjurr.violations.lib.parsers.ViolationsParser;

/**
 * Every format, as before and as programs by others read it. {@code mvn test -Dtest=FormatsTest
 * -Dgolden=rewrite} writes the files anew; read the difference before it is committed.
 */
class FormatsTest {
  private static final Path GOLDEN = ROOT.resolve("golden/formats");

  private static List<PackReport> packs(String... workspaces) {
    List<PackReport> packs = new ArrayList<>();
    for (String workspace : workspaces) {
      for (PackFolder folder : TestWorkspaces.packs(ROOT.resolve(workspace))) {
        String home = folder.path().equals(".") ? workspace : workspace + "/" + folder.path();
        packs.add(
            PackReport.of(
                TestWorkspaces.check(folder), folder.config().edition().template(), home, 3));
      }
    }
    return packs;
  }

  private static String write(Format format, List<PackReport> packs) throws IOException {
    StringWriter out = new StringWriter();
    Report report = format.begin(out, new Format.Options(false, Severity.INFO, true, "1.2.3"));
    Summary summary = new Summary();
    for (PackReport pack : packs) {
      summary.add(pack);
      report.pack(pack);
    }
    report.end(summary);
    return out.toString();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void writesAsBefore(Format format) throws IOException {
    String text = write(format, packs("madr"));
    // The page around the data is a file of its own.
    String told = format == Format.HTML ? data(text) : text;
    Path golden = GOLDEN.resolve("madr." + format.name().toLowerCase(Locale.ROOT));
    if ("rewrite".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, told);
    }
    assertThat(told).isEqualTo(Files.readString(golden));
  }

  private static String data(String page) {
    String mark = "<script type=\"application/json\" id=\"data\">";
    int start = page.indexOf(mark) + mark.length();
    return page.substring(start, page.indexOf("</script>", start));
  }

  private static long findings(List<PackReport> packs) {
    return packs.stream().mapToLong(pack -> pack.findings().size()).sum();
  }

  private static Set<Violation> read(ViolationsParser parser, String text) throws Exception {
    return parser.parseReportOutput(text, new Silent());
  }

  private static final class Silent implements ViolationsLogger {
    @Override
    public void log(Level level, String message) {}

    @Override
    public void log(Level level, String message, Throwable cause) {
      throw new AssertionError(message, cause);
    }
  }

  @Test
  void sarifIsWhatItsSchemaAsksFor() throws Exception {
    List<PackReport> packs = packs("madr", "incomplete", "stray-fences", "many");
    String sarif = write(Format.SARIF, packs);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
            .getSchema(
                Files.readString(Path.of("src/test/resources/sarif-2.1.0.schema.json")),
                InputFormat.JSON);
    assertThat(schema.validate(sarif, InputFormat.JSON)).isEmpty();
    assertThat(sarif).contains("\"fixes\"", "\"suppressions\"", "\"relatedLocations\"");
    assertThat(read(new SarifParser(), sarif))
        .hasSizeGreaterThanOrEqualTo((int) findings(packs))
        .anyMatch(v -> v.getFile().equals("incomplete/01-problem-requirements.md"));
    JsonObject run =
        JsonParser.parseString(sarif)
            .getAsJsonObject()
            .getAsJsonArray("runs")
            .get(0)
            .getAsJsonObject();
    Set<String> identities = new java.util.HashSet<>();
    run.getAsJsonArray("results")
        .forEach(
            result ->
                assertThat(
                        identities.add(
                            result
                                .getAsJsonObject()
                                .getAsJsonObject("partialFingerprints")
                                .get("primaryLocationLineHash")
                                .getAsString()))
                    .isTrue());
  }

  @Test
  void otherProgramsReadOurXmlAndCodeQuality() throws Exception {
    List<PackReport> packs = packs("madr", "incomplete", "stray-fences");
    assertThat(read(new CheckStyleParser(), write(Format.CHECKSTYLE, packs)))
        .hasSize((int) findings(packs))
        .anyMatch(v -> v.getFile().equals("stray-fences/04-data-model-architecture.md"));
    assertThat(read(new CodeClimateParser(), write(Format.GITLAB, packs)))
        .hasSize((int) findings(packs));
    String junit = write(Format.JUNIT, packs);
    long failures = Pattern.compile("<failure ").matcher(junit).results().count();
    assertThat(failures).isPositive();
    assertThat(read(new JUnitParser(), junit)).hasSize((int) failures);
  }

  @Test
  void jsonInBothFormsHoldsAllThatIsKnown() throws IOException {
    List<PackReport> packs = packs("");
    for (Format format : List.of(Format.JSON, Format.JSONL)) {
      List<PackReport> read =
          PackReports.read(
              write(format, packs),
              (home, name) ->
                  packs.stream()
                      .filter(pack -> pack.home().equals(home))
                      .findFirst()
                      .orElseThrow()
                      .template());
      assertThat(read)
          .usingRecursiveComparison()
          .withFailMessage(() -> format + " is read otherwise")
          .isEqualTo(packs);
    }
  }

  @Test
  void aCommentIsMarkdownWithoutSurprises() throws IOException {
    String markdown = write(Format.MARKDOWN, packs("madr", "incomplete"));
    Node document =
        Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown);
    List<String> html = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(HtmlBlock block) {
            html.add(block.getLiteral().replaceAll("(?s)<summary>.*", ""));
          }

          @Override
          public void visit(HtmlInline inline) {
            html.add(inline.getLiteral());
          }

          @Override
          public void visit(Link link) {
            throw new AssertionError("a link to " + link.getDestination());
          }
        });
    assertThat(html)
        .containsOnly("<!-- hld-report -->", "<details>", "</details>", "<code>", "</code>");
  }

  @Test
  void aLongCommentIsCutAndSaysSo() throws IOException {
    PackReport pack = packs("incomplete").get(0);
    assertThat(write(Format.MARKDOWN, Collections.nCopies(40, pack)))
        .hasSizeLessThan(65_000)
        .contains("are not shown here, since there are too many");
  }

  @Test
  void thePageNeedsNothingButItself() throws IOException {
    String page = write(Format.HTML, packs("madr", "incomplete"));
    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContainPattern("(src|href)=\"(?!#)")
        .doesNotContain("innerHTML", "@import", "url(");
    JsonObject data = JsonParser.parseString(data(page)).getAsJsonObject();
    assertThat(data.getAsJsonArray("packs")).hasSize(4);
    assertThat(data.getAsJsonArray("templates")).hasSize(2);
    assertThat(data(page)).doesNotContain("<");
    // A passage is what its file's lines say.
    JsonObject pack = data.getAsJsonArray("packs").get(3).getAsJsonObject();
    JsonObject file = pack.getAsJsonArray("files").get(0).getAsJsonObject();
    assertThat(file.get("path").getAsString()).isEqualTo("01-problem-requirements.md");
    List<String> lines = Files.readAllLines(ROOT.resolve("incomplete/01-problem-requirements.md"));
    JsonObject shown = file.getAsJsonObject("lines");
    assertThat(shown.keySet()).isNotEmpty();
    shown
        .entrySet()
        .forEach(
            line ->
                assertThat(line.getValue().getAsString())
                    .isEqualTo(lines.get(Integer.parseInt(line.getKey()) - 1)));
    assertThat(data.getAsJsonArray("messages")).doesNotHaveDuplicates();
  }
}
