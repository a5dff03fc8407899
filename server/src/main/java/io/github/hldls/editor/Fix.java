package io.github.hldls.editor;

import io.github.hldls.check.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Something that an editor can do for a writer. What exactly it changes is found when it is chosen.
 *
 * @param title what it does, as a command to the editor
 * @param kind what sort it is
 * @param finding what it mends, if that is one finding
 * @param preferred whether it is the obvious choice
 * @param task what to do
 */
public record Fix(
    String title, Kind kind, Optional<Finding> finding, boolean preferred, Task task) {

  /** What sort a fix is. */
  public enum Kind {
    QUICK_FIX,
    REWRITE,
    SOURCE,
    FIX_ALL
  }

  /**
   * What to do, in words that can be sent to a client and back.
   *
   * @param action what to do
   * @param arguments the ids of rows, a step, or files; or the rule and the offset of a finding
   */
  public record Task(Action action, List<String> arguments) {
    public Task {
      arguments = List.copyOf(arguments);
    }
  }

  /** What can be done. */
  public enum Action {
    /** Insert sections for rows. */
    INSERT,
    /** Write an example under the heading of an empty section. */
    FILL,
    /** Make files with all that they must hold. */
    CREATE_FULL,
    /** Make files with headings alone. */
    CREATE_SKELETON,
    /** State that a step does not apply. */
    DECLARE,
    /** Put a step's parts in the template's order. */
    REORDER,
    /** Apply the edits that come with findings of a rule. */
    MEND,
    /** Write a comment that silences a rule at a place. */
    SUPPRESS_LINE,
    /** Write a comment that silences a rule in the file. */
    SUPPRESS_FILE
  }
}
