package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.facts.PackFacts;
import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Template;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Packs written in tests: lines such as {@code -- 01-all.md --} split their files. */
final class CheckTexts {
  private final Template template;
  private final PackChecker checker;

  CheckTexts(Template template) {
    this.template = template;
    this.checker = new PackChecker(template);
  }

  Pack pack(String text, Map<String, String> unreadable) {
    List<PackFile> files = new ArrayList<>();
    for (FileRole role : template.files()) {
      String mark = "-- " + role.name() + " --\n";
      int start = text.indexOf(mark);
      if (start >= 0) {
        int end = text.indexOf("\n-- ", start);
        String body = text.substring(start + mark.length(), end < 0 ? text.length() : end + 1);
        files.add(
            new PackFile(role, "lots/" + role.name(), MarkdownParser.parse(new SourceText(body))));
      }
    }
    return new Pack("lots", "lots", files, unreadable, true);
  }

  PackFacts facts(String text) {
    return checker.check(pack(text, Map.of())).facts();
  }

  List<Verdict> verdicts(String text) {
    return checker.check(pack(text, Map.of())).verdicts();
  }

  List<Finding> missing(String text) {
    return missing(text, Map.of());
  }

  List<Finding> missing(String text, Map<String, String> unreadable) {
    PackResult result = checker.check(pack(text, unreadable));
    return MissingRows.of(template, result.facts(), result.verdicts());
  }

  /** The findings of a rule, or of a group of rules by the beginning of their ids. */
  List<Finding> findings(String rule, String text) {
    return checked(text).stream()
        .filter(finding -> finding.rule().startsWith(rule))
        // What is not there at all is not what these tests are about.
        .filter(finding -> finding.requirements().isEmpty())
        .toList();
  }

  List<Finding> checked(String text) {
    PackResult result = checker.check(pack(text, Map.of()));
    assertThat(result.failures()).isEmpty();
    return result.findings();
  }

  /** The text at a place of a pack's file. */
  String text(String pack, String path, TextRange range) {
    return pack(pack, Map.of()).files().stream()
        .filter(file -> file.path().equals(path))
        .map(file -> file.markdown().source().substring(range))
        .findFirst()
        .orElseThrow();
  }
}
