package io.github.hldls.facts;

import io.github.hldls.template.Expression;
import io.github.hldls.template.Template;
import java.util.List;

/**
 * Counts the steps of a run of events: numbered lines, lines with arrows or times, rows of a table,
 * messages of a sequence diagram, and in plain sentences the words that put them in order.
 */
public final class Flows {
  private static final List<String> ARROWS =
      List.of("→", "->", "⇒", "=>", "↓", "▼", "-->", "──▶", "──>");

  private Flows() {}

  public static int steps(FileFacts file, Passage section, Template template) {
    int steps = 0;
    String text = file.source().substring(section.range());
    for (String line : text.split("\n", -1)) {
      if (isStep(line.strip())) {
        steps++;
      }
    }
    Expression order = template.phrase("order");
    return steps + file.count(order, section.titleEndToken, section.endToken);
  }

  private static boolean isStep(String line) {
    int i = 0;
    while (i < line.length() && !Character.isLetterOrDigit(line.charAt(i))) {
      i++;
    }
    int end = i;
    while (end < line.length() && Character.isDigit(line.charAt(end))) {
      end++;
    }
    boolean numbered = end > i && end < line.length() && ".):|".indexOf(line.charAt(end)) >= 0;
    boolean timed =
        i + 1 < line.length()
            && "Tt".indexOf(line.charAt(i)) >= 0
            && "+=".indexOf(line.charAt(i + 1)) >= 0;
    return numbered || timed || line.startsWith("|") || ARROWS.stream().anyMatch(line::contains);
  }
}
