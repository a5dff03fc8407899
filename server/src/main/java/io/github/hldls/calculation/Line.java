package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A line that is cut into tokens and read only if somebody asks for them: few do. */
final class Line {
  private static final List<Token> UNREAD = new ArrayList<>();

  // Of lines without numbers only this is wanted; there are so many that they share these.
  static final Line BLANK = ofWords();
  static final Line HEADING = ofWords();
  static final Line WORDS = ofWords();

  final LineShape shape;
  final int first;
  final int last;
  private final char[] text;
  private final int start;
  private final int end;
  private NumberStyle style = NumberStyle.POINT;
  private List<Token> tokens = UNREAD;
  private List<Optional<Term>> terms = List.of();

  private Line(LineShape shape, char[] text, int first, int last, int start, int end) {
    this.shape = shape;
    this.text = text;
    this.first = first;
    this.last = last;
    this.start = start;
    this.end = end;
  }

  /**
   * Looks at a line, without reading it yet.
   *
   * @param first its number
   * @param last that of the last line that is read as one with it
   */
  static Line of(char[] text, int first, int last, TextRange range) {
    int start = range.start();
    int end = range.end();
    LineShape shape = LineShape.of(text, start, end);
    if (shape != LineShape.WORDS) {
      return new Line(shape, text, first, last, start, end);
    }
    return isHeading(text, start, end) ? HEADING : isBlank(text, start, end) ? BLANK : WORDS;
  }

  private static Line ofWords() {
    return new Line(LineShape.WORDS, new char[0], -1, -1, 0, 0);
  }

  /** Says how its numbers are written, before it is read. */
  void style(NumberStyle known) {
    style = known.ofLine(text, start, end, shape.lean);
  }

  List<Token> tokens() {
    if (tokens == UNREAD) {
      tokens = Lexer.tokens(text, start, end, style);
    }
    return tokens;
  }

  /**
   * Reads its cells, each of which may continue the cell above it; a line outside of tables is one
   * cell.
   */
  void read(Optional<Line> above, Consumer<Equation> found) {
    List<Token> line = tokens();
    if (shape.bars == 0) {
      Optional<Line> before = isLabelled(line) ? above.filter(Line::isFormula) : above;
      terms = List.of(ChainReader.read(line, () -> before.flatMap(l -> l.term(0)), found));
      return;
    }
    List<Optional<Term>> read = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= line.size(); i++) {
      if (i == line.size() || line.get(i).is(Kind.BAR)) {
        int cell = read.size();
        List<Token> tokensOfCell = new ArrayList<>(line.subList(from, i));
        read.add(ChainReader.read(tokensOfCell, () -> above.flatMap(l -> l.term(cell)), found));
        from = i + 1;
      }
    }
    terms = read;
  }

  /** Whether it begins with a label that announces the result of the line above. */
  private static boolean isLabelled(List<Token> line) {
    return line.size() > 1
        && line.get(0).is(Kind.WORD)
        && line.get(1).is(Kind.COLON)
        && Vocabulary.isResultLabel(line.get(0).text());
  }

  /** Whether it is nothing but a calculation, or says that it is one. */
  private boolean isFormula() {
    List<Token> line = tokens();
    return !line.get(0).is(Kind.WORD) || Vocabulary.isFormulaLabel(line.get(0).text());
  }

  /** What one of its cells comes to, if that is clear. */
  private Optional<Term> term(int cell) {
    if (terms.isEmpty()) {
      read(Optional.empty(), equation -> {});
    }
    return cell < terms.size() ? terms.get(cell) : Optional.empty();
  }

  /** What it comes to, if that is clear and an amount. */
  Optional<Amount> amount() {
    return term(0).flatMap(Term::amount);
  }

  /** Whether its last token asks for another operand. */
  boolean isOpen() {
    boolean sign = "/+×*÷xX·⋅∙✕✖∗⨯∕⁄".indexOf(lastSign()) >= 0;
    if (!sign && !shape.formula) {
      return false;
    }
    List<Token> line = tokens();
    return !line.isEmpty() && line.get(line.size() - 1).isSign();
  }

  /** Whether it ends in a colon. */
  boolean announces() {
    return lastSign() == ':';
  }

  /** Its last character apart from blanks and marks; a line break if there is none. */
  private char lastSign() {
    int last = end - 1;
    while (last >= start && " \t`_\"".indexOf(text[last]) >= 0) {
      last--;
    }
    while (last > start && text[last] == '*' && text[last - 1] != ' ') {
      last--;
    }
    return last >= start ? text[last] : '\n';
  }

  boolean isHeading() {
    return isHeading(text, start, end);
  }

  private static boolean isHeading(char[] text, int start, int end) {
    return start < end && text[start] == '#';
  }

  private static boolean isBlank(char[] text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text[i] != ' ' && !Character.isWhitespace(text[i])) {
        return false;
      }
    }
    return true;
  }
}
