package io.github.hldls.editor;

import io.github.hldls.check.Status;
import io.github.hldls.facts.Passage;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a writer may want next. */
public final class Completions {

  /** Where the cursor stands in its line: what is typed, and what it starts. */
  private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s*(.*)$");

  private static final Pattern PART = Pattern.compile("^\\s*([A-C])\\)\\s*(.*)$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]*)$");
  private static final Pattern WORD =
      Pattern.compile("^\\s*(?:[\\p{L}\\p{N}][\\p{L}\\p{N} ,&:'()-]{0,40})?$");

  /**
   * One proposal.
   *
   * @param label what is listed
   * @param kind what sort it is
   * @param detail a few words more
   * @param filter what the typed text is compared with
   * @param edit what choosing it does
   * @param rule the row it is for; empty for none
   */
  public record Proposal(
      String label, Kinds kind, String detail, String filter, MarkedEdit edit, String rule) {}

  /** What sort a proposal is. */
  public enum Kinds {
    FILE_TEXT,
    STEP,
    SECTION,
    LINK
  }

  private final FileView file;
  private final List<Proposal> proposals = new ArrayList<>();

  private Completions(FileView file) {
    this.file = file;
  }

  /**
   * Best first.
   *
   * @param asked whether the writer asked, rather than typed a character that often starts
   *     something
   */
  public static List<Proposal> at(FileView file, int offset, boolean asked) {
    Completions completions = new Completions(file);
    int line = file.source().lineOf(offset);
    int start = file.source().lineStart(line);
    String before = file.text().substring(start, Math.max(start, offset));
    int end = file.source().line(line).end();
    Matcher link = LINK.matcher(before);
    if (link.find()) {
      completions.links(link.group(1), new TextRange(start + link.start(1), offset));
      return completions.proposals;
    }
    if (file.text().isBlank()) {
      completions.wholeFile();
    }
    Matcher heading = HEADING.matcher(before);
    Matcher part = PART.matcher(before);
    TextRange replaced = new TextRange(start, end);
    if (heading.matches()) {
      completions.sections(offset, replaced, heading.group(1).length());
    } else if (part.matches()) {
      completions.parts(offset, replaced, part.group(1));
    } else if ((asked || before.isBlank())
        && WORD.matcher(before).matches()
        && !completions.isInCode(offset)) {
      completions.sections(offset, replaced, 0);
    }
    return completions.proposals;
  }

  private boolean isInCode(int offset) {
    return file
        .facts()
        .file()
        .markdown()
        .blocks(io.github.hldls.markdown.Block.CodeBlock.class)
        .stream()
        .anyMatch(code -> code.range().contains(offset));
  }

  private void wholeFile() {
    String text =
        Drafts.file(file.role(), file.result().facts().pack().name(), file.catalogue()).strip();
    TextRange all = new TextRange(0, file.text().length());
    proposals.add(
        new Proposal(
            "Whole file: " + file.role().title(),
            Kinds.FILE_TEXT,
            "all that this file must hold",
            "",
            new MarkedEdit(all, text + "\n", true),
            ""));
  }

  /** Every section of the file: those missing in the step at hand first, then those elsewhere. */
  private void sections(int offset, TextRange replaced, int marks) {
    Optional<Step> here = StepPlaces.stepAt(file, offset);
    List<Step> order = new ArrayList<>(file.steps());
    here.ifPresent(
        step -> {
          order.remove(step);
          order.add(0, step);
        });
    int level = marks > 0 ? marks : levelAt(offset);
    for (Status wanted : List.of(Status.MISSING, Status.WEAK, Status.MET, Status.NOT_APPLICABLE)) {
      for (Step step : order) {
        if (wanted == Status.MISSING && file.missing(step).size() == file.asked(step).size()) {
          step(step, replaced, marks);
        }
        for (Requirement row : step.requirements()) {
          if (file.status(row) == wanted) {
            row(row, step, replaced, level);
          }
        }
      }
    }
    order.stream().filter(step -> !isWholeMissing(step)).forEach(s -> step(s, replaced, marks));
  }

