package io.github.hldls.facts;

import io.github.hldls.facts.Passage.Kind;
import io.github.hldls.markdown.Block;
import io.github.hldls.markdown.MarkdownFile;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the passages of a file. Headings nest by level; below them labels of three ranks: a line of
 * its own that names a step or a part, which is as good as a heading; a line of its own that names
 * what follows, up to the next such line; and a lead-in, whose passage ends with the next
 * paragraph.
 */
final class PassageBuilder {
  /** Details that nest deeper are not told apart. */
  private static final int MAX_DETAILS = 6;

  private final SourceText source;
  private final List<Passage> passages = new ArrayList<>();

  /** The open sections, outermost first; the file is the first. */
  private final List<Integer> sections = new ArrayList<>();

  /** Those of the open sections that an HTML {@code <details>} holds, outermost first. */
  private final List<Integer> details = new ArrayList<>();

  /** Whether bold lines do what headings do elsewhere: until a line names a step or a part. */
  private boolean isWithoutHeadings;

  /** How deep the last title with a number stood, from 1; 0 before the first. */
  private int numbered;

  /** The open label of the section at hand, or -1, and the open lead-in inside it, or -1. */
  private int label = -1;

  private int leadIn = -1;

  /** The label over the questions at hand, or -1. */
  private int overQuestions = -1;

  /** The captions of lines of code, in order, and the first that is not yet used. */
  private final List<TextRange> captions;

  private int nextCaption;

  private PassageBuilder(MarkdownFile file, List<TextRange> captions) {
    this.source = file.source();
    this.captions = captions;
    this.isWithoutHeadings =
        file.blocks().stream().filter(Block.Heading.class::isInstance).limit(2).count() < 2;
  }

  /**
   * The passages of a file.
   *
   * @param captions those of its code, as {@link #captions} finds them
   */
  static List<Passage> passages(MarkdownFile file, List<TextRange> captions) {
    PassageBuilder builder = new PassageBuilder(file, captions);
    TextRange all = new TextRange(0, file.source().length());
    builder.sections.add(builder.add(Kind.FILE, 0, new TextRange(0, 0), all, -1));
    for (Block block : file.blocks()) {
      builder.topLevel(block);
    }
    return builder.passages;
  }

  private int add(Kind kind, int level, TextRange title, TextRange range, int parent) {
    // Code that is indented in an item is said to start at the item's mark, before its text.
    int start = parent < 0 ? 0 : Math.max(range.start(), passages.get(parent).range().start());
    TextRange inside = new TextRange(start, Math.max(start, range.end()));
    TextRange heading = title.start() < start ? new TextRange(start, start) : title;
    passages.add(new Passage(kind, level, heading, inside, parent));
    for (int i = parent; i > 0; i = passages.get(i).parent()) {
      passages.get(i).extendTo(range.end());
    }
    return passages.size() - 1;
  }

  /** The innermost of open sections. */
  private Passage last(List<Integer> open) {
    return passages.get(open.get(open.size() - 1));
  }

  private int container() {
    return leadIn >= 0 ? leadIn : label >= 0 ? label : sections.get(sections.size() - 1);
  }

  private void topLevel(Block block) {
    if (block instanceof Block.Heading heading) {
      heading(heading);
    } else if (block instanceof Block.Paragraph) {
      paragraph(block.range());
    } else if (block instanceof Block.Html) {
      html(block.range());
    } else if (block instanceof Block.ThematicBreak) {
      leadIn = -1;
    } else if (!(block instanceof Block.FrontMatter)) {
      nested(block, container());
    }
  }

  /**
   * Headings inside of details stand one level lower; those that end what the details are in end
   * them, too.
   */
  private void heading(Block.Heading heading) {
    while (!details.isEmpty() && heading.level() + details.size() <= last(details).level()) {
      details.remove(details.size() - 1);
    }
    section(heading.level() + details.size(), heading.title(), heading.range());
  }

  private void section(int level, TextRange title, TextRange range) {
    endSections(level);
    int parent = sections.get(sections.size() - 1);
    sections.add(add(Kind.SECTION, level, title, range, parent));
    endLabels();
  }

  private void endLabels() {
    label = -1;
    leadIn = -1;
    overQuestions = -1;
  }

