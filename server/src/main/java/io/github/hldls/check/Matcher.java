package io.github.hldls.check;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.facts.Passage.Kind;
import io.github.hldls.template.Expression;
import io.github.hldls.template.Template;
import io.github.hldls.template.Way;
import io.github.hldls.template.Way.Span;
import io.github.hldls.text.TextRange;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the passages of a file that are as a {@link Way} asks. */
final class Matcher {
  private static final int ENOUGH = 6;

  /** Words in so few tokens belong together. */
  private static final int CLOSE = 20;

  /** Fewer words say nothing that no way knows. */
  private static final int WORDS = 15;

  private final FileFacts facts;
  private final Template template;
  private final List<Integer> regions;

  /**
   * @param regions the passages to look in, by index; empty for the whole file
   */
  Matcher(FileFacts facts, Template template, List<Integer> regions) {
    this.facts = facts;
    this.template = template;
    this.regions = regions;
  }

  boolean regional() {
    return !regions.isEmpty();
  }

  /** The indices of matching passages in document order, a handful at most. */
  Set<Integer> find(Way way) {
    return way.title().isEmpty() ? byContent(way) : byTitle(way);
  }

  /** The first section whose title and text are as a way asks. */
  OptionalInt findSection(Way way) {
    for (int token : facts.titleMentionsOf(way.title())) {
      int index = facts.ownerOf(token);
      if (facts.passage(index).kind() == Kind.SECTION
          && fits(way, index)
          && isEvidence(way, index)) {
        return OptionalInt.of(index);
      }
    }
    return OptionalInt.empty();
  }

  /** Whether a title that a way asks for stands over a text that says nothing. */
  boolean isOnlyAnnounced(Way way) {
    for (int token : facts.titleMentionsOf(way.title())) {
      int index = facts.ownerOf(token);
      Passage passage = facts.passage(index);
      if (isInRegions(passage)
          && isAsAround(way, index)
          && facts.bodyWords(passage) > 0
          && Unwritten.is(facts, template, passage)) {
        return true;
      }
    }
    return false;
  }

  private Set<Integer> byTitle(Way way) {
    Set<Integer> found = new LinkedHashSet<>();
    for (int token : facts.titleMentionsOf(way.title())) {
      int index = facts.ownerOf(token);
      if (fits(way, index) && isEvidence(way, index)) {
        found.add(index);
        if (found.size() == ENOUGH) {
          break;
        }
      }
    }
    return found;
  }

  /**
   * The passages that come near to a way: paragraphs that open with what it asks of a title, and
   * hold half of the rest; passages that lack one of several things that it asks. So texts with few
   * headings treat their topics: what a title would say stands in the first words, or nowhere.
   */
  Set<Integer> findNear(Way way) {
    Way near = way.relaxed();
    Set<Integer> found = way.title().isEmpty() ? byContent(near) : byOpening(near);
    // A short section is as good as a block only for all that a way asks.
    found.removeIf(
        index -> way.span() == Span.BLOCK && facts.passage(index).kind() == Kind.SECTION);
    return found;
  }

  private Set<Integer> byOpening(Way way) {
    Set<Integer> found = new LinkedHashSet<>();
    for (int token : facts.mentionsOf(way.title())) {
      int index = facts.ownerOf(token);
      Passage passage = facts.passage(index);
      if ((passage.kind() == Kind.PARAGRAPH || passage.kind() == Kind.CODE)
          && facts.isOpening(token, passage)
          && isEvidence(way, index)) {
        found.add(index);
        if (found.size() == ENOUGH) {
          break;
        }
      }
    }
    return found;
  }

  private Set<Integer> byContent(Way way) {
    Set<Integer> found = new LinkedHashSet<>();
    BitSet tried = new BitSet();
    for (int token : facts.mentionsOf(anchor(way))) {
      int index = facts.ownerOf(token);
      // What has been tried has been tried up to the file.
      while (index >= 0 && !tried.get(index)) {
        tried.set(index);
        if (fits(way, index) && isEvidence(way, index)) {
          found.add(index);
          break;
        }
        index = facts.passage(index).parent();
      }
      if (found.size() == ENOUGH) {
        break;
      }
    }
    return found;
  }

  /** The expression from whose mentions to search: the rarest of those that are always needed. */
  private Expression anchor(Way way) {
    Expression rarest = way.has().get(0);
    if (way.need() < way.has().size()) {
      return rarest;
    }
    for (Expression expression : way.has()) {
      if (facts.mentionsOf(expression).length < facts.mentionsOf(rarest).length) {
        rarest = expression;
      }
    }
    return rarest;
  }

  private boolean fits(Way way, int index) {
    Passage passage = facts.passage(index);
    return switch (way.span()) {
      case BLOCK ->
          passage.kind() == Kind.SECTION
              ? way.title().isEmpty() && facts.isShortSection(index)
              : passage.kind() != Kind.FILE;
      case SECTION -> passage.kind() != Kind.FILE;
      case FILE -> true;
    };
  }

  private boolean isEvidence(Way way, int index) {
    Passage passage = facts.passage(index);
    return isInRegions(passage)
        && (way.span() == Span.FILE || !facts.isDocumentTitle(passage))
        && facts.bodyWords(passage) >= way.words()
        && isAsAround(way, index)
        && says(way, passage)
        && (way.shape() == Way.Shape.ANY || facts.isDrawing(passage))
        && !Unwritten.is(facts, template, passage);
  }

  /** Whether the titles of a passage and of those around it are as a way asks, but for its own. */
  private boolean isAsAround(Way way, int index) {
    return (way.not().isEmpty() || !facts.titleMentions(way.not(), facts.passage(index)))
        && (way.notUnder().isEmpty() || !facts.pathMentions(way.notUnder(), index))
        && (way.under().isEmpty() || facts.pathMentions(way.under(), index));
  }

  /** Whether what a way asks of a passage stands in words that are far from each other. */
  boolean isScattered(Way way, int index) {
    TextRange range = facts.passage(index).range();
    int from = facts.tokens().firstFrom(range.start());
    int end = facts.tokens().firstFrom(range.end());
    boolean together = way.need() < 2;
    for (Expression first : way.has()) {
      for (int token : facts.mentionsOf(first)) {
        together |= token >= from && token < end && says(way, token, Math.min(token + CLOSE, end));
      }
    }
    return !together;
  }

  /** Whether a passage is to be looked at, and says something. */
  boolean says(int index) {
    Passage passage = facts.passage(index);
    return isInRegions(passage)
        && facts.bodyWords(passage) >= WORDS
        && !Unwritten.is(facts, template, passage);
  }

  private boolean says(Way way, int from, int end) {
    int said = 0;
    for (Expression expression : way.has()) {
      said += facts.count(expression, from, end) > 0 ? 1 : 0;
    }
    return said >= way.need();
  }

  private boolean isInRegions(Passage passage) {
    for (int region : regions) {
      if (facts.passage(region).range().contains(passage.range())) {
        return true;
      }
    }
    return regions.isEmpty();
  }

  private boolean says(Way way, Passage passage) {
    int said = 0;
    int left = way.has().size();
    for (int i = 0; i < way.has().size() && said < way.need() && (said + left) >= way.need(); i++) {
      Expression expression = way.has().get(i);
      boolean enough =
          (i == 0 && way.times() > 1)
              ? facts.count(expression, passage) >= way.times()
              : facts.mentions(expression, passage);
      said += enough ? 1 : 0;
      left--;
    }
    return said >= way.need();
  }
}
