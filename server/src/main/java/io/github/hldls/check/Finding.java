package io.github.hldls.check;

import io.github.hldls.template.Severity;
import io.github.hldls.text.TextEdit;
import io.github.hldls.text.TextRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a reader of the pack should know.
 *
 * @param rule the id of the rule
 * @param severity how much it matters
 * @param message what is wrong, where it belongs, and what would mend it
 * @param file the path of the file it stands in
 * @param range where it stands; empty at the start for a whole file
 * @param requirements the ids of the rows that it stands for
 * @param related other places that belong to it
 * @param fix the edits of the same file that mend it for certain; empty for none
 */
public record Finding(
    String rule,
    Severity severity,
    String message,
    String file,
    TextRange range,
    List<String> requirements,
    List<Related> related,
    List<TextEdit> fix) {

  public Finding {
    requirements = List.copyOf(requirements);
    related = List.copyOf(related);
    fix = List.copyOf(fix);
  }

  Finding withSeverity(Severity other) {
    return new Finding(rule, other, message, file, range, requirements, related, fix);
  }

  Finding withRequirements(List<String> rows) {
    return new Finding(rule, severity, message, file, range, rows, related, fix);
  }

  /** Another place that belongs to a finding, and what is there. */
  public record Related(String file, TextRange range, String message) {
    // The JDK would make these when they are first called, which takes longer than to read a file.

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Related o
          && file.equals(o.file)
          && range.equals(o.range)
          && message.equals(o.message);
    }

    @Override
    public int hashCode() {
      return 31 * file.hashCode() + range.hashCode();
    }
  }
}
