package io.github.hldls.check;

import io.github.hldls.calculation.Calculation;
import io.github.hldls.calculation.Figure;
import io.github.hldls.check.Finding.Related;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.template.Expression;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import io.github.hldls.text.TextRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Estimates that are merely stated: no calculation of the pack has them as an operand or a result,
 * and nothing gives or assumes them. Only in the files of the steps whose rows the rule follows.
 */
final class UnfoundedNumbers {
  /** So many numbers above one may be what it follows from without a word. */
  private static final int NEAR = 8;

  private UnfoundedNumbers() {}

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    List<Finding> findings = new ArrayList<>();
    for (Requirement rule : Rules.checkedBy(WrongCalculations.CHECK, template)) {
      List<Estimates> open = open(facts, files(rule, template), template);
      for (Estimates estimates : open) {
        findings.add(finding(rule, estimates.file(), estimates.figures()));
      }
    }
    return findings.size() > Rules.MOST ? findings.subList(0, Rules.MOST) : findings;
  }

  /** The estimates of a section. */
  private record Estimates(FileFacts file, List<Figure> figures) {}

  /**
   * The estimates of some files that nothing in the pack gives. One file after the other is asked
   * for what it gives, until nothing is left to ask for.
   */
  private static List<Estimates> open(PackFacts facts, Set<String> files, Template template) {
    List<Estimates> open = new ArrayList<>();
    for (FileFacts file : facts.files().values()) {
      if (files.contains(file.file().role().id())) {
        file.once(UnfoundedNumbers.class, "open", () -> open(file, template))
            .values()
            .forEach(figures -> open.add(new Estimates(file, figures)));
      }
    }
    boolean before = true;
    for (FileFacts file : facts.files().values()) {
      if (open.isEmpty()) {
        break;
      }
      before &= !files.contains(file.file().role().id());
      boolean given = before;
      double[] founded =
          file.once(
              UnfoundedNumbers.class, "founded " + given, () -> founded(file, given, template));
      open.replaceAll(e -> new Estimates(e.file(), without(e.figures(), founded)));
      open.removeIf(e -> e.figures().isEmpty());
    }
    return open;
  }

  private static List<Figure> without(List<Figure> figures, double[] founded) {
    return figures.stream().filter(figure -> !figure.isAmong(founded)).toList();
  }

  private static Set<String> files(Requirement rule, Template template) {
    Set<String> files = new HashSet<>();
    for (Step step : template.steps()) {
      if (step.requirements().stream().anyMatch(row -> rule.follows().contains(row.id()))) {
        files.add(step.file());
      }
    }
    return files;
  }

  /**
   * The numbers that a file calculates, calculates with, gives or assumes, in order; all that it
   * says if it stands before the estimates.
   */
  private static double[] founded(FileFacts file, boolean given, Template template) {
    List<Figure> founded = new ArrayList<>();
    for (Calculation sum : file.calculations()) {
      String text = sum.expression() + " ; " + sum.claimed() + " ; " + sum.computed();
      founded.addAll(Figure.all(text, file.numberStyle()));
    }
    int last = -1;
    boolean told = given;
    for (Figure figure : file.figures()) {
      int line = file.source().lineOf(figure.range().start());
      told = given || (line == last ? told : isGiven(file, line, template));
      last = line;
      if (told) {
        founded.add(figure);
      }
    }
    double[] numbers = new double[2 * founded.size()];
    for (int i = 0; i < founded.size(); i++) {
      numbers[2 * i] = founded.get(i).value();
      numbers[2 * i + 1] = founded.get(i).number();
    }
    Arrays.sort(numbers);
    return numbers;
  }

  /** Whether a line, or the section around it, says where its numbers come from. */
  private static boolean isGiven(FileFacts file, int line, Template template) {
    Expression given = template.phrase("given");
    TextRange range = file.source().line(line);
    int from = file.tokens().firstFrom(range.start());
    int to = file.tokens().firstFrom(range.end());
    return from < to
        && (file.count(given, from, to) > 0 || file.pathMentions(given, file.ownerOf(from)));
  }

  /** The first estimate of each line that neither is given nor follows from the lines above. */
  private static Map<Passage, List<Figure>> open(FileFacts file, Template template) {
    Map<Passage, List<Figure>> bySection = new LinkedHashMap<>();
    BitSet calculated = calculated(file);
    Deque<Figure> above = new ArrayDeque<>();
    for (int line = 0; line < file.source().lineCount(); line++) {
      TextRange range = file.source().line(line);
      int token = file.tokens().firstFrom(range.start());
      if (token >= file.tokens().count() || file.isHeading(token)) {
        above.clear();
        continue;
      }
      List<Figure> stated = Figure.stated(file.source(), range, file.numberStyle());
      Optional<Figure> estimate = stated.stream().filter(Figure::estimated).findFirst();
      if (estimate.isPresent()
          && !calculated.get(line)
          && !isGiven(file, line, template)
          && stated.stream().noneMatch(figure -> follows(figure, above))) {
        bySection.computeIfAbsent(section(file, token), s -> new ArrayList<>()).add(estimate.get());
      }
      stated.forEach(above::addFirst);
      while (above.size() > NEAR) {
        above.removeLast();
      }
    }
    return bySection;
  }

  /** The lines that have a part in a calculation. */
  private static BitSet calculated(FileFacts file) {
    BitSet lines = new BitSet();
    for (Calculation sum : file.calculations()) {
      lines.set(
          file.source().lineOf(sum.range().start()), file.source().lineOf(sum.range().end()) + 1);
    }
    return lines;
  }

  private static boolean follows(Figure figure, Deque<Figure> above) {
    return above.stream().anyMatch(a -> above.stream().anyMatch(b -> figure.follows(a, b)));
  }

  private static Passage section(FileFacts file, int token) {
    int index = file.ownerOf(token);
    while (index > 0 && file.passage(index).kind() != Passage.Kind.SECTION) {
      index = file.passage(index).parent();
    }
    return file.passage(index);
  }

  private static Finding finding(Requirement rule, FileFacts file, List<Figure> figures) {
    List<Related> others =
        figures.stream()
            .skip(1)
            .map(f -> new Related(file.file().path(), f.range(), "Nothing gives this, either"))
            .toList();
    String first = file.source().substring(figures.get(0).range());
    String more =
        others.isEmpty()
            ? ""
            : ", nor "
                + others.size()
                + " more number"
                + (others.size() > 1 ? "s" : "")
                + " of this section";
    return new Finding(
        rule.id(),
        Severity.INFO,
        "No calculation, source or assumption in this pack gives "
            + first
            + more
            + ". Show what it is calculated from, or mark it as assumed.",
        file.file().path(),
        figures.get(0).range(),
        List.of(),
        others,
        List.of());
  }
}
