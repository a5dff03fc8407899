package io.github.hldls.check;

import java.util.List;

/** All checks, in the order in which they are made. */
final class Checks {
  static final List<Check> ALL =
      List.of(
          MissingRows::of,
          WeakRows::of,
          MisplacedSections::of,
          StrayFences::of,
          Deferrals::of,
          WrongCalculations::of,
          UnfoundedNumbers::of,
          UnexplainedTechnologies::of,
          PartsPerTechnology::of,
          PromisedFlows::of,
          BareDiagrams::of,
          UnstatedSteps::of,
          BareDecisions::of,
          Contradictions::of,
          UnknownEndpoints::of,
          UnknownTables::of);

  private Checks() {}
}
