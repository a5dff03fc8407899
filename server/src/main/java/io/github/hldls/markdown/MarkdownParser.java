package io.github.hldls.markdown;

import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown as blocks. Inline structure is not built: it is not needed to know where things
 * stand, and costs as much as all the rest.
 */
public final class MarkdownParser {
  // Deep nesting is slow and recursive to walk; nobody writes more than a few levels.
  private static final int MAX_NESTING = 60;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .inlineParserFactory(context -> (lines, node) -> {})
          .maxOpenBlockParsers(MAX_NESTING)
          .build();

  private final SourceText source;

  private MarkdownParser(SourceText source) {
    this.source = source;
  }

  /** Parses any text; nothing makes this fail. */
  public static MarkdownFile parse(SourceText source) {
    return new MarkdownParser(source).run();
  }

  private MarkdownFile run() {
    FenceRepair.Repaired repaired = FenceRepair.repair(source);
    String text = repaired.text();
    List<Block> blocks = new ArrayList<>();
    if (text.startsWith("\uFEFF")) {
      text = " " + text.substring(1);
    }
    int frontMatterEnd = frontMatterEnd();
    if (frontMatterEnd > 0) {
      TextRange range = source.lines(0, frontMatterEnd);
      blocks.add(new Block.FrontMatter(range));
      text = blankLines(text, range.end());
    }
    blocks.addAll(convertChildren(PARSER.parse(text)));
    return new MarkdownFile(source, blocks, repaired.problems());
  }

  /** The line of the closing {@code ---} of front matter, or -1. */
  private int frontMatterEnd() {
    if (!source.lineText(0).replace("\uFEFF", "").equals("---")) {
      return -1;
    }
    for (int line = 1; line < source.lineCount(); line++) {
      String text = source.lineText(line);
      if (text.equals("---") || text.equals("...")) {
        return line;
      }
      if (text.startsWith("#") && text.startsWith(" ", 1)) {
        return -1;
      }
    }
    return -1;
  }

  /** The text with every character before {@code end} blank, but for line endings. */
  private static String blankLines(String text, int end) {
    StringBuilder blank = new StringBuilder(text);
    for (int i = 0; i < Math.min(end, blank.length()); i++) {
      char c = blank.charAt(i);
      if (c != '\n' && c != '\r') {
        blank.setCharAt(i, ' ');
      }
    }
    return blank.toString();
  }

  private List<Block> convertChildren(Node parent) {
    List<Block> blocks = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (!node.getSourceSpans().isEmpty()) {
        blocks.add(convert(node));
      }
    }
    return blocks;
  }

  private Block convert(Node node) {
    TextRange range = range(node);
    if (node instanceof org.commonmark.node.Heading heading) {
      return new Block.Heading(range, headingTitle(range), heading.getLevel());
    }
    if (node instanceof BulletList) {
      return new Block.ListBlock(range, false, convertChildren(node));
    }
    if (node instanceof OrderedList) {
      return new Block.ListBlock(range, true, convertChildren(node));
    }
    if (node instanceof ListItem) {
      return new Block.Item(range, convertChildren(node));
    }
    if (node instanceof BlockQuote) {
      return new Block.Quote(range, convertChildren(node));
    }
    if (node instanceof FencedCodeBlock code) {
      return fencedCode(node, range, code.getInfo());
    }
    if (node instanceof IndentedCodeBlock) {
      return new Block.CodeBlock(range, range, "");
    }
    if (node instanceof HtmlBlock) {
      return new Block.Html(range);
    }
    if (node instanceof TableBlock) {
      return new Block.Table(range, rows(node));
    }
    if (node instanceof org.commonmark.node.ThematicBreak) {
      return new Block.ThematicBreak(range);
    }
    return new Block.Paragraph(range);
  }

  /** A heading's text: its line without {@code #}s, or the lines above a setext underline. */
  private TextRange headingTitle(TextRange range) {
    String text = source.text();
    int start = range.start();
    int end = range.end();
    if (text.charAt(start) == '#') {
      while (start < end && text.charAt(start) == '#') {
        start++;
      }
      int trimmed = end;
      while (trimmed > start && text.charAt(trimmed - 1) == '#') {
        trimmed--;
      }
      // spec: The optional closing sequence must be preceded by spaces or tabs.
      if (trimmed < end && (trimmed == start || Character.isWhitespace(text.charAt(trimmed - 1)))) {
        end = trimmed;
      }
    } else {
      end = Math.max(start, source.line(source.lineOf(Math.max(start, end - 1))).start());
    }
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new TextRange(start, end);
  }

  private Block fencedCode(Node node, TextRange range, String info) {
    List<SourceSpan> spans = node.getSourceSpans();
    int first = spans.get(0).getLineIndex() + 1;
    int last = spans.get(spans.size() - 1).getLineIndex();
    boolean closed =
        Fence.at(source.text(), source.line(last).start(), source.line(last).end()) != null;
    int start = Math.min(source.lineStart(first), range.end());
    int end = closed && last >= first ? source.lineStart(last) : range.end();
    String word =
        info == null ? "" : info.strip().split("\\s", 2)[0].toLowerCase(java.util.Locale.ROOT);
    return new Block.CodeBlock(range, new TextRange(start, Math.max(start, end)), word);
  }

  private List<Block.Row> rows(Node table) {
    List<Block.Row> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow && !row.getSourceSpans().isEmpty()) {
          rows.add(new Block.Row(range(row), cells(row)));
        }
      }
    }
    return rows;
  }

  private List<TextRange> cells(Node row) {
    List<TextRange> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell && !cell.getSourceSpans().isEmpty()) {
        cells.add(range(cell));
      }
    }
    return cells;
  }

  /** A node's range in the source; the parsed text has the same lines, though not their lengths. */
  private TextRange range(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    SourceSpan first = spans.get(0);
    SourceSpan last = spans.get(spans.size() - 1);
    int start = offset(first.getLineIndex(), first.getColumnIndex());
    int end = offset(last.getLineIndex(), last.getColumnIndex() + last.getLength());
    return new TextRange(start, Math.max(start, end));
  }

  private int offset(int line, int column) {
    TextRange range = source.line(Math.min(line, source.lineCount() - 1));
    return Math.min(range.start() + column, range.end());
  }
}
