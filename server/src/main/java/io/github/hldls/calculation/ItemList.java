package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds totals of lists: lines that each name one amount ({@code Title: 200 bytes}), then a line
 * that gives their total. One blank line may part the two.
 */
final class ItemList {
  private static final int MAX_ITEMS = 40;
  private static final int SURE = 2;

  private final Consumer<Equation> found;
  private final List<Line> lines = new ArrayList<>();
  private final List<Amount> items = new ArrayList<>();
  private boolean others;
  private boolean gap;

  ItemList(Consumer<Equation> found) {
    this.found = found;
  }

  /** A line that holds no number: a blank one, or one that starts something new. */
  void pass(boolean blank) {
    if (!blank || gap) {
      clear();
    }
    gap = blank;
  }

  /** A line with numbers. */
  void line(Line line) {
    if (line.shape.total && total(line)) {
      return;
    }
    if (gap) {
      clear();
    }
    lines.add(line);
  }

  /** Judges a total and forgets its items; false if it is none after all. */
  private boolean total(Line line) {
    List<Token> tokens = line.tokens();
    List<Token> label = label(tokens);
    if (!Totals.isTotal(label)) {
      return false;
    }
    boolean calculated = tokens.stream().anyMatch(Token::isRelation);
    if (!calculated && lines.size() <= MAX_ITEMS && line.amount().isPresent()) {
      collect();
      total(label, tokens, line.amount().get());
    }
    clear();
    return true;
  }

  private void collect() {
    for (Line line : lines) {
      Optional<Amount> amount = line.amount();
      List<Token> label = label(line.tokens());
      if (amount.isPresent() && !label.isEmpty()) {
        items.add(amount.get());
      }
      // A percentage is of something that stands elsewhere, which the total may include.
      boolean share = line.tokens().stream().anyMatch(t -> t.is(Kind.PERCENT));
      others |= share || amount.isEmpty() || label.isEmpty();
    }
  }

  private void clear() {
    lines.clear();
    items.clear();
    others = false;
    gap = false;
  }

  /** The words before the colon; none without one. */
  private static List<Token> label(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(Kind.COLON)) {
        List<Token> label = tokens.subList(0, i);
        return label.stream().filter(t -> !t.is(Kind.STOP)).toList();
      }
    }
    return List.of();
  }

  private void total(List<Token> label, List<Token> tokens, Amount claimed) {
    boolean visible = tokens.stream().anyMatch(t -> t.is(Kind.TILDE) || t.is(Kind.ABOUT));
    Optional<Equation> all = sum(0, claimed, visible);
    for (int from = 0; from + 1 < items.size(); from++) {
      Optional<Equation> some = sum(from, claimed, visible);
      if (some.flatMap(Equations::judge).filter(Judgement::fits).isPresent()) {
        found.accept(some.get());
        return;
      }
    }
    boolean sure =
        !others
            && items.size() >= SURE
            && isPlain(label)
            && !GridReader.dimension(Term.of(claimed, false, false))
                .equals(Optional.of(Dimension.NONE));
    all.filter(e -> sure && !Totals.isAllButOne(e)).ifPresent(found);
  }

  /** Whether the label names a total without conditions: {@code Total}, {@code Total per entry}. */
  private static boolean isPlain(List<Token> label) {
    return label.size() <= 3
        && label.stream()
            .allMatch(
                t ->
                    t.is(Kind.WORD)
                        && !Vocabulary.isReserve(t.text())
                        && (t.isWord("per") || !Vocabulary.endsPhrase(t.text())));
  }

  private Optional<Equation> sum(int from, Amount claimed, boolean visible) {
    boolean bounded = items.size() <= MAX_ITEMS;
    return bounded
        ? Totals.of(items.subList(from, items.size()), claimed, visible, false)
        : Optional.empty();
  }
}
