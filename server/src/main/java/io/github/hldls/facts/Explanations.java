package io.github.hldls.facts;

import io.github.hldls.facts.Passage.Kind;
import io.github.hldls.template.Expression;
import io.github.hldls.template.Template;
import io.github.hldls.text.TextRange;
import java.util.List;

/**
 * Tells the places where a file says what a technology is or why it was chosen: a sentence that
 * defines it or gives a reason, words in parentheses or after a dash, an item or table row about
 * it, or a section whose title announces as much.
 */
final class Explanations {
  /** So many words after a label say something about it. */
  private static final int MIN_WORDS = 3;

  private static final int MIN_ROW_WORDS = 4;

  private static final int MIN_GLOSS = 2;
  private static final int MIN_SECTION_WORDS = 15;

  /** Between a name and the verb that defines it, as in "Kafka itself is a log". */
  private static final int MAX_BETWEEN = 2;

  private static final List<String> ARTICLES = List.of(", a ", ", an ", ", the ", ", our ");

  private final FileFacts file;
  private final Expression defines;
  private final Expression reason;
  private final Expression explains;
  private final Expression sorts;

  Explanations(FileFacts file, Template template) {
    this.file = file;
    this.defines = template.phrase("defines");
    this.reason = template.phrase("reason");
    this.explains = template.phrase("explains");
    this.sorts = template.phrase("sorts");
  }

  /** Whether the words around a name explain what it stands for. */
  boolean isOne(int token, TextRange name, int index) {
    Passage passage = file.passage(index);
    int after = file.tokens().firstFrom(name.end());
    if (file.isCode(index) || (passage.kind() == Kind.TABLE && token < passage.titleEndToken)) {
      return false;
    }
    if (passage.kind() == Kind.SECTION && token < passage.titleEndToken) {
      int other = passage.titleEndToken - passage.firstToken - (after - token);
      return (other <= 1 || file.titleMentions(explains, passage))
          && file.proseWords(passage) >= MIN_SECTION_WORDS;
    }
    return says(token, after, passage)
        || isGlossed(name.end())
        || isGloss(name.start())
        || (passage.kind() == Kind.ROW
            ? fills(token, after, passage)
            : token < passage.titleEndToken && opens(token, passage))
        || file.pathMentions(explains, index);
  }

  /** Whether the cells of a row that hold no figures say something besides the name. */
  private boolean fills(int token, int after, Passage row) {
    int words = 0;
    boolean figures = false;
    for (int i = row.firstToken; i < row.endToken; i++) {
      figures = file.tokens().afterBreak[i] ? file.tokens().words[i].number : figures;
      words += figures || (i >= token && i < after) ? 0 : 1;
    }
    return words >= MIN_ROW_WORDS;
  }

  /** Whether a label or item begins with a name and says something about it. */
  private boolean opens(int token, Passage passage) {
    return token <= passage.firstToken + 1
        && file.plainWords(passage.titleEndToken, file.lineEnd(passage)) >= MIN_WORDS;
  }

  private boolean says(int token, int after, Passage passage) {
    Sentence sentence = Sentence.around(token, file.tokens(), passage);
    int from = Math.min(after, sentence.to());
    return file.count(defines, from, Math.min(from + MAX_BETWEEN + 1, sentence.to())) > 0
        || file.count(sorts, from, Math.min(from + 1, sentence.to())) > 0
        || file.count(reason, sentence.from(), sentence.to()) > 0;
  }

  /** Whether a name stands in parentheses after what it stands for: "object storage (S3)". */
  private boolean isGloss(int start) {
    String text = file.source().text();
    int at = start - 1;
    while (at > 0 && "*_` ".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    if (at < 2 || text.charAt(at) != '(') {
      return false;
    }
    int before = text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
    return Character.isLetter(text.charAt(before));
  }

  /**
   * Whether a comma, an article and words up to the next sign follow: "X, a store of keys, ...".
   */
  private boolean isApposition(String text, int comma, int stop) {
    boolean article = ARTICLES.stream().anyMatch(word -> text.startsWith(word, comma));
    int end = comma + 1;
    while (end < stop && ",.;:(".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    int first = file.tokens().firstFrom(comma + 1);
    return article && file.plainWords(first, file.tokens().firstFrom(end)) > MIN_GLOSS;
  }

  /** Whether words in parentheses, or after a colon or dash, say what the name stands for. */
  private boolean isGlossed(int end) {
    String text = file.source().text();
    int at = end;
    while (at < text.length() && "*_` ".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at + 1 >= text.length()) {
      return false;
    }
    char mark = text.charAt(at);
    int line = text.indexOf('\n', at);
    int stop = line < 0 ? text.length() : line;
    int first = file.tokens().firstFrom(at);
    if (mark == '(') {
      int close = text.indexOf(')', at);
      return close > 0
          && close < stop
          && file.plainWords(first, file.tokens().firstFrom(close)) >= MIN_GLOSS
          && !Character.isDigit(text.charAt(at + 1));
    }
    if (mark == ',') {
      return isApposition(text, at, stop);
    }
    boolean dash = mark == '–' || mark == '—' || text.startsWith("- ", at);
    return dash && file.plainWords(first, file.tokens().firstFrom(stop)) > MIN_GLOSS;
  }
}
