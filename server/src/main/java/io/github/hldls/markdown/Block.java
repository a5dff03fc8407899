package io.github.hldls.markdown;

import io.github.hldls.text.TextRange;
import java.util.List;

/**
 * A CommonMark block. Ranges are offsets into the source as it was written; containers hold their
 * children in document order.
 */
public sealed interface Block {

  /** From the block's first character to the end of its last line, without that line's ending. */
  TextRange range();

  /** The same block in a text where it stands so many characters later; earlier if negative. */
  Block moved(int by);

  private static List<Block> moved(List<Block> blocks, int by) {
    return blocks.stream().map(block -> block.moved(by)).toList();
  }

  /** The blocks directly inside; empty for leaves. */
  default List<Block> children() {
    return List.of();
  }

  /**
   * An ATX or setext heading.
   *
   * @param title the heading's text without its markers
   * @param level 1 to 6
   */
  record Heading(TextRange range, TextRange title, int level) implements Block {
    @Override
    public Block moved(int by) {
      return new Heading(range.moved(by), title.moved(by), level);
    }
  }

  record Paragraph(TextRange range) implements Block {
    @Override
    public Block moved(int by) {
      return new Paragraph(range.moved(by));
    }
  }

  /**
   * A list.
   *
   * @param ordered whether its items are numbered
   */
  record ListBlock(TextRange range, boolean ordered, List<Block> children) implements Block {
    public ListBlock {
      children = List.copyOf(children);
    }

    @Override
    public Block moved(int by) {
      return new ListBlock(range.moved(by), ordered, Block.moved(children, by));
    }
  }

  record Item(TextRange range, List<Block> children) implements Block {
    public Item {
      children = List.copyOf(children);
    }

    @Override
    public Block moved(int by) {
      return new Item(range.moved(by), Block.moved(children, by));
    }
  }

  record Quote(TextRange range, List<Block> children) implements Block {
    public Quote {
      children = List.copyOf(children);
    }

    @Override
    public Block moved(int by) {
      return new Quote(range.moved(by), Block.moved(children, by));
    }
  }

  /**
   * A GFM table.
   *
   * @param rows the header first; the delimiter row is not among them
   */
  record Table(TextRange range, List<Row> rows) implements Block {
    public Table {
      rows = List.copyOf(rows);
    }

    @Override
    public Block moved(int by) {
      return new Table(range.moved(by), rows.stream().map(row -> row.moved(by)).toList());
    }
  }

  /** A table row; {@code cells} are the ranges of their trimmed texts. */
  record Row(TextRange range, List<TextRange> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    Row moved(int by) {
      return new Row(range.moved(by), cells.stream().map(cell -> cell.moved(by)).toList());
    }
  }

  /**
   * A fenced or indented code block.
   *
   * @param content the lines inside the fences
   * @param info the info string's first word in lower case; empty without one
   */
  record CodeBlock(TextRange range, TextRange content, String info) implements Block {
    @Override
    public Block moved(int by) {
      return new CodeBlock(range.moved(by), content.moved(by), info);
    }
  }

  record Html(TextRange range) implements Block {
    @Override
    public Block moved(int by) {
      return new Html(range.moved(by));
    }
  }

  record ThematicBreak(TextRange range) implements Block {
    @Override
    public Block moved(int by) {
      return new ThematicBreak(range.moved(by));
    }
  }

  /** The YAML between {@code ---} lines at the top of a file. */
  record FrontMatter(TextRange range) implements Block {
    @Override
    public Block moved(int by) {
      return new FrontMatter(range.moved(by));
    }
  }
}
