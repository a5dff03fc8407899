package io.github.hldls.markdown;

import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** On one line, and short enough to be one; the level and the title are its groups. */
  private static final Pattern HTML_HEADING =
      Pattern.compile(
          "<h([1-6])(?:\\s[^<>\\n]{0,200})?>([^\\n]{1,300}?)</h\\1>", Pattern.CASE_INSENSITIVE);

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          // Without those of inlines, table cells have none either.
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .inlineParserFactory(context -> (lines, node) -> {})
          .maxOpenBlockParsers(MAX_NESTING)
          .build();

  /** What is parsed: the file's text with a blank for a byte order mark. */
  private final SourceText source;

  private MarkdownParser(SourceText source) {
    this.source = source;
  }

  /** Parses any text; nothing makes this fail. */
  public static MarkdownFile parse(SourceText source) {
    SourceText plain = plain(source);
    FenceRepair.Repaired repaired = FenceRepair.repair(plain);
    List<Block> blocks = new MarkdownParser(plain).blocks(repaired.text());
    return new MarkdownFile(source, blocks, repaired.problems(), read(plain, repaired));
  }

  /** Parses a text of which an earlier state is known: the same file, found with less work. */
  public static MarkdownFile parse(SourceText source, MarkdownFile before) {
    // Front matter is looked for in all of a text.
    if (source.lineText(0).strip().equals("---") || source.text().startsWith("\uFEFF")) {
      return parse(source);
    }
    FenceRepair.Repaired repaired = FenceRepair.repair(source);
    SourceText read = read(source, repaired);
    Reparse reparse =
        new Reparse(before, source, read, (part, lines) -> new MarkdownParser(part).blocks(lines));
    return new MarkdownFile(source, reparse.blocks(), repaired.problems(), read);
  }

  private static SourceText plain(SourceText source) {
    String text = source.text();
    return text.startsWith("\uFEFF") ? new SourceText(" " + text.substring(1)) : source;
  }

  private static SourceText read(SourceText plain, FenceRepair.Repaired repaired) {
    return repaired.problems().isEmpty() ? plain : new SourceText(repaired.text());
  }

  private List<Block> blocks(String repaired) {
    List<Block> blocks = new ArrayList<>();
    String text = repaired;
    int frontMatterEnd = frontMatterEnd();
    if (frontMatterEnd > 0) {
      blocks.add(new Block.FrontMatter(source.lines(0, frontMatterEnd)));
      text = blank(text, new SourceText(text).line(frontMatterEnd).end());
    }
    blocks.addAll(convertChildren(PARSER.parse(text)));
    return blocks;
  }

  /** The line of the closing {@code ---} of front matter, or -1. */
  private int frontMatterEnd() {
    if (!source.lineText(0).strip().equals("---")) {
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
  private static String blank(String text, int end) {
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
      if (node instanceof HtmlBlock && !node.getSourceSpans().isEmpty()) {
        blocks.addAll(html(trimStart(range(node))));
      } else if (!node.getSourceSpans().isEmpty()) {
        blocks.add(convert(node));
      }
    }
    return blocks;
  }

  /**
   * Raw HTML, of which headings that open it are understood: {@code <h2 align="center">Goals</h2>}.
   */
  private List<Block> html(TextRange range) {
    List<Block> blocks = new ArrayList<>();
    TextRange rest = range;
    for (Matcher heading = HTML_HEADING.matcher(source.text()).region(rest.start(), rest.end());
        heading.lookingAt();
        heading.region(rest.start(), rest.end())) {
      TextRange title = trim(new TextRange(heading.start(2), heading.end(2)));
      int level = heading.group(1).charAt(0) - '0';
      blocks.add(new Block.Heading(new TextRange(rest.start(), heading.end()), title, level));
      rest = trimStart(new TextRange(heading.end(), rest.end()));
    }
    if (!rest.isEmpty()) {
      blocks.add(new Block.Html(rest));
    }
    return blocks;
  }

  private Block convert(Node node) {
    if (node instanceof IndentedCodeBlock) {
      TextRange whole = range(node);
      return new Block.CodeBlock(whole, whole, "");
    }
    TextRange range = trimStart(range(node));
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
      return fencedCode(code, range);
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
    int underline = source.lineOf(end);
    if (underline > source.lineOf(start)) {
      return trim(new TextRange(start, source.lineStart(underline)));
    }
    while (start < end && text.charAt(start) == '#') {
      start++;
    }
    TextRange title = trim(new TextRange(start, end));
    int marks = title.end();
    while (marks > start && text.charAt(marks - 1) == '#') {
      marks--;
    }
    // spec: The optional closing sequence must be preceded by spaces or tabs.
    boolean closed = marks < title.end() && Character.isWhitespace(text.charAt(marks - 1));
    return closed ? trim(new TextRange(start, marks)) : title;
  }

  private Block fencedCode(FencedCodeBlock node, TextRange range) {
    int first = source.lineOf(range.start()) + 1;
    int start = Math.min(source.lineStart(first), range.end());
    int end =
        node.getClosingFenceLength() == null
            ? range.end()
            : source.lineStart(source.lineOf(range.end()));
    String info = node.getInfo() == null ? "" : node.getInfo().strip();
    String word = info.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    return new Block.CodeBlock(range, new TextRange(start, Math.max(start, end)), word);
  }

  private List<Block.Row> rows(Node table) {
    List<Block.Row> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow && !row.getSourceSpans().isEmpty()) {
          rows.add(new Block.Row(trimStart(range(row)), cells(row)));
        }
      }
    }
    return rows;
  }

  private List<TextRange> cells(Node row) {
    List<TextRange> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell && !cell.getSourceSpans().isEmpty()) {
        cells.add(trim(range(cell)));
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

  private TextRange trimStart(TextRange range) {
    int start = range.start();
    while (start < range.end() && Character.isWhitespace(source.text().charAt(start))) {
      start++;
    }
    return new TextRange(start, range.end());
  }

  private TextRange trim(TextRange range) {
    TextRange trimmed = trimStart(range);
    int end = trimmed.end();
    while (end > trimmed.start() && Character.isWhitespace(source.text().charAt(end - 1))) {
      end--;
    }
    return new TextRange(trimmed.start(), end);
  }

  private int offset(int line, int column) {
    TextRange range = source.line(Math.min(line, source.lineCount() - 1));
    return Math.min(range.start() + column, range.end());
  }
}
