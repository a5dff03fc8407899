package io.github.hldls.facts;

import io.github.hldls.calculation.Calculation;
import io.github.hldls.calculation.Calculations;
import io.github.hldls.calculation.NumberStyle;
import io.github.hldls.markdown.Chapter;
import io.github.hldls.markdown.MarkdownFile;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chapter says, by the places in it. It follows from the chapter's lines alone, so that
 * after an edit only one chapter is read again. Only how numbers are written is the file's matter.
 */
final class ChapterFacts {
  private final String text;
  private final Tokens tokens;
  private final List<Calculation> calculations;
  private final List<TextRange> captions;
  private final NumberStyle style;
  private BitSet titles = new BitSet();
  private @Nullable Hits hits;

  private ChapterFacts(
      String text,
      Tokens tokens,
      List<Calculation> calculations,
      List<TextRange> captions,
      NumberStyle style) {
    this.text = text;
    this.tokens = tokens;
    this.calculations = calculations;
    this.captions = captions;
    this.style = style;
  }

  private static ChapterFacts of(Chapter chapter, Vocabulary vocabulary, NumberStyle style) {
    MarkdownFile alone = chapter.alone();
    String text = alone.source().text();
    return new ChapterFacts(
        text,
        Lexer.tokens(text, vocabulary),
        Calculations.of(alone, style),
        PassageBuilder.captions(alone),
        style);
  }

  /**
   * The facts of a file's chapters.
   *
   * @param chapters the chapters as they are
   * @param before those of an earlier state of the file; none at first
   * @param known what these said
   * @param style how the file writes its numbers
   */
  static List<ChapterFacts> of(
      List<Chapter> chapters,
      List<Chapter> before,
      List<ChapterFacts> known,
      Vocabulary vocabulary,
      NumberStyle style) {
    boolean sameStyle = known.stream().allMatch(facts -> facts.style == style);
    int count = chapters.size();
    int shared = sameStyle ? Math.min(count, before.size()) : 0;
    ChapterFacts[] facts = new ChapterFacts[count];
    int same = 0;
    while (same < shared && chapters.get(same).isSame(before.get(same))) {
      facts[same] = known.get(same);
      same++;
    }
    for (int i = 1; i <= shared - same; i++) {
      if (!chapters.get(count - i).isSame(before.get(before.size() - i))) {
        break;
      }
      facts[count - i] = known.get(before.size() - i);
    }
    for (int i = 0; i < count; i++) {
      facts[i] = facts[i] == null ? of(chapters.get(i), vocabulary, style) : facts[i];
    }
    return List.copyOf(Arrays.asList(facts));
  }

  Tokens tokens() {
    return tokens;
  }

  /** The phrases in it; those of another group than a tree's only in titles. */
  synchronized Hits hits(BitSet inTitles, Vocabulary vocabulary, int tree) {
    Hits found = hits;
    if (found == null || !titles.equals(inTitles)) {
      found = new Hits();
      new PhraseFinder(text, tokens, vocabulary.graph(), found).find(tree, inTitles);
      titles = inTitles;
      hits = found;
    }
    return found;
  }

  /** The captions in the code of all chapters of a file, by their places in the file. */
  static List<TextRange> captions(List<Chapter> chapters, List<ChapterFacts> facts) {
    List<TextRange> all = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      int start = chapters.get(i).range().start();
      facts.get(i).captions.forEach(caption -> all.add(caption.moved(start)));
    }
    return all;
  }

  /** The calculations of all chapters of a file, by their places in the file. */
  static List<Calculation> calculations(List<Chapter> chapters, List<ChapterFacts> facts) {
    List<Calculation> all = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      int start = chapters.get(i).range().start();
      int line = chapters.get(i).firstLine();
      facts.get(i).calculations.forEach(calculation -> all.add(calculation.moved(start, line)));
    }
    return List.copyOf(all);
  }
}
