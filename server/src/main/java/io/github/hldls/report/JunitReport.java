package io.github.hldls.report;

import io.github.hldls.check.Status;
import io.github.hldls.report.PackReport.FindingEntry;
import io.github.hldls.template.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JUnit's XML: each pack is a suite, each requirement a test, and so is each rule beyond them that
 * something was found for. Errors and warnings fail a test; what does not apply is skipped.
 */
final class JunitReport implements Report {
  private final XmlText xml;

  JunitReport(Writer out) throws IOException {
    xml = new XmlText(out);
    xml.begin("testsuites", "name", "hld");
  }

  /** A test; {@code found} is what makes it fail, or would if it mattered more. */
  private record Test(String group, String name, boolean isSkipped, List<FindingEntry> found) {
    boolean fails() {
      return found.stream().anyMatch(f -> f.severity().compareTo(Severity.WARNING) <= 0);
    }
  }

  @Override
  public void pack(PackReport pack) throws IOException {
    List<Test> tests = tests(pack);
    xml.begin(
        "testsuite",
        "name",
        pack.path().equals(".") ? pack.name() : pack.path(),
        "tests",
        String.valueOf(tests.size()),
        "failures",
        String.valueOf(tests.stream().filter(Test::fails).count()),
        "errors",
        String.valueOf(pack.failures().size()),
        "skipped",
        String.valueOf(tests.stream().filter(Test::isSkipped).count()),
        "time",
        "0");
    for (Test test : tests) {
      write(pack, test);
    }
    if (!pack.failures().isEmpty()) {
      xml.begin("system-err").text(String.join("\n", pack.failures())).end();
    }
    xml.end();
  }

  private static List<Test> tests(PackReport pack) {
    String group = (pack.path().equals(".") ? pack.name() : pack.path()).replace('/', '.');
    Set<String> rows = new HashSet<>();
    Map<String, List<FindingEntry>> byRow = new LinkedHashMap<>();
    pack.requirements().forEach(entry -> rows.add(entry.requirement().id()));
    for (FindingEntry finding : pack.findings()) {
      List<String> mine = finding.requirements().stream().filter(rows::contains).toList();
      for (String row : mine.isEmpty() ? List.of(finding.rule()) : mine) {
        byRow.computeIfAbsent(row, r -> new ArrayList<>()).add(finding);
      }
    }
    List<Test> tests = new ArrayList<>();
    for (PackReport.Entry entry : pack.requirements()) {
      String id = entry.requirement().id();
      List<FindingEntry> found = byRow.getOrDefault(id, List.of());
      boolean skipped = entry.status() == Status.NOT_APPLICABLE && found.isEmpty();
      tests.add(new Test(group, id + ": " + entry.requirement().title(), skipped, found));
      byRow.remove(id);
    }
    byRow.forEach((rule, found) -> tests.add(new Test(group, rule, false, found)));
    return tests;
  }

  private void write(PackReport pack, Test test) throws IOException {
    xml.begin("testcase", "classname", test.group(), "name", test.name(), "time", "0");
    if (test.fails()) {
      xml.begin("failure", "message", test.found().get(0).message(), "type", "finding")
          .text(told(pack, test.found()))
          .end();
    } else if (!test.found().isEmpty()) {
      xml.begin("system-out").text(told(pack, test.found())).end();
    } else if (test.isSkipped()) {
      xml.begin("skipped").end();
    }
    xml.end();
  }

  private static String told(PackReport pack, List<FindingEntry> found) {
    StringBuilder told = new StringBuilder();
    for (FindingEntry finding : found) {
      PackReport.Place place = finding.place();
      told.append(pack.located(place.file()).replace('\n', ' '))
          .append(":" + place.line() + ":" + place.column() + ": ")
          .append(finding.severity())
          .append(": ")
          .append(finding.message())
          .append(" [" + finding.rule() + "]\n");
    }
    return told.toString();
  }

  @Override
  public void end(Summary summary) throws IOException {
    xml.end().close();
  }
}
