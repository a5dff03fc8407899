package io.github.hldls.facts;

import java.util.List;

/** Tells drawings from other code. */
final class Drawings {
  private static final List<String> LANGUAGES =
      List.of("mermaid", "plantuml", "puml", "dot", "graphviz", "d2", "ditaa");
  private static final List<String> ARROWS = List.of("->", "=>", "→", "<-", "▼", "└", "+--", "- >");
  private static final int MIN_BOX_CHARACTERS = 12;
  private static final int MIN_ARROW_LINES = 3;

  private Drawings() {}

  /**
   * Whether a code block is a drawing: in a language for drawings, of boxes, or of arrows in
   * several of its lines.
   *
   * @param block its text with its fences
   */
  static boolean isDrawing(String block) {
    int firstLine = block.indexOf('\n');
    String fence = firstLine < 0 ? block : block.substring(0, firstLine);
    if (LANGUAGES.stream().anyMatch(fence::contains)) {
      return true;
    }
    long boxes =
        block.chars().filter(c -> c >= '\u2500' && c <= '\u257F').limit(MIN_BOX_CHARACTERS).count();
    long arrows =
        block
            .lines()
            .filter(line -> ARROWS.stream().anyMatch(line::contains))
            .limit(MIN_ARROW_LINES)
            .count();
    return boxes == MIN_BOX_CHARACTERS || arrows == MIN_ARROW_LINES;
  }

  /** Whether a block is in a language for drawings, or of several boxes. */
  static boolean isPicture(String block) {
    int firstLine = block.indexOf('\n');
    String fence = firstLine < 0 ? block : block.substring(0, firstLine);
    return LANGUAGES.stream().anyMatch(fence::contains) || Boxes.isPicture(block);
  }
}