  private boolean isWholeMissing(Step step) {
    return file.missing(step).size() == file.asked(step).size();
  }

  /** The level that a new section has at an offset. */
  private int levelAt(int offset) {
    Optional<Passage> section = Sections.innermost(file.facts(), offset);
    if (section.isEmpty()) {
      return 2;
    }
    boolean isContainer =
        StepPlaces.isWholeFile(section.get(), file.facts())
            || file.steps().stream()
                .anyMatch(s -> StepPlaces.sections(s, file).contains(section.get()));
    return Math.max(2, Math.min(6, section.get().level() + (isContainer ? 1 : 0)));
  }

  private void step(Step step, TextRange replaced, int marks) {
    List<Requirement> rows =
        step.requirements().stream().filter(r -> r.kind() != Kind.STATEMENT).toList();
    String text =
        Numbering.continued(
            Drafts.step(step, rows, marks > 0 ? marks : 2, file.catalogue()),
            replaced.start(),
            file);
    propose(
        step.heading(),
        Kinds.STEP,
        Progress.of(step, file).words(),
        new MarkedEdit(replaced, text, true),
        "");
  }

  private void row(Requirement row, Step step, TextRange replaced, int level) {
    String state =
        switch (file.status(row)) {
          case MET -> "is there";
          case WEAK -> "only touched";
          case MISSING -> "missing";
          case NOT_APPLICABLE -> "not applicable";
        };
    String part = row.part().isEmpty() ? "" : ", part " + row.part();
    String text =
        Numbering.continued(Drafts.row(row, level, file.catalogue()), replaced.start(), file);
    propose(
        row.title(),
        Kinds.SECTION,
        state + " · " + step.mention() + part,
        new MarkedEdit(replaced, text, true),
        row.id());
  }

  private void propose(String label, Kinds kind, String detail, MarkedEdit edit, String rule) {
    String typed = file.source().substring(edit.range()).strip();
    Matcher heading = HEADING.matcher(typed);
    // Editors filter by what is replaced, so the marks that were typed count as typed.
    String filter = heading.matches() ? heading.group(1) + " " + label : label;
    proposals.add(new Proposal(label, kind, detail, filter, edit, rule));
  }

  private void parts(int offset, TextRange replaced, String letter) {
    Optional<Step> here = StepPlaces.stepAt(file, offset);
    for (Step step : file.steps()) {
      if (here.isEmpty() || here.get().equals(step)) {
        for (Requirement row : step.requirements()) {
          if (row.part().equals(letter)) {
            row(row, step, replaced, levelAt(offset));
          }
        }
      }
    }
  }

  private void links(String typed, TextRange range) {
    int hash = typed.indexOf('#');
    if (hash >= 0) {
      Links.target(file, typed.substring(0, hash))
          .ifPresent(
              target ->
                  Anchors.of(target)
                      .forEach(
                          (anchor, section) ->
                              link(
                                  typed.substring(0, hash) + "#" + anchor,
                                  Sections.title(target, section),
                                  range)));
      return;
    }
    for (FileRole role : file.catalogue().template().files()) {
      if (file.result().facts().pack().file(role).isPresent()) {
        link("./" + role.name(), role.title(), range);
      }
    }
    Anchors.of(file.facts())
        .forEach(
            (anchor, section) -> link("#" + anchor, Sections.title(file.facts(), section), range));
  }

  private void link(String target, String detail, TextRange range) {
    proposals.add(
        new Proposal(target, Kinds.LINK, detail, target, new MarkedEdit(range, target, false), ""));
  }

  /** What a proposal's row asks, why, and how it is met. */
  public static Optional<String> documentation(Catalogue catalogue, String rule, Text text) {
    return catalogue
        .template()
        .requirement(rule)
        .map(
            row ->
                text.bold(row.text())
                    + "\n\n"
                    + text.led("Why it matters", row.why())
                    + "\n\n"
                    + text.led("What meets it", row.satisfies())
                    + "\n");
  }
}
