package io.github.hldls.template;

import java.util.ArrayList;
import java.util.List;

/** The expressions of a template: what a vocabulary is made of. */
public final class Expressions {
  private Expressions() {}

  /** All of them, some more than once. */
  public static List<Expression> of(Template template) {
    List<Expression> all = new ArrayList<>(everywhere(template));
    template.steps().forEach(step -> all.addAll(of(step)));
    return all;
  }

  /** Those by which a file is judged. */
  public static List<Expression> of(Template template, FileRole file) {
    List<Expression> some = new ArrayList<>(everywhere(template));
    template.stepsIn(file).forEach(step -> some.addAll(of(step)));
    return some;
  }

  private static List<Expression> everywhere(Template template) {
    List<Expression> all = new ArrayList<>();
    all.add(template.placeholder());
    all.add(template.technologyNames().expression());
    all.addAll(template.phrases().values());
    template.quantities().forEach(quantity -> all.add(quantity.says()));
    template.rules().forEach(rule -> all.addAll(of(rule)));
    return all;
  }

  private static List<Expression> of(Step step) {
    List<Expression> some = new ArrayList<>();
    some.add(step.titles());
    step.topic()
        .ifPresent(
            t -> some.addAll(List.of(t.titles(), t.words(), t.absent(), t.reason(), t.change())));
    step.requirements().forEach(row -> some.addAll(of(row)));
    return some;
  }

  private static List<Expression> of(Requirement row) {
    List<Expression> some = new ArrayList<>();
    some.add(row.forbids());
    for (Way way : row.evidence()) {
      some.addAll(List.of(way.title(), way.under(), way.notUnder(), way.not()));
      some.addAll(way.has());
    }
    return some;
  }
}
