package io.github.hldls.facts;

import io.github.hldls.facts.Passage.Kind;
import io.github.hldls.template.Expression;
import io.github.hldls.template.Quantity;
import io.github.hldls.template.Template;
import io.github.hldls.text.TextRange;
import io.github.hldls.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the plain statements of quantities: {@code DAU: 500M}, a table row with one number, a
 * column of a table, "500 million daily active users". What is calculated, compared or said of
 * another time or scale is left out.
 */
public final class Statements {
  /** A longer text before a colon is no name. */
  private static final int MAX_KEY_WORDS = 7;

  private static final int MAX_SUBJECT_WORDS = 4;

  /** After these a number is not the only one. */
  private static final String OPERATORS = "=×→*/÷≈";

  private final FileFacts file;
  private final String text;
  private final Expression fillers;
  private final Expression scenario;
  private final List<Statement> found = new ArrayList<>();

  private Statements(FileFacts file, Template template) {
    this.file = file;
    this.text = file.source().text();
    this.fillers = template.phrase("fillers");
    this.scenario = template.phrase("scenario");
  }

  /** The statements of a file, by quantity. */
  public static List<Statement> of(FileFacts file, Template template) {
    return file.once(Statements.class, "", () -> read(file, template));
  }

  private static List<Statement> read(FileFacts file, Template template) {
    Statements statements = new Statements(file, template);
    for (Quantity quantity : template.quantities()) {
      int end = 0;
      for (int token : file.mentionsOf(quantity.says())) {
        int start = file.tokens().start(token);
        if (start >= end) {
          end = file.source().line(file.source().lineOf(start)).end();
          statements.read(quantity, token, start);
        }
      }
    }
    return statements.found;
  }

  private void read(Quantity quantity, int token, int start) {
    int index = file.ownerOf(token);
    Passage passage = file.passage(index);
    if (file.isHeading(token) || file.pathMentions(scenario, index)) {
      return;
    }
    if (passage.kind() == Kind.TABLE) {
      column(quantity, start, index);
    } else if (passage.kind() == Kind.ROW) {
      row(quantity, start, passage);
    } else if (!line(quantity, start) && quantity.whole() && !file.isCode(index)) {
      sentence(quantity, token, passage);
    }
  }

  /** {@code | Click cache | 24 hours |} under a header that names a quantity. */
  private void column(Quantity quantity, int start, int index) {
    Passage table = file.passage(index);
    int column = Cells.indexAt(Cells.of(text, table.title()), start);
    for (int i = index + 1; i < file.passages().size(); i++) {
      Passage row = file.passage(i);
      if (row.parent() != index) {
        break;
      }
      List<TextRange> cells = Cells.of(text, row.range());
      if (column > 0 && column < cells.size()) {
        add(quantity, cells.get(0), cells.get(column));
      }
    }
  }

  /** {@code | Peak orders per second | 1,200 | ... |}: a row with one number. */
  private void row(Quantity quantity, int start, Passage row) {
    List<TextRange> cells = Cells.of(text, row.range());
    if (Cells.indexAt(cells, start) != 0) {
      return;
    }
    List<TextRange> numbers =
        cells.subList(1, cells.size()).stream()
            .filter(cell -> Measure.at(text, cell.start(), cell.end()).isPresent())
            .toList();
    if (numbers.size() == 1) {
      add(quantity, cells.get(0), numbers.get(0));
    }
  }

  /** {@code - DAU: 500M}; false if no colon or the like follows the name. */
  private boolean line(Quantity quantity, int start) {
    TextRange line = file.source().line(file.source().lineOf(start));
    int from = start;
    while (from > line.start() && "│|├└─•".indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    int to = start;
    while (to < line.end() && "│|".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    int mark = start;
    while (mark < to && ":=≈".indexOf(text.charAt(mark)) < 0) {
      mark++;
    }
    if (mark < to) {
      add(quantity, new TextRange(from, mark), new TextRange(mark + 1, to));
    }
    return mark < to;
  }

  /** "500 million daily active users", "an RPO of 5 minutes" */
  private void sentence(Quantity quantity, int token, Passage passage) {
    Sentence sentence = Sentence.around(token, file.tokens(), passage);
    int start = file.tokens().start(token);
    if (file.count(scenario, sentence.from(), sentence.to()) > 0) {
      return;
    }
    for (int first = token - 1; first >= Math.max(sentence.from(), token - 2); first--) {
      Optional<Measure> before = Measure.at(text, file.tokens().start(first), start);
      if (before.isPresent() && text.substring(before.get().end(), start).isBlank()) {
        add(quantity, Set.of(), before.get(), new TextRange(start, start));
        return;
      }
    }
    Set<String> plain = Vocabulary.wordsOf(quantity.says());
    int next = token;
    while (next < sentence.to() && (plain.contains(word(next)) || isFiller(next))) {
      next++;
    }
    if (next < sentence.to() && next < token + MAX_KEY_WORDS) {
      int limit = file.tokens().end(sentence.to() - 1);
      Measure.at(text, file.tokens().start(next), limit)
          .ifPresent(measure -> add(quantity, Set.of(), measure, new TextRange(start, start)));
    }
  }

  private boolean isFiller(int token) {
    return file.count(fillers, token, token + 1) > 0;
  }

  private String word(int token) {
    Tokens tokens = file.tokens();
    return Words.normalize(text.substring(tokens.start(token), tokens.end(token)));
  }

  private boolean isScenario(int from, int to) {
    Tokens tokens = file.tokens();
    return file.count(scenario, tokens.firstFrom(from), tokens.firstFrom(to)) > 0;
  }

  private void add(Quantity quantity, TextRange key, TextRange value) {
    Optional<Measure> measure = Measure.at(text, value.start(), value.end());
    int words = file.tokens().firstFrom(key.end()) - file.tokens().firstFrom(key.start());
    if (measure.isEmpty()
        || words > MAX_KEY_WORDS
        || isScenario(key.start(), key.end())
        || isCalculated(measure.get().end(), value.end())) {
      return;
    }
    Set<String> subject = subject(quantity, key);
    if (subject.size() <= MAX_SUBJECT_WORDS) {
      add(quantity, subject, measure.get(), key);
    }
  }

  private boolean isCalculated(int from, int to) {
    String rest = text.substring(from, Math.max(from, to)).replace("**", "");
    return rest.chars().anyMatch(c -> OPERATORS.indexOf(c) >= 0);
  }

  private void add(Quantity quantity, Set<String> subject, Measure measure, TextRange name) {
    if (measure.unit() == quantity.unit()) {
      TextRange range = new TextRange(measure.start(), measure.end());
      found.add(new Statement(quantity, subject, measure, name, range));
    }
  }

  /** The words of a name beside those of the quantity and those that say nothing. */
  private Set<String> subject(Quantity quantity, TextRange key) {
    Tokens tokens = file.tokens();
    Set<String> plain = Vocabulary.wordsOf(quantity.says());
    Set<String> empty = Vocabulary.wordsOf(fillers);
    Set<String> subject = new HashSet<>();
    int to = tokens.firstFrom(key.end());
    int from = tokens.firstFrom(key.start());
    for (int token = from; token < to; token++) {
      String word = word(token);
      if (!plain.contains(word) && !empty.contains(word)) {
        subject.add(word);
      }
    }
    return subject;
  }
}
