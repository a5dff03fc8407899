package io.github.hldls.facts;

import io.github.hldls.calculation.Calculation;
import io.github.hldls.calculation.Calculations;
import io.github.hldls.calculation.Figure;
import io.github.hldls.calculation.NumberStyle;
import io.github.hldls.markdown.Chapter;
import io.github.hldls.markdown.MarkdownFile;
import io.github.hldls.text.SourceText;
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
  private final int lean;
  private final NumberStyle style;
  private BitSet titles = new BitSet();
  private @Nullable Hits hits;

  /** Made when it is first needed; threads may do that twice at once, with the same result. */
  private volatile @Nullable List<Figure> figures;

  private ChapterFacts(
      String text,
      Tokens tokens,
      List<Calculation> calculations,
      List<TextRange> captions,
      int lean,
      NumberStyle style) {
    this.text = text;
    this.tokens = tokens;
    this.calculations = calculations;
    this.captions = captions;
    this.lean = lean;
    this.style = style;
  }

  private static ChapterFacts of(
      MarkdownFile chapter, Vocabulary vocabulary, Calculations calculations, NumberStyle style) {
    String text = chapter.source().text();
    return new ChapterFacts(
        text,
        Lexer.tokens(text, vocabulary),
        calculations.read(style),
        PassageBuilder.captions(chapter),
        calculations.lean(),
        style);
  }

  /**
   * The facts of a file's chapters.
   *
   * @param chapters the chapters as they are
   * @param before those of an earlier state of the file; none at first
   * @param known what these said
   */
  static List<ChapterFacts> of(
      List<Chapter> chapters,
      List<Chapter> before,
      List<ChapterFacts> known,
      Vocabulary vocabulary) {
    int count = chapters.size();
    ChapterFacts[] facts = unchanged(chapters, before, known);
    MarkdownFile[] read = new MarkdownFile[count];
    Calculations[] calculations = new Calculations[count];
    int lean = 0;
    for (int i = 0; i < count; i++) {
      if (facts[i] == null) {
        read[i] = chapters.get(i).alone();
        calculations[i] = Calculations.in(read[i]);
        lean += calculations[i].lean();
      } else {
        lean += facts[i].lean;
      }
    }
    NumberStyle style = NumberStyle.of(lean);
    for (int i = 0; i < count; i++) {
      if (facts[i] == null) {
        facts[i] = of(read[i], vocabulary, calculations[i], style);
      } else if (facts[i].style != style) {
        MarkdownFile chapter = chapters.get(i).alone();
        facts[i] = of(chapter, vocabulary, Calculations.in(chapter), style);
      }
    }
    return List.copyOf(Arrays.asList(facts));
  }

  /** What is known of chapters whose lines are as they were; null for the others. */
  private static ChapterFacts[] unchanged(
      List<Chapter> chapters, List<Chapter> before, List<ChapterFacts> known) {
    int count = chapters.size();
    int shared = Math.min(count, before.size());
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
    return facts;
  }

  NumberStyle style() {
    return style;
  }

  Tokens tokens() {
    return tokens;
  }

  /** The quantities of each line. */
  List<Figure> figures() {
    List<Figure> known = figures;
    if (known == null) {
      SourceText lines = new SourceText(text);
      known = new ArrayList<>();
      for (int line = 0; line < lines.lineCount(); line++) {
        known.addAll(Figure.all(lines, lines.line(line), style));
      }
      figures = known;
    }
    return known;
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

  /** The quantities of all chapters of a file, by their places in the file. */
  static List<Figure> figures(List<Chapter> chapters, List<ChapterFacts> facts) {
    List<Figure> all = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      int start = chapters.get(i).range().start();
      for (Figure figure : facts.get(i).figures()) {
        all.add(figure.moved(start));
      }
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
