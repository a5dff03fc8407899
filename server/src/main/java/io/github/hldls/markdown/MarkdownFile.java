package io.github.hldls.markdown;

import io.github.hldls.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * A parsed Markdown file.
 *
 * @param source the text as it was written
 * @param blocks the top-level blocks in document order
 * @param fenceProblems the code fences that the parse had to repair, by line
 * @param read the same lines as they were parsed, with their fences repaired
 */
public record MarkdownFile(
    SourceText source, List<Block> blocks, List<FenceProblem> fenceProblems, SourceText read) {

  public MarkdownFile {
    blocks = List.copyOf(blocks);
    fenceProblems = List.copyOf(fenceProblems);
  }

  /** All blocks of a kind at any depth, in document order. */
  public <B extends Block> List<B> blocks(Class<B> kind) {
    List<B> found = new ArrayList<>();
    collect(blocks, kind, found);
    return found;
  }

  private static <B extends Block> void collect(List<Block> blocks, Class<B> kind, List<B> found) {
    for (Block block : blocks) {
      if (kind.isInstance(block)) {
        found.add(kind.cast(block));
      }
      collect(block.children(), kind, found);
    }
  }
}
