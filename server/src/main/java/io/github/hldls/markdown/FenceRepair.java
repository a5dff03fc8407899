package io.github.hldls.markdown;

import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextEdit;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which code fences open, close or stray, so that as little prose as possible becomes code
 * and as little code prose.
 *
 * <p>A file whose fences pair up by CommonMark without any prose inside is left alone. For the
 * others this is a cheapest path over the lines: before each line a block is open or not; a fence
 * line opens, closes, or is ignored at a price; an open block may end at a blank line at a price;
 * every line pays for standing on the wrong side. One pass over the lines, whatever they hold.
 */
final class FenceRepair {
  private static final int STRAY = 40;
  private static final int IMPLICIT_CLOSE = 45;
  private static final int UNCLOSED_AT_END = 25;
  private static final int NESTED_OPENER = 25;
  private static final int UNREACHABLE = Integer.MAX_VALUE / 2;
  private static final int MAX_KINDS = 12;

  /** What the path does at a line. */
  private enum Step {
    STAY,
    OPEN,
    CLOSE,
    /** A fence line that is read as text. */
    IGNORE,
    /** A block ends at a blank line, without a fence. */
    END,
    /** A block ends without a fence just before the fence that opens the next. */
    REOPEN
  }

  private final SourceText source;
  private final @Nullable Fence[] fences;

  /** The kinds of open block; state 0 is outside, state i is inside a block of kind i - 1. */
  private final List<Fence> kinds = new ArrayList<>();

  private int nextTicks;
  private int nextTildes;

  private FenceRepair(SourceText source) {
    this.source = source;
    this.fences = new Fence[source.lineCount()];
    this.nextTicks = source.text().indexOf("```");
    this.nextTildes = source.text().indexOf("~~~");
  }

  /**
   * A file's lines as a CommonMark parser should read them.
   *
   * @param text the repaired text, with the same number of lines as the source
   * @param problems what was repaired, by line
   */
  record Repaired(String text, List<FenceProblem> problems) {}

  static Repaired repair(SourceText source) {
    return new FenceRepair(source).run();
  }

  private Repaired run() {
    for (int at = nextMark(0); at >= 0; ) {
      int line = source.lineOf(at);
      TextRange range = source.line(line);
      at = nextMark(source.lineStart(line + 1));
      Fence fence = Fence.at(source.text(), range.start(), range.end());
      fences[line] = fence;
      if (fence != null && kinds.size() < MAX_KINDS && !kinds.contains(fence.kind())) {
        kinds.add(fence.kind());
      }
    }
    // Between readings of the same price, the order of the kinds decides: not that of the fences.
    kinds.sort(Fence::compareTo);
    return kinds.isEmpty() || readsWell()
        ? new Repaired(source.text(), List.of())
        : rewrite(cheapestPath());
  }

  /** Where the next three marks of a fence stand, or -1. */
  private int nextMark(int from) {
    if (nextTicks >= 0 && nextTicks < from) {
      nextTicks = source.text().indexOf("```", from);
    }
    if (nextTildes >= 0 && nextTildes < from) {
      nextTildes = source.text().indexOf("~~~", from);
    }
    boolean ticksFirst = nextTildes < 0 || (nextTicks >= 0 && nextTicks < nextTildes);
    return ticksFirst ? nextTicks : nextTildes;
  }

  /** Whether CommonMark's own reading pairs all fences and puts no prose into code. */
  private boolean readsWell() {
    Fence open = null;
    for (int line = 0; line < fences.length; line++) {
      Fence fence = fences[line];
      if (open == null) {
        open = fence;
      } else if (fence != null && fence.closes(open)) {
        open = null;
      } else if (fence == null
          ? LineCosts.asCode(source.text(), source.line(line), open.language()) > 10
          : !fence.belongsInside(open)) {
        return false;
      }
    }
    return open == null;
  }

  private Step[] cheapestPath() {
    int width = kinds.size() + 1;
    byte[][] from = new byte[fences.length][width];
    Step[][] how = new Step[fences.length][width];
    int[] cost = new int[width];
    Arrays.fill(cost, UNREACHABLE);
    cost[0] = 0;
    for (int line = 0; line < fences.length; line++) {
      int[] next = new int[width];
      Arrays.fill(next, UNREACHABLE);
      Moves moves = new Moves(next, from[line], how[line]);
      Fence fence = fences[line];
      if (fence == null) {
        moveOverText(line, cost, moves);
      } else {
        moveOverFence(fence, isInHtml(line), cost, moves);
      }
      cost = next;
    }
    int state = 0;
    for (int last = 1; last < width; last++) {
      state =
          cost[last] + UNCLOSED_AT_END < cost[state] + (state == 0 ? 0 : UNCLOSED_AT_END)
              ? last
              : state;
    }
    Step[] steps = new Step[fences.length];
    for (int line = fences.length - 1; line >= 0; line--) {
      steps[line] = how[line][state];
      state = from[line][state];
    }
    return steps;
  }

  /** The best way found so far into each state after a line. */
  private static final class Moves {
    private final int[] cost;
    private final byte[] from;
    private final Step[] how;

    Moves(int[] cost, byte[] from, Step[] how) {
      this.cost = cost;
      this.from = from;
      this.how = how;
    }

