package io.github.hldls.report;

import com.google.gson.stream.JsonWriter;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One page with all that it needs in it: {@code report.html} beside this class, with the report as
 * JSON in place of its mark. The page makes texts of what it shows, never markup. What is shown
 * several times is in the page once: lines of a pack's files, and messages, which packs share.
 */
final class HtmlReport implements Report {
  private static final String MARK = "@DATA@";

  /** Of what meets a requirement, so much is shown; the rest is counted. */
  private static final int MOST_EVIDENCE = 5;

  private final Writer out;
  private final JsonWriter json;
  private final String afterData;
  private final List<Template> templates = new ArrayList<>();

  /** What findings refer to by number, in order. */
  private final Map<String, Integer> messages = new LinkedHashMap<>();

  HtmlReport(Writer out) throws IOException {
    String page = page();
    int mark = page.indexOf(MARK);
    this.out = out;
    this.afterData = page.substring(mark + MARK.length());
    out.write(page, 0, mark);
    json = new JsonWriter(new JsonSafe(out));
    // No text may end the script that holds it.
    json.setHtmlSafe(true);
    json.beginObject().name("packs").beginArray();
  }

  private static String page() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.html")) {
      if (in == null) {
        throw new IOException("report.html is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void pack(PackReport pack) throws IOException {
    if (!templates.contains(pack.template())) {
      templates.add(pack.template());
    }
    json.beginObject();
    json.name("template").value(templates.indexOf(pack.template()));
    json.name("name").value(pack.name()).name("path").value(pack.path());
    Map<String, Map<Integer, String>> lines = new LinkedHashMap<>();
    pack.files().forEach(file -> lines.put(file.path(), new TreeMap<>()));
    List<String> files = new ArrayList<>(lines.keySet());
    json.name("requirements").beginArray();
    for (PackReport.Entry entry : pack.requirements()) {
      requirement(entry, files, lines);
    }
    json.endArray();
    json.name("findings").beginArray();
    for (PackReport.FindingEntry finding : pack.findings()) {
      finding(finding);
    }
    json.endArray();
    json.name("files").beginArray();
    for (String file : files) {
      file(file, lines.getOrDefault(file, Map.of()));
    }
    json.endArray();
    json.name("failures").beginArray();
    for (String failure : pack.failures()) {
      json.value(failure);
    }
    json.endArray().endObject();
  }

  /** Evidence as file, first and last line; its lines go to those of the files. */
  private void requirement(
      PackReport.Entry entry, List<String> files, Map<String, Map<Integer, String>> lines)
      throws IOException {
    json.beginObject().name("id").value(entry.requirement().id());
    json.name("status").value(JsonPack.name(entry.status()));
    json.name("evidence").beginArray();
    for (PackReport.Lines piece : entry.evidence().stream().limit(MOST_EVIDENCE).toList()) {
      json.beginArray().value(files.indexOf(piece.file()));
      json.value(piece.first()).value(piece.last()).endArray();
      int number = piece.first();
      for (String line : piece.excerpt().lines().toList()) {
        lines.getOrDefault(piece.file(), new TreeMap<>()).put(number++, line);
      }
    }
    json.endArray();
    json.name("more").value(Math.max(0, entry.evidence().size() - MOST_EVIDENCE)).endObject();
  }

  private void file(String path, Map<Integer, String> lines) throws IOException {
    json.beginObject().name("path").value(path).name("lines").beginObject();
    for (Map.Entry<Integer, String> line : lines.entrySet()) {
      json.name(line.getKey().toString()).value(line.getValue());
    }
    json.endObject().endObject();
  }

  private void finding(PackReport.FindingEntry finding) throws IOException {
    json.beginObject().name("rule").value(finding.rule());
    json.name("severity").value(finding.severity().toString());
    told(finding.place(), finding.message());
    json.name("source").value(finding.source());
    json.name("requirements").beginArray();
    for (String row : finding.requirements()) {
      json.value(row);
    }
    json.endArray();
    json.name("related").beginArray();
    for (PackReport.RelatedEntry related : finding.related()) {
      json.beginObject();
      told(related.place(), related.message());
      json.endObject();
    }
    json.endArray().endObject();
  }

  private void told(PackReport.Place place, String message) throws IOException {
    json.name("file").value(place.file()).name("line").value(place.line());
    json.name("message").value(messages.computeIfAbsent(message, m -> messages.size()));
  }

  @Override
  public void end(Summary summary) throws IOException {
    json.endArray();
    json.name("messages").beginArray();
    for (String message : messages.keySet()) {
      json.value(message);
    }
    json.endArray();
    json.name("templates").beginArray();
    for (Template template : templates) {
      template(template);
    }
    json.endArray();
    json.name("summary");
    new JsonPack(json).summary(summary);
    json.endObject();
    json.flush();
    out.append(afterData);
    out.flush();
  }

  private void template(Template template) throws IOException {
    json.beginObject().name("name").value(template.name());
    json.name("steps").beginArray();
    for (Step step : template.steps()) {
      json.beginObject();
      json.name("title").value(step.title());
      json.name("number").value(step.number());
      json.name("leftOut").value(step.topic().isPresent());
      rows(step.requirements());
      json.endObject();
    }
    json.endArray();
    rows(template.rules());
    json.endObject();
  }

  private void rows(List<Requirement> rows) throws IOException {
    json.name("rows").beginArray();
    for (Requirement row : rows) {
      json.beginObject();
      json.name("id").value(row.id());
      json.name("text").value(row.text());
      json.name("why").value(row.why());
      json.name("satisfies").value(row.satisfies());
      json.endObject();
    }
    json.endArray();
  }
}
