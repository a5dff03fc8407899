package io.github.hldls.facts;

import io.github.hldls.calculation.Calculation;
import io.github.hldls.calculation.Figure;
import io.github.hldls.calculation.NumberStyle;
import io.github.hldls.markdown.Chapter;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.Expression;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one file says: its passages and what they mention. */
public final class FileFacts {
  private static final double DOCUMENT_SHARE = 0.6;
  private static final int OPENING_WORDS = 12;
  private static final int SHORT_SECTION_WORDS = 100;

  /** Of a hundred words, so many in titles are few. */
  private static final int FEW_TITLES = 8;

  private final PackFile file;
  private final List<Chapter> chapters;
  private final List<ChapterFacts> byChapter;
  private final Tokens tokens;
  private final Mentions mentions;
  private final List<Calculation> calculations;
  private final List<Passage> passages;

  /** For each token the innermost passage around it. */
  private final int[] owners;

  private final Map<Question, Object> answers = new ConcurrentHashMap<>();

  /** The tokens that stand in headings. */
  private final BitSet headings;

  /** The tokens that stand in titles of any kind. */
  private final BitSet titles;

  private FileFacts(
      PackFile file,
      List<Chapter> chapters,
      List<ChapterFacts> byChapter,
      Tokens tokens,
      List<Passage> passages,
      int[] owners,
      BitSet headings,
      BitSet titles,
      Mentions mentions,
      List<Calculation> calculations) {
    this.file = file;
    this.chapters = List.copyOf(chapters);
    this.byChapter = byChapter;
    this.tokens = tokens;
    this.passages = passages;
    this.owners = owners;
    this.headings = headings;
    this.titles = titles;
    this.mentions = mentions;
    this.calculations = calculations;
  }

  /** Reads a file; nothing makes this fail. */
  public static FileFacts of(PackFile file, Vocabulary vocabulary) {
    return of(file, Chapter.of(file.markdown()), List.of(), List.of(), vocabulary);
  }

  /** The same for a file of which an earlier state has been read: only what differs is read. */
  public static FileFacts of(PackFile file, Vocabulary vocabulary, FileFacts before) {
    if (!before.mentions.isOf(vocabulary, file.role().id())) {
      return of(file, vocabulary);
    }
    List<Chapter> chapters = Chapter.of(file.markdown());
    FileFacts facts = of(file, chapters, before.chapters, before.byChapter, vocabulary);
    facts.mentions.takeOver(before.mentions);
    return facts;
  }