    void offer(int before, int after, int price, Step step) {
      if (price < cost[after]) {
        cost[after] = price;
        from[after] = (byte) before;
        how[after] = step;
      }
    }
  }

  private void moveOverText(int line, int[] cost, Moves moves) {
    TextRange range = source.line(line);
    boolean blank = isBlank(range);
    moves.offer(0, 0, cost[0] + LineCosts.asProse(source.text(), range), Step.STAY);
    for (int state = 1; state < cost.length; state++) {
      Fence.Language language = kinds.get(state - 1).language();
      int price = LineCosts.asCode(source.text(), range, language);
      moves.offer(state, state, cost[state] + price, Step.STAY);
      if (blank) {
        moves.offer(state, 0, cost[state] + IMPLICIT_CLOSE, Step.END);
      }
    }
  }

  private boolean isBlank(TextRange range) {
    for (int i = range.start(); i < range.end(); i++) {
      if (!Character.isWhitespace(source.text().charAt(i))) {
        return false;
      }
    }
    return true;
  }

  // spec: An HTML block ends at the next blank line: a bare fence right below its tag opens
  // nothing.
  private boolean isInHtml(int line) {
    int above = line - 1;
    while (above >= 0 && fences[above] != null) {
      above--;
    }
    return above >= 0 && source.lineText(above).startsWith("</");
  }

  private void moveOverFence(Fence fence, boolean inHtml, int[] cost, Moves moves) {
    int opened = kinds.indexOf(fence.kind()) + 1;
    if (opened > 0 && !(inHtml && fence.info().isEmpty())) {
      moves.offer(0, opened, cost[0], Step.OPEN);
    }
    moves.offer(0, 0, cost[0] + (fence.info().isEmpty() ? STRAY : 2 * STRAY), Step.IGNORE);
    for (int state = 1; state < cost.length; state++) {
      Fence open = kinds.get(state - 1);
      if (fence.closes(open)) {
        moves.offer(state, 0, cost[state], Step.CLOSE);
        moves.offer(state, state, cost[state] + STRAY, Step.IGNORE);
        continue;
      }
      int nested = fence.belongsInside(open) ? 0 : NESTED_OPENER;
      moves.offer(state, state, cost[state] + nested, Step.STAY);
      if (opened > 0) {
        moves.offer(state, opened, cost[state] + IMPLICIT_CLOSE, Step.REOPEN);
      }
    }
  }

  /** Blanks ignored fences and closes unclosed blocks; every line keeps its number. */
  private Repaired rewrite(Step[] steps) {
    StringBuilder text = new StringBuilder(source.length() + 16);
    List<FenceProblem> problems = new ArrayList<>();
    // The fence that the next one should pair with, and the one that it closes in the new text.
    int opener = -1;
    int written = -1;
    int copied = 0;
    for (int line = 0; line < steps.length; line++) {
      @Nullable String instead = null;
      switch (steps[line]) {
        case STAY -> instead = closes(written, line) ? "" : null;
        case OPEN -> {
          opener = line;
          written = line;
        }
        case CLOSE -> {
          instead = written == opener ? null : closer(written);
          opener = -1;
          written = -1;
        }
        case IGNORE -> {
          problems.add(stray(line));
          instead = "";
        }
        case END -> {
          problems.add(unclosed(opener, line));
          instead = closer(written);
          opener = -1;
          written = -1;
        }
        case REOPEN -> {
          // The line before is the block's last: no line is free for a closing fence, so both
          // blocks are read as one, the new opener as its text. It is code either way.
          problems.add(unclosed(opener, line));
          instead = closes(written, line) ? "" : null;
          opener = line;
        }
      }
      if (instead != null) {
        TextRange range = source.line(line);
        text.append(source.text(), copied, range.start()).append(instead);
        copied = range.end();
      }
    }
    text.append(source.text(), copied, source.length());
    if (opener >= 0) {
      problems.add(unclosed(opener, steps.length));
    }
    return new Repaired(text.toString(), problems);
  }

  /** Whether a line inside a block would end the block as it is written. */
  private boolean closes(int written, int line) {
    Fence open = written < 0 ? null : fences[written];
    Fence fence = fences[line];
    return open != null && fence != null && fence.closes(open);
  }

  private FenceProblem stray(int line) {
    TextRange wholeLine = new TextRange(source.lineStart(line), source.lineStart(line + 1));
    return new FenceProblem(
        FenceProblem.Kind.STRAY, source.line(line), new TextEdit(wholeLine, ""));
  }

  private FenceProblem unclosed(int opener, int before) {
    String newline = source.text().contains("\r\n") ? "\r\n" : "\n";
    String fence = closer(opener);
    boolean atEnd = before == fences.length && !source.lineText(before - 1).isEmpty();
    String closing = atEnd ? newline + fence + newline : fence + newline;
    return new FenceProblem(
        FenceProblem.Kind.UNCLOSED,
        source.line(opener),
        TextEdit.insert(source.lineStart(before), closing));
  }

  private String closer(int opener) {
    String line = source.lineText(opener);
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    Fence fence = fences[opener];
    return fence == null ? indent : indent + String.valueOf(fence.marker()).repeat(fence.length());
  }
}
