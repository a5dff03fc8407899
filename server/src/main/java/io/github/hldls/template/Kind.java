package io.github.hldls.template;

/** What sort of requirement a row is. */
public enum Kind {
  /** Something that a section says. */
  TOPIC,
  /** One of a step's parts, such as A) Concept. */
  PART,
  /** A concrete run through the system. */
  SIMULATION,
  /** A question that must be answered. */
  QUESTION,
  /** A statement that takes the place of a step that does not apply. */
  STATEMENT,
  /** Something that is asked only if its condition holds. */
  CONDITIONAL,
  /** A rule about every file. */
  GLOBAL
}
