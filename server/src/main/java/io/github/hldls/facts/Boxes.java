package io.github.hldls.facts;

import java.util.List;

/** Boxes that are drawn with lines of characters. */
final class Boxes {
  private static final List<String> LOWER = List.of("└─", "─┘", "┴", "╰", "┘");

  private Boxes() {}

  /** Whether the last box has an upper edge, and no box below it a lower one. */
  static boolean hasOpen(String block) {
    int top = block.lastIndexOf("┌─");
    return top >= 0
        && block.indexOf("─┐", top) >= 0
        && LOWER.stream().noneMatch(corner -> block.indexOf(corner, top) >= 0);
  }

  /** Whether a block draws several boxes. */
  static boolean isPicture(String block) {
    int first = block.indexOf("┌─");
    return first >= 0 && block.lastIndexOf("┌─") > first;
  }
}