  private static FileFacts of(
      PackFile file,
      List<Chapter> chapters,
      List<Chapter> before,
      List<ChapterFacts> known,
      Vocabulary vocabulary) {
    String text = file.markdown().source().text();
    List<ChapterFacts> byChapter = ChapterFacts.of(chapters, before, known, vocabulary);
    Tokens tokens =
        Tokens.joined(
            byChapter.stream().map(ChapterFacts::tokens).toList(),
            chapters.stream().map(chapter -> chapter.range().start()).toList());
    List<TextRange> captions = ChapterFacts.captions(chapters, byChapter);
    List<Passage> passages = List.copyOf(PassageBuilder.passages(file.markdown(), captions));
    int[] owners = new int[tokens.count()];
    BitSet titles = new BitSet(tokens.count());
    BitSet headings = new BitSet(tokens.count());
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      passage.locate(tokens);
      // A passage stands after the one around it, so the innermost comes last.
      Arrays.fill(owners, passage.firstToken, passage.endToken, i);
      titles.clear(passage.firstToken, passage.endToken);
      titles.set(passage.firstToken, passage.titleEndToken);
      headings.set(
          passage.firstToken,
          passage.kind() == Passage.Kind.SECTION ? passage.titleEndToken : passage.firstToken);
    }
    Mentions mentions = Mentions.of(text, tokens, byChapter, vocabulary, titles, file.role().id());
    List<Calculation> calculations = ChapterFacts.calculations(chapters, byChapter);
    return new FileFacts(
        file,
        chapters,
        byChapter,
        tokens,
        passages,
        owners,
        headings,
        titles,
        mentions,
        calculations);
  }

  public PackFile file() {
    return file;
  }

  /**
   * What somebody makes of this file, worked out when it is first asked for. It must follow from
   * the file and the template alone, so that it holds as long as the file stands.
   *
   * @param who asks
   * @param about what the question is about, such as a row's id
   */
  public <T> T once(Class<?> who, String about, Supplier<T> answer) {
    Question question = new Question(who, about);
    @SuppressWarnings("unchecked") // the same question has always had an answer of the same type
    T known = (T) answers.get(question);
    if (known == null) {
      known = answer.get();
      answers.put(question, known);
    }
    return known;
  }

  private record Question(Class<?> who, String about) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Question o && who.equals(o.who) && about.equals(o.about);
    }

    @Override
    public int hashCode() {
      return 31 * who.hashCode() + about.hashCode();
    }
  }

  public SourceText source() {
    return file.markdown().source();
  }

  public Tokens tokens() {
    return tokens;
  }

  /** The calculations that are written out, in document order. */
  public List<Calculation> calculations() {
    return calculations;
  }

  /** All quantities, wherever they stand in a line, in document order. */
  public List<Figure> figures() {
    return ChapterFacts.figures(chapters, byChapter);
  }

  /** How numbers are written in it. */
  public NumberStyle numberStyle() {
    return byChapter.get(0).style();
  }

  /** In document order, each before those inside it; the first is the file. */
  public List<Passage> passages() {
    return passages;
  }

  public Passage passage(int index) {
    return passages.get(index);
  }

  /** The index of the innermost passage around a token. */
  public int ownerOf(int token) {
    return owners[token];
  }

  /** The tokens at which an expression's mentions begin, in order. */
  public int[] mentionsOf(Expression expression) {
    return mentions.of(expression);
  }

  /** The tokens in titles at which an expression's mentions begin, in order. */
  public int[] titleMentionsOf(Expression expression) {
    return mentions.inTitles(expression);
  }

  public boolean mentions(Expression expression, Passage passage) {
    return mentions.in(expression, passage.firstToken, passage.endToken);
  }

  public int count(Expression expression, Passage passage) {
    return mentions.count(expression, passage.firstToken, passage.endToken);
  }

  /** How often the tokens from {@code from} on and before {@code to} mention an expression. */
  public int count(Expression expression, int from, int to) {
    return mentions.count(expression, from, to);
  }

  public boolean titleMentions(Expression expression, Passage passage) {
    return mentions.inTitles(expression, passage.firstToken, passage.titleEndToken);
  }

  /** Whether a token is among the first words of a passage, which tell its topic. */
  public boolean isOpening(int token, Passage passage) {
    return token < passage.titleEndToken + OPENING_WORDS;
  }

  /**
   * Whether the chapter around a passage is one of plain paragraphs, which do not announce their
   * topics. Other chapters do not matter.
   */
  public boolean hasFewTitles(int index) {
    int chapter = index;
    while (passages.get(chapter).parent() > 0
        && !isDocumentTitle(passages.get(passages.get(chapter).parent()))) {
      chapter = passages.get(chapter).parent();
    }
    Passage around = passages.get(chapter);
    int inTitles = titles.get(around.firstToken, around.endToken).cardinality();
    return inTitles * 100 < (FEW_TITLES + 1) * (around.endToken - around.firstToken);
  }

  /**
   * Whether a section says so little, in lines with labels of their own or in questions and
   * answers, that all of it is read as one block.
   */
  public boolean isShortSection(int index) {
    Passage section = passages.get(index);
    return section.kind() == Passage.Kind.SECTION
        && bodyWords(section) <= SHORT_SECTION_WORDS
        && isWithoutHeadings(section);
  }

  boolean isWithoutHeadings(Passage section) {
    int next = headings.nextSetBit(section.titleEndToken);
    return next < 0 || next >= section.endToken;
  }

  /** Whether a passage stands inside a block of code. */
  public boolean isInCode(int index) {
    int parent = passages.get(index).parent();
    return parent > 0 && passages.get(parent).kind() == Passage.Kind.CODE;
  }

  /** Whether a token stands in a heading. */
  public boolean isHeading(int token) {
    return headings.get(token);
  }

  /** Whether a passage is a block of code, or stands inside one. */
  public boolean isCode(int index) {
    return passages.get(index).kind() == Passage.Kind.CODE || isInCode(index);
  }

  /** How many words that are no numbers stand from one token on and before another. */
  public int plainWords(int from, int to) {
    int words = 0;
    for (int token = from; token < to; token++) {
      words += tokens.words[token].number ? 0 : 1;
    }
    return words;
  }

  /**
   * The token after the last in the first line of a passage's body, or in the line of its title.
   */
  int lineEnd(Passage passage) {
    int first = Math.max(passage.title().end(), passage.range().start());
    int line = source().lineOf(first);
    return Math.min(passage.endToken, tokens.firstFrom(source().line(line).end()));
  }

  /** Whether a passage is a drawing. */
  public boolean isDrawing(Passage passage) {
    return passage.kind() == Passage.Kind.CODE
        && Drawings.isDrawing(source().substring(passage.range()));
  }

  /** Whether the title of a passage, or of one around it, mentions an expression. */
  public boolean pathMentions(Expression expression, int index) {
    for (int i = index; i > 0; i = passages.get(i).parent()) {
      if (titleMentions(expression, passages.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a passage is the section of the file's title, which holds nearly all of it. */
  public boolean isDocumentTitle(Passage passage) {
    return passage.level() == 1
        && passage.endToken - passage.firstToken > tokens.count() * DOCUMENT_SHARE;
  }

  /** How many words stand in a passage beside its title. */
  public int bodyWords(Passage passage) {
    return passage.endToken - passage.titleEndToken;
  }

  /** How many words stand in a passage outside of headings, its own and those inside it. */
  public int proseWords(Passage passage) {
    int inHeadings = headings.get(passage.titleEndToken, passage.endToken).cardinality();
    return bodyWords(passage) - inHeadings;
  }

  /** Whether a passage's body mentions an expression. */
  public boolean bodyMentions(Expression expression, Passage passage) {
    return mentions.in(expression, passage.titleEndToken, passage.endToken);
  }

  /** How many words stand in those sentences of a passage's body that mention one of two things. */
  public int wordsAbout(Expression one, Expression other, Passage passage) {
    int words = 0;
    int from = passage.titleEndToken;
    while (from < passage.endToken) {
      int to = Sentence.around(from, tokens, passage).to();
      words += mentions.in(one, from, to) || mentions.in(other, from, to) ? to - from : 0;
      from = to;
    }
    return words;
  }

  /** How often a passage's body mentions an expression. */
  public int bodyCount(Expression expression, Passage passage) {
    return mentions.count(expression, passage.titleEndToken, passage.endToken);
  }
}
