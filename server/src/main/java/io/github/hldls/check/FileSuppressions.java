package io.github.hldls.check;

import io.github.hldls.check.Suppression.Comment;
import io.github.hldls.check.Suppression.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Template;
import io.github.hldls.text.Near;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextEdit;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The suppressions of a file, and which of them silence something. */
final class FileSuppressions {
  private static final String UNUSED = "suppression/unused";
  private static final String UNKNOWN = "suppression/unknown";

  private final SourceText source;
  private final List<Comment> comments;
  private final Set<Integer> commentLines;
  private final List<Suppression> all;
  private final Set<Suppression> used = new HashSet<>();

  FileSuppressions(
      SourceText source, List<Comment> comments, Set<Integer> commentLines, List<Suppression> all) {
    this.source = source;
    this.comments = comments;
    this.commentLines = commentLines;
    this.all = all;
  }

  boolean isEmpty() {
    return comments.isEmpty();
  }

  /** The first line from one on that holds something beside comments for the checker. */
  static int contentLine(SourceText source, Set<Integer> commentLines, int from) {
    int line = Math.min(from, source.lineCount() - 1);
    while (line < source.lineCount() - 1
        && (commentLines.contains(line) || source.lineText(line).isBlank())) {
      line++;
    }
    return line;
  }

  /** The suppression that silences a rule at a place. */
  Optional<Suppression> of(String rule, TextRange place) {
    int line = source.lineOf(place.start());
    // What is said of a file as a whole, or of its first line, stands on the comments above it.
    int content = line == 0 ? contentLine(source, commentLines, 0) : line;
    Optional<Suppression> found = Optional.empty();
    for (Suppression suppression : all) {
      if (suppression.covers(content) && suppression.names(rule)) {
        used.add(suppression);
        found = found.or(() -> Optional.of(suppression));
      }
    }
    return found;
  }

  /** What is wrong with the suppressions themselves, once all findings have gone by. */
  List<Finding> findings(Template template, String file) {
    List<Finding> findings = new ArrayList<>();
    List<String> ids = template.ruleIds();
    for (Comment comment : comments) {
      if (comment.kind().isEmpty() || lacksRules(comment)) {
        findings.add(finding(UNKNOWN, misread(comment), file, comment.range(), whole(comment)));
        continue;
      }
      List<Suppression> idle =
          all.stream().filter(s -> s.comment().equals(comment) && !used.contains(s)).toList();
      if (comment.kind().get() == Kind.ENABLE) {
        if (all.stream().noneMatch(s -> s.end().filter(comment::equals).isPresent())) {
          String message = "Nothing is disabled here that this could enable again.";
          findings.add(finding(UNUSED, message, file, comment.range(), whole(comment)));
        }
      } else if (idle.size() == comment.rules().size()) {
        findings.add(finding(idle, ids, file, comment.range(), whole(comment)));
      } else {
        idle.forEach(s -> findings.add(finding(List.of(s), ids, file, s.range(), rule(s))));
      }
    }
    return findings.stream().map(f -> withSeverity(f, template)).toList();
  }

  private static Finding withSeverity(Finding finding, Template template) {
    return template.findings().stream()
        .filter(row -> row.id().equals(finding.rule()))
        .map(Requirement::severity)
        .findFirst()
        .map(finding::withSeverity)
        .orElse(finding);
  }

  private static boolean lacksRules(Comment comment) {
    return comment.rules().isEmpty() && !comment.kind().filter(Kind.ENABLE::equals).isPresent();
  }

  private static String misread(Comment comment) {
    if (comment.kind().isPresent()) {
      return comment.word() + " names no rule. Name the rules that it is for, or remove it.";
    }
    List<String> words = Arrays.stream(Kind.values()).map(Kind::word).toList();
    return "There is no " + comment.word() + Near.suggestion(comment.word(), words);
  }

  private Finding finding(
      List<Suppression> idle,
      List<String> ids,
      String file,
      TextRange range,
      List<TextEdit> removal) {
    List<String> unknown =
        idle.stream().map(Suppression::rule).filter(rule -> !isKnown(rule, ids, idle)).toList();
    if (!unknown.isEmpty()) {
      String message =
          unknown.stream()
              .map(rule -> "There is no rule " + rule + Near.suggestion(rule, ids))
              .collect(Collectors.joining(" "));
      return finding(UNKNOWN, message, file, range, removal);
    }
    String rules = idle.stream().map(Suppression::rule).collect(Collectors.joining(", "));
    String message = "Nothing is found here that this silences: " + rules + ". Remove it.";
    return finding(UNUSED, message, file, range, removal);
  }

  private static boolean isKnown(String rule, List<String> ids, List<Suppression> idle) {
    return idle.stream()
        .filter(s -> s.rule().equals(rule))
        .anyMatch(s -> ids.stream().anyMatch(s::names));
  }

  private static Finding finding(
      String rule, String message, String file, TextRange range, List<TextEdit> removal) {
    return new Finding(
        rule,
        io.github.hldls.template.Severity.WARNING,
        message,
        file,
        range,
        List.of(),
        List.of(),
        removal);
  }

  /** Removes a comment, and the one that ends it, if that is for the same rules. */
  private List<TextEdit> whole(Comment comment) {
    List<TextEdit> edits = new ArrayList<>();
    edits.add(removal(comment.range()));
    all.stream()
        .filter(s -> s.comment().equals(comment))
        .flatMap(s -> s.end().stream())
        .distinct()
        .filter(end -> onlyEnds(end, comment))
        .forEach(end -> edits.add(removal(end.range())));
    return edits;
  }

  private boolean onlyEnds(Comment end, Comment begin) {
    return all.stream()
        .filter(s -> s.end().filter(end::equals).isPresent())
        .allMatch(s -> s.comment().equals(begin));
  }

  private TextEdit removal(TextRange comment) {
    int first = source.lineOf(comment.start());
    int last = source.lineOf(comment.end());
    TextRange lines = new TextRange(source.lineStart(first), source.lineStart(last + 1));
    String around =
        source.text().substring(lines.start(), comment.start())
            + source.text().substring(comment.end(), lines.end());
    return new TextEdit(around.isBlank() ? lines : comment, "");
  }

  /** Removes one rule of several. */
  private List<TextEdit> rule(Suppression suppression) {
    List<TextRange> rules = suppression.comment().rules();
    int index = rules.indexOf(suppression.range());
    TextRange range =
        index + 1 < rules.size()
            ? new TextRange(suppression.range().start(), rules.get(index + 1).start())
            : new TextRange(rules.get(index - 1).end(), suppression.range().end());
    return List.of(new TextEdit(range, ""));
  }
}
