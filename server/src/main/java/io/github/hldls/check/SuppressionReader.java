package io.github.hldls.check;

import io.github.hldls.check.Suppression.Comment;
import io.github.hldls.check.Suppression.Kind;
import io.github.hldls.markdown.Block;
import io.github.hldls.markdown.MarkdownFile;
import io.github.hldls.text.Glob;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the comments of a file that speak to the checker. */
final class SuppressionReader {
  /** Nobody writes more; a file made to be slow does. */
  private static final int MAX_COMMENTS = 1000;

  private static final String OPEN = "<!--";
  private static final String CLOSE = "-->";
  private static final Pattern WORD = Pattern.compile("\\s*+(hld-[\\w-]*+)");
  private static final Pattern RULE = Pattern.compile("[^\\s,:]++");

  private final MarkdownFile file;
  private final SourceText source;
  private final List<Comment> comments = new ArrayList<>();
  private final Set<Integer> commentLines = new HashSet<>();

  private SuppressionReader(MarkdownFile file) {
    this.file = file;
    this.source = file.source();
  }

  /** Whether a file speaks to the checker at all. */
  static boolean hasAny(MarkdownFile file) {
    return !read(file).isEmpty();
  }

  /** The suppressions of a file, and the comments in it. */
  static FileSuppressions read(MarkdownFile file) {
    SuppressionReader reader = new SuppressionReader(file);
    if (file.source().text().contains("hld-")) {
      reader.comments();
    }
    return new FileSuppressions(
        file.source(), reader.comments, reader.commentLines, reader.suppressions());
  }

  private void comments() {
    String text = source.text();
    List<Block.CodeBlock> code = file.blocks(Block.CodeBlock.class);
    int next = 0;
    for (int at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at + 1)) {
      while (next < code.size() && code.get(next).range().end() <= at) {
        next++;
      }
      int close = text.indexOf(CLOSE, at + OPEN.length());
      if (close < 0 || comments.size() == MAX_COMMENTS) {
        return;
      }
      if (next == code.size() || !code.get(next).range().contains(at)) {
        comment(at, close);
      }
      at = close;
    }
  }

  private void comment(int start, int close) {
    Matcher word = WORD.matcher(source.text()).region(start + OPEN.length(), close);
    if (!word.lookingAt()) {
      return;
    }
    int colon = source.text().indexOf(':', word.end());
    int rulesEnd = colon < 0 || colon > close ? close : colon;
    List<TextRange> rules = new ArrayList<>();
    Matcher rule = RULE.matcher(source.text()).region(word.end(), rulesEnd);
    while (rule.find()) {
      rules.add(new TextRange(rule.start(), rule.end()));
    }
    String reason = rulesEnd < close ? source.text().substring(rulesEnd + 1, close).strip() : "";
    TextRange range = new TextRange(start, close + CLOSE.length());
    Optional<Kind> kind =
        Arrays.stream(Kind.values()).filter(k -> k.word().equals(word.group(1))).findFirst();
    comments.add(
        new Comment(
            kind, word.group(1), List.copyOf(rules), reason, range, source.lineOf(range.end())));
    for (int line = source.lineOf(start); line <= source.lineOf(range.end()); line++) {
      commentLines.add(line);
    }
  }

  private List<Suppression> suppressions() {
    List<Suppression> all = new ArrayList<>();
    for (Comment comment : comments) {
      for (TextRange rule : comment.rules()) {
        comment.kind().flatMap(kind -> suppression(kind, comment, rule)).ifPresent(all::add);
      }
    }
    return all;
  }

  private Optional<Suppression> suppression(Kind kind, Comment comment, TextRange rule) {
    int last = source.lineCount() - 1;
    return switch (kind) {
      case ENABLE -> Optional.empty();
      case FILE -> Optional.of(suppression(comment, rule, 0, last, Optional.empty()));
      case DISABLE -> {
        Optional<Comment> end = end(comment, source.substring(rule));
        int until = end.map(Comment::line).orElse(last);
        yield Optional.of(suppression(comment, rule, comment.line(), until, end));
      }
      case NEXT_LINE -> {
        int line = FileSuppressions.contentLine(source, commentLines, comment.line() + 1);
        yield Optional.of(suppression(comment, rule, line, blockEnd(line), Optional.empty()));
      }
    };
  }

  private Suppression suppression(
      Comment comment, TextRange rule, int first, int last, Optional<Comment> end) {
    String written = source.substring(rule);
    return new Suppression(
        comment, written, rule, glob(written), comment.reason(), first, last, end);
  }

  private static Optional<Glob> glob(String rule) {
    try {
      return Optional.of(Glob.ofName(rule));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The comment that ends what another one begins: the next that names its rule, or none at all.
   */
  private Optional<Comment> end(Comment begin, String rule) {
    return comments.stream()
        .filter(c -> c.kind().filter(Kind.ENABLE::equals).isPresent())
        .filter(c -> c.range().start() > begin.range().start())
        .filter(
            c ->
                c.rules().isEmpty()
                    || c.rules().stream().anyMatch(r -> source.substring(r).equals(rule)))
        .findFirst();
  }

  /** Code, tables, lists and paragraphs cannot hold a comment, so the one before them holds. */
  private int blockEnd(int line) {
    for (Block block : file.blocks()) {
      if (source.lineOf(block.range().start()) == line && !(block instanceof Block.Heading)) {
        return source.lineOf(Math.max(block.range().start(), block.range().end() - 1));
      }
    }
    return line;
  }
}
