package io.github.hldls.editor;

import io.github.hldls.check.Finding;
import io.github.hldls.check.Status;
import io.github.hldls.check.Verdict;
import io.github.hldls.facts.Passage;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.template.Technology;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What an editor says of the place under the pointer. */
public final class Hovers {

  /** An answer: what it is about, and the words. */
  public record Hover(TextRange range, String text) {}

  private final FileView file;
  private final Text text;
  private final UnaryOperator<String> uris;

  private Hovers(FileView file, Text text, UnaryOperator<String> uris) {
    this.file = file;
    this.text = text;
    this.uris = uris;
  }

  /**
   * The hover at an offset.
   *
   * @param uris gives the URI of a file, for links
   */
  public static Optional<Hover> at(
      FileView file, int offset, Text text, UnaryOperator<String> uris) {
    Hovers hovers = new Hovers(file, text, uris);
    return hovers
        .technology(offset)
        .or(() -> hovers.heading(offset))
        .or(() -> hovers.calculation(offset))
        .or(() -> hovers.finding(offset))
        .or(() -> hovers.label(offset));
  }

  private Optional<Hover> technology(int offset) {
    return Technologies.at(file, offset)
        .filter(word -> Sections.headedAt(file.facts(), offset).isEmpty())
        .map(word -> new Hover(word.range(), technologyText(word.name())));
  }

  private String technologyText(String name) {
    StringBuilder out = new StringBuilder(text.bold(text.escape(name))).append("\n\n");
    Technologies.known(file, name)
        .map(Technology::about)
        .filter(about -> !about.isEmpty())
        .ifPresent(about -> out.append(text.escape(about)).append("\n\n"));
    Optional<Technologies.Mention> explained = Technologies.explained(file, name);
    out.append(
        explained
            .map(m -> "Explained in " + place(m.file(), m.range()) + ".\n\n")
            .orElse("This pack does not explain it.\n\n"));
    for (Step step : file.catalogue().template().steps()) {
      if (!step.parts().isEmpty() && Technologies.isOfStep(name, step, file)) {
        for (Requirement row : step.requirements()) {
          if (row.kind() == io.github.hldls.template.Kind.PART) {
            out.append(text.item(status(row)));
          }
        }
      }
    }
    int uses = Technologies.mentions(file, name).size();
    return out.append("\nNamed ")
        .append(uses)
        .append(uses == 1 ? " time" : " times")
        .append(" in the pack.\n")
        .toString();
  }

  private String place(PackFile in, TextRange range) {
    int line = in.markdown().source().lineOf(range.start());
    return text.link(in.role().name() + ":" + (line + 1), uris.apply(in.path()), line);
  }

  /** The same, without the name of the file that the reader is in. */
  private String evidence(PackFile in, TextRange range) {
    int line = in.markdown().source().lineOf(range.start());
    return in.path().equals(file.path())
        ? text.link("line " + (line + 1), uris.apply(in.path()), line)
        : place(in, range);
  }

  private Optional<Hover> calculation(int offset) {
    return Sums.at(file, offset).map(sum -> new Hover(sum.range(), Sums.words(sum, text)));
  }

  private Optional<Hover> heading(int offset) {
    Optional<Passage> section = Sections.headedAt(file.facts(), offset);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Passage heading = section.get();
    if (heading.level() == 1 && Sections.of(file.facts()).indexOf(heading) == 0) {
      return Optional.of(new Hover(heading.title(), overview()));
    }
    List<Requirement> rows = StepPlaces.rowsBySection(file).getOrDefault(heading, List.of());
    for (Step step : file.steps()) {
      if (StepPlaces.sections(step, file).contains(heading)) {
        return Optional.of(new Hover(heading.title(), checklist(step)));
      }
    }
    if (!rows.isEmpty()) {
      return Optional.of(new Hover(heading.title(), rows(rows)));
    }
    return findingOn(heading.title())
        .or(
            () ->
                StepPlaces.stepAt(file, offset)
                    .map(step -> new Hover(heading.title(), checklist(step))));
  }

  private Optional<Hover> findingOn(TextRange range) {
    return file.findings().stream()
        .filter(finding -> finding.range().overlaps(range))
        .findFirst()
        .map(finding -> new Hover(range, finding(finding)));
  }