  private void endSections(int level) {
    while (sections.size() > 1 && last(sections).level() >= level) {
      sections.remove(sections.size() - 1);
    }
  }

  /** A paragraph's lines may each open with a label of their own. */
  private void paragraph(TextRange range) {
    int first = source.lineOf(range.start());
    int last = source.lineOf(Math.max(range.start(), range.end() - 1));
    int start = range.start();
    boolean labelled = false;
    for (int line = first; line <= last; line++) {
      TextRange text =
          new TextRange(
              Math.max(range.start(), source.line(line).start()),
              Math.min(range.end(), source.line(line).end()));
      Label found = Label.at(source.text(), text, first == last);
      if (found.kind() == Label.Kind.NONE) {
        continue;
      }
      if (text.start() > start) {
        textUpTo(start, text.start(), labelled);
      }
      if (isWithoutHeadings && first == last && isBoldCaption(found, text)) {
        section(levelOf(found.title()), found.title(), text);
      } else {
        open(found, text);
      }
      labelled = true;
      start = found.title().end();
    }
    textUpTo(start, range.end(), labelled);
  }

  /** The text after a label, or of a paragraph without one. */
  private void textUpTo(int from, int end, boolean labelled) {
    int start = from;
    while (start < end && " \t\r\n:*_".indexOf(source.text().charAt(start)) >= 0) {
      start++;
    }
    if (start >= end) {
      return;
    }
    int trimmed = end;
    while (trimmed > start && Character.isWhitespace(source.text().charAt(trimmed - 1))) {
      trimmed--;
    }
    if (!labelled) {
      leadIn = -1;
    }
    TextRange range = new TextRange(start, trimmed);
    add(Kind.PARAGRAPH, 0, new TextRange(start, start), range, container());
  }

  private void open(Label found, TextRange line) {
    switch (found.kind()) {
      case STEP -> named(2, found.title(), line);
      case PART -> named(lowestHeading(), found.title(), line);
      case CAPTION -> caption(found.title(), line);
      case LEAD_IN -> {
        leadIn = -1;
        leadIn = add(Kind.LABEL, 0, found.title(), line, container());
      }
      case NONE -> {}
    }
  }

  /** A line of its own that questions follow at once is over all of them. */
  private void caption(TextRange title, TextRange line) {
    if (!isQuestion(title)) {
      overQuestions = -1;
    } else if (label == passages.size() - 1 && !isQuestion(passages.get(label).title())) {
      overQuestions = label;
    }
    leadIn = -1;
    label = overQuestions;
    label = add(Kind.LABEL, 0, title, line, container());
  }

  private boolean isQuestion(TextRange title) {
    return source.substring(title).endsWith("?");
  }

  private void named(int level, TextRange title, TextRange line) {
    isWithoutHeadings = false;
    section(level, title, line);
  }

  private boolean isBoldCaption(Label label, TextRange line) {
    return label.kind() == Label.Kind.CAPTION && source.text().startsWith("**", line.start());
  }

  /** The level of a bold line among others: {@code 6.2 Usage} stands two below the file's title. */
  private int levelOf(TextRange title) {
    int groups = 0;
    boolean inNumber = false;
    for (int i = title.start(); i < title.end(); i++) {
      char c = source.text().charAt(i);
      groups += Character.isDigit(c) && !inNumber ? 1 : 0;
      inNumber = Character.isDigit(c);
      if (!inNumber && c != '.') {
        break;
      }
    }
    if (groups > 0) {
      numbered = groups;
    }
    return groups > 0 ? 1 + groups : numbered > 0 ? 2 + numbered : 2;
  }

  /** A part without a heading of its own stands just under the innermost step. */
  private int lowestHeading() {
    for (int i = sections.size() - 1; i > 0; i--) {
      Passage section = passages.get(sections.get(i));
      if (!Label.isPart(source.substring(section.title()))) {
        return Math.min(6, section.level() + 1);
      }
    }
    return 3;
  }

  private void html(TextRange range) {
    String html = source.substring(range);
    int open = html.indexOf("<summary>");
    int close = html.indexOf("</summary>");
    if (open >= 0 && open < close && details.size() < MAX_DETAILS) {
      Passage around = last(sections);
      TextRange title = new TextRange(range.start() + open + 9, range.start() + close);
      section(around.level() + 1, title, range);
      details.add(sections.get(sections.size() - 1));
    } else if (range.length() > 40 && !html.startsWith("<!--")) {
      add(Kind.PARAGRAPH, 0, new TextRange(range.start(), range.start()), range, container());
    }
    if (html.contains("</details>")) {
      endDetails();
    }
  }

