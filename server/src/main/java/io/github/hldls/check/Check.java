package io.github.hldls.check;

import io.github.hldls.facts.PackFacts;
import io.github.hldls.template.Template;
import java.util.List;

/** A pure function from what a pack says to what its reader should know. */
@FunctionalInterface
interface Check {
  List<Finding> findings(Template template, PackFacts facts, List<Verdict> verdicts);
}