  private Optional<Hover> finding(int offset) {
    return file.findings().stream()
        .filter(f -> f.range().contains(offset) || f.range().start() == offset)
        .findFirst()
        .map(finding -> new Hover(finding.range(), finding(finding)));
  }

  /** A label: what it is evidence for. */
  private Optional<Hover> label(int offset) {
    for (Passage passage : file.facts().passages()) {
      if (passage.kind() != Passage.Kind.SECTION && passage.title().contains(offset)) {
        List<Requirement> rows = new ArrayList<>();
        for (Step step : file.steps()) {
          for (Requirement row : step.requirements()) {
            if (file.verdict(row).evidence().stream()
                .anyMatch(e -> e.range().equals(passage.range()))) {
              rows.add(row);
            }
          }
        }
        if (!rows.isEmpty()) {
          return Optional.of(new Hover(passage.title(), rows(rows)));
        }
      }
    }
    return Optional.empty();
  }

  private String finding(Finding finding) {
    StringBuilder out = new StringBuilder(finding.message()).append("\n\n");
    List<Requirement> rows =
        finding.requirements().stream()
            .flatMap(id -> file.catalogue().template().requirement(id).stream())
            .toList();
    if (rows.size() == 1) {
      out.append(rule(rows.get(0)));
    } else if (!rows.isEmpty()) {
      rows.forEach(row -> out.append(text.item(status(row))));
    } else {
      file.catalogue().template().findings().stream()
          .filter(rule -> rule.id().equals(finding.rule()))
          .findFirst()
          .ifPresent(rule -> out.append(text.led("Why it matters", rule.why())));
    }
    return out.append("\n\n").append(text.code(finding.rule())).append('\n').toString();
  }

  private String rows(List<Requirement> rows) {
    StringBuilder out = new StringBuilder();
    rows.forEach(row -> out.append(text.item(status(row))));
    return out.append('\n').append(rule(rows.get(0))).toString();
  }

  /** A rule: its text, why it matters, what meets it, an example. */
  private String rule(Requirement row) {
    StringBuilder out = new StringBuilder();
    out.append(text.bold(row.text())).append("\n\n");
    out.append(text.led("Why it matters", row.why())).append("\n\n");
    out.append(text.led("What meets it", row.satisfies())).append("\n\n");
    file.catalogue()
        .examples()
        .plain(row.id())
        .ifPresent(
            sample -> out.append(text.bold("Example:")).append("\n\n").append(text.sample(sample)));
    return out.toString();
  }

  /** The rules of a step with what the checker says of each. */
  private String checklist(Step step) {
    Progress progress = Progress.of(step, file);
    StringBuilder out = new StringBuilder();
    out.append(text.bold(step.heading())).append(" (").append(progress.words()).append(")\n\n");
    step.requirements().forEach(row -> out.append(text.item(status(row))));
    return out.toString();
  }

  private String status(Requirement row) {
    Verdict verdict = file.verdict(row);
    String mark = Progress.mark(verdict.status());
    String links =
        verdict.evidence().stream()
            .limit(2)
            .map(evidence -> evidence(evidence.file(), evidence.range()))
            .distinct()
            .reduce((a, b) -> a + ", " + b)
            .map(places -> " (" + places + ")")
            .orElse("");
    return mark + " " + row.title() + (verdict.status() == Status.MISSING ? "" : links);
  }

  /** The file's steps and how complete the pack is. */
  private String overview() {
    StringBuilder out = new StringBuilder(text.bold(file.role().title())).append("\n\n");
    for (Step step : file.steps()) {
      out.append(text.item(step.heading() + ", " + Progress.of(step, file).words()));
    }
    out.append("\nPack ")
        .append(text.bold(text.escape(file.result().facts().pack().name())))
        .append(": ")
        .append(Progress.of(file.result()).words())
        .append("\n\n");
    for (Map.Entry<FileRole, Progress> entry : Progress.byFile(file).entrySet()) {
      boolean isThere = file.result().facts().pack().file(entry.getKey()).isPresent();
      out.append(
          text.item(
              entry.getKey().name() + ": " + (isThere ? entry.getValue().words() : "not there")));
    }
    return out.toString();
  }
}
