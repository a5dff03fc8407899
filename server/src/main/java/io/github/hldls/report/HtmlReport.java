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
import java.util.List;

/**
 * One page with all that it needs in it: {@code report.html} beside this class, with the report as
 * JSON in place of its mark. The page makes texts of what it shows, never markup.
 */
final class HtmlReport implements Report {
  private static final String MARK = "@DATA@";

  private final Writer out;
  private final JsonWriter json;
  private final JsonPack form;
  private final String afterData;
  private final List<Template> templates = new ArrayList<>();

  HtmlReport(Writer out) throws IOException {
    String page = page();
    int mark = page.indexOf(MARK);
    this.out = out;
    this.afterData = page.substring(mark + MARK.length());
    out.write(page, 0, mark);
    json = new JsonWriter(new JsonSafe(out));
    // No text may end the script that holds it.
    json.setHtmlSafe(true);
    form = new JsonPack(json);
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
    json.name("templateNumber").value(templates.indexOf(pack.template()));
    form.pack(pack);
    json.name("findings").beginArray();
    for (PackReport.FindingEntry finding : pack.findings()) {
      form.finding(pack, finding);
    }
    json.endArray().endObject();
  }

  @Override
  public void end(Summary summary) throws IOException {
    json.endArray();
    json.name("templates").beginArray();
    for (Template template : templates) {
      template(template);
    }
    json.endArray();
    json.name("summary");
    form.summary(summary);
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
