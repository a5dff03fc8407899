package io.github.hldls.facts;

import java.util.List;

/**
 * Whether a file uses what a step is about.
 *
 * @param state the answer
 * @param regions the passages about it, by index
 * @param statement the index of the passage that says that it does not apply; -1 for none
 * @param hasReason whether the statement says why
 * @param hasChange whether the statement says what would change if it did
 */
public record TopicUse(
    State state, List<Integer> regions, int statement, boolean hasReason, boolean hasChange) {

  public TopicUse {
    regions = List.copyOf(regions);
  }

  /** Whether a step applies. */
  public enum State {
    USED,
    NOT_APPLICABLE,
    /** Nothing is said about it. */
    SILENT
  }
}