  private void endDetails() {
    endLabels();
    if (!details.isEmpty()) {
      endSections(passages.get(details.remove(details.size() - 1)).level());
    }
  }

  private void nested(Block block, int parent) {
    TextRange range = block.range();
    TextRange untitled = new TextRange(range.start(), range.start());
    if (block instanceof Block.ListBlock list) {
      int index = add(Kind.LIST, 0, untitled, range, parent);
      list.children().forEach(item -> item(item, index));
    } else if (block instanceof Block.Table table) {
      table(table, parent);
    } else if (block instanceof Block.CodeBlock code) {
      int index = add(Kind.CODE, 0, untitled, range, parent);
      codeLabels(code.content(), index);
    } else if (block instanceof Block.Quote quote) {
      int index = add(Kind.PARAGRAPH, 0, untitled, range, parent);
      quote.children().forEach(child -> nested(child, index));
    } else if (block instanceof Block.Heading heading) {
      add(Kind.LABEL, 0, heading.title(), range, parent);
    } else {
      Label found = Label.at(source.text(), range, true);
      if (found.kind() == Label.Kind.NONE) {
        add(Kind.PARAGRAPH, 0, untitled, range, parent);
      } else {
        add(Kind.LABEL, 0, found.title(), range, parent);
      }
    }
  }

  private void item(Block item, int list) {
    TextRange range = item.range();
    List<Block> children = item.children();
    TextRange first = children.isEmpty() ? range : children.get(0).range();
    TextRange line =
        new TextRange(
            first.start(), Math.min(first.end(), source.line(source.lineOf(first.start())).end()));
    TextRange title = Label.ofItem(source.text(), line, children.size() > 1);
    int index = add(Kind.ITEM, 0, title, range, list);
    for (Block child : children) {
      if (child != children.get(0) || !(child instanceof Block.Paragraph)) {
        nested(child, index);
      }
    }
  }

  private void table(Block.Table table, int parent) {
    List<Block.Row> rows = table.rows();
    TextRange title =
        rows.isEmpty()
            ? new TextRange(table.range().start(), table.range().start())
            : rows.get(0).range();
    int index = add(Kind.TABLE, 0, title, table.range(), parent);
    for (int i = 1; i < rows.size(); i++) {
      Block.Row row = rows.get(i);
      TextRange key =
          row.cells().isEmpty()
              ? new TextRange(row.range().start(), row.range().start())
              : row.cells().get(0);
      add(Kind.ROW, 0, key, row.range(), index);
    }
  }

  /** Captions inside code: a line that ends with a colon or shouts, up to the next one. */
  private void codeLabels(TextRange content, int code) {
    if (content.isEmpty()) {
      return;
    }
    int open = -1;
    int last = source.lineOf(content.end() - 1);
    for (int line = source.lineOf(content.start()); line <= last; line++) {
      TextRange text = source.line(line);
      while (nextCaption < captions.size() && captions.get(nextCaption).start() < text.start()) {
        nextCaption++;
      }
      if (nextCaption < captions.size() && captions.get(nextCaption).start() < text.end()) {
        open = add(Kind.LABEL, 0, captions.get(nextCaption), text, code);
      } else if (open >= 0 && !text.isEmpty()) {
        passages.get(open).extendTo(text.end());
      }
    }
  }

  /** The captions of the lines inside a file's code, in order. */
  static List<TextRange> captions(MarkdownFile file) {
    List<TextRange> captions = new ArrayList<>();
    SourceText source = file.source();
    for (Block.CodeBlock code : file.blocks(Block.CodeBlock.class)) {
      TextRange content = code.content();
      int last = content.isEmpty() ? -1 : source.lineOf(content.end() - 1);
      for (int line = source.lineOf(content.start()); line <= last; line++) {
        TextRange caption = Label.inCode(source.text(), source.line(line));
        if (!caption.isEmpty()) {
          captions.add(caption);
        }
      }
    }
    return captions;
  }
}
