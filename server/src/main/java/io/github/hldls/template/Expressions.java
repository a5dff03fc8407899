package io.github.hldls.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All expressions of a template: what a vocabulary is made of. */
public final class Expressions {
  private Expressions() {}

  public static List<Expression> of(Template template) {
    List<Expression> all = new ArrayList<>();
    all.add(template.placeholder());
    for (Step step : template.steps()) {
      all.add(step.titles());
      step.topic()
          .ifPresent(
              t -> all.addAll(List.of(t.titles(), t.words(), t.absent(), t.reason(), t.change())));
    }
    for (Requirement row : template.requirements()) {
      all.add(row.forbids());
      for (Way way : row.evidence()) {
        all.addAll(
            Stream.concat(
                    Stream.of(way.title(), way.under(), way.notUnder(), way.not()),
                    way.has().stream())
                .toList());
      }
    }
    return all;
  }
}
