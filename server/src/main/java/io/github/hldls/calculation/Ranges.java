package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;
import io.github.hldls.text.TextRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A line with ranges as two lines without, one for each end: {@code 10-20 servers × 5k = 50-100k/s}
 * says {@code 10 servers × 5k = 50k/s} and {@code 20 servers × 5k = 100k/s}. Behind a sign that
 * divides or subtracts the ends change places.
 */
final class Ranges {
  private final List<Token> tokens;
  private final List<Token> lower = new ArrayList<>();
  private final List<Token> upper = new ArrayList<>();
  private final List<TextRange> places = new ArrayList<>();
  private int position;

  private Ranges(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The ranges of a line; empty if it has none. */
  static Optional<Ranges> of(List<Token> tokens) {
    boolean may = false;
    for (int i = 1; i + 1 < tokens.size() && !may; i++) {
      may = isBetween(tokens.get(i));
    }
    if (!may) {
      return Optional.empty();
    }
    Ranges ranges = new Ranges(tokens);
    while (ranges.position < tokens.size()) {
      ranges.next();
    }
    return ranges.places.isEmpty() ? Optional.empty() : Optional.of(ranges);
  }

  private static boolean isBetween(Token token) {
    return token.is(Kind.RANGE) || token.isWord("to") || token.isWord("and");
  }

  List<Token> lower() {
    return lower;
  }

  List<Token> upper() {
    return upper;
  }

  private void next() {
    if (!tokens.get(position).is(Kind.NUMBER) || !range()) {
      lower.add(tokens.get(position));
      upper.add(tokens.get(position));
      position++;
    }
  }

  /** Reads {@code 10-20}, {@code 10k–20k}, {@code $5 to $8}, {@code between 10 and 20}. */
  private boolean range() {
    Token first = tokens.get(position);
    boolean measured = isMeasure(position + 1);
    int sign = measured ? position + 2 : position + 1;
    if (sign + 1 >= tokens.size() || !isBetween(tokens.get(sign))) {
      return false;
    }
    int second = tokens.get(sign + 1).is(Kind.CURRENCY) ? sign + 2 : sign + 1;
    if (second >= tokens.size() || !tokens.get(second).is(Kind.NUMBER) || !isJoined(sign)) {
      return false;
    }
    boolean sized = isMeasure(second + 1);
    boolean same = !measured || (sized && says(position + 1).equals(says(second + 1)));
    boolean rising = first.value().compareTo(tokens.get(second).value()) < 0;
    boolean longer = tokens.size() > second + 1 && tokens.get(second + 1).is(Kind.RANGE);
    if ((same && !rising) || (measured && !sized) || longer) {
      return false;
    }
    Token low = whole(first.value(), second);
    Token high = whole(tokens.get(second).value(), second);
    boolean turned = isTurned();
    lower.add(turned ? high : low);
    upper.add(turned ? low : high);
    places.add(new TextRange(low.start(), low.end()));
    if (!same) {
      Token place = tokens.get(second + 1);
      Token size = renamed(tokens.get(position + 1), place);
      lower.add(turned ? place : size);
      upper.add(turned ? size : place);
    }
    position = same ? second + 1 : second + 2;
    return true;
  }

  /** The number of one end in the place of both. */
  private Token whole(BigDecimal value, int second) {
    Token first = tokens.get(position);
    int end = tokens.get(second).end();
    return new Token(Kind.NUMBER, first.start(), end, value.toPlainString(), value, first.spaced());
  }

  private static Token renamed(Token token, Token place) {
    return new Token(
        token.kind(), place.start(), place.end(), token.text(), token.value(), place.spaced());
  }

  /** Whether {@code and} stands behind {@code between}; other signs need nothing. */
  private boolean isJoined(int sign) {
    return !tokens.get(sign).isWord("and")
        || (position > 0 && tokens.get(position - 1).isWord("between"));
  }

  private boolean isMeasure(int index) {
    if (index >= tokens.size()) {
      return false;
    }
    Token token = tokens.get(index);
    return token.is(Kind.PERCENT)
        || (token.is(Kind.WORD)
            && (Units.unit(token.text()).isPresent()
                || Units.scale(token.text()).isPresent()
                || token.isWord("m")));
  }

  private String says(int index) {
    return tokens.get(index).text();
  }

  private boolean isTurned() {
    int i = position - 1;
    while (i >= 0 && isBeforeNumber(tokens.get(i))) {
      i--;
    }
    return i >= 0
        && (tokens.get(i).is(Kind.DIVIDE)
            || tokens.get(i).is(Kind.MINUS)
            || tokens.get(i).isWord("minus")
            || (tokens.get(i).isWord("by") && i > 0 && tokens.get(i - 1).isWord("divided")));
  }

  private static boolean isBeforeNumber(Token token) {
    return token.is(Kind.OPEN) || token.is(Kind.CURRENCY) || token.is(Kind.TILDE);
  }

  /** Hands over the equations of both lines: as one where they differ. */
  void join(List<Equation> low, List<Equation> high, Consumer<Equation> found) {
    for (Equation equation : low) {
      boolean ranged = holds(equation.left()) || holds(equation.right());
      if (!ranged) {
        found.accept(equation);
        continue;
      }
      high.stream()
          .filter(other -> other.right().start() == equation.right().start())
          .filter(other -> other.left().start() == equation.left().start())
          .findFirst()
          .ifPresent(other -> found.accept(equation.upTo(other)));
    }
  }

  private boolean holds(Term term) {
    return places.stream().anyMatch(p -> term.start() <= p.start() && p.end() <= term.end());
  }

  /** Judges both ends of an equation; empty if they are merely set side by side. */
  static Optional<Judgement> judge(Equation low, Equation high) {
    Optional<Judgement> below = Equations.judge(low);
    Optional<Judgement> above = Equations.judge(high);
    if (below.isEmpty() || above.isEmpty()) {
      return Optional.empty();
    }
    boolean fits = below.get().fits() || above.get().fits();
    Judgement worse = below.get().fits() ? above.get() : below.get();
    if (below.get().fits() && above.get().fits()) {
      return below.get().verdict() == Verdict.OK ? above : below;
    } else if (!low.left().operators()) {
      return Optional.empty();
    } else if (!isRange(low, high)) {
      boolean inside = isAtMost(below.get(), above.get()) || isAtMost(above.get(), below.get());
      return Optional.of(fits || inside ? worse.as(Verdict.OK) : both(below.get(), above.get()));
    }
    boolean holds = fits || contains(low, high, low.left()) || contains(low, high, high.left());
    return Optional.of(holds ? worse.as(Verdict.UNCLEAR) : both(below.get(), above.get()));
  }

  private static Judgement both(Judgement below, Judgement above) {
    boolean wrong = below.isWrong() && above.isWrong();
    return wrong ? below : below.as(Verdict.UNCLEAR);
  }

  /** Whether both the operands and the result are ranges. */
  private static boolean isRange(Equation low, Equation high) {
    return !value(low.left()).equals(value(high.left()))
        && !value(low.right()).equals(value(high.right()));
  }

  private static Optional<BigDecimal> value(Term term) {
    return term.expression().flatMap(e -> e.value(Reading.PLAIN)).map(Quantity::value);
  }

  /** Whether one claim is at most what was computed, and the other at least that. */
  private static boolean isAtMost(Judgement one, Judgement other) {
    return one.ratio().filter(r -> r.compareTo(BigDecimal.ONE) <= 0).isPresent()
        && other.ratio().filter(r -> r.compareTo(BigDecimal.ONE) >= 0).isPresent();
  }

  /** Whether what an end of the operands comes to lies in the claimed range. */
  private static boolean contains(Equation low, Equation high, Term operands) {
    Optional<Judgement> least = Equations.judge(low.from(operands));
    Optional<Judgement> most = Equations.judge(high.from(operands));
    return least.isPresent() && most.isPresent() && isAtMost(most.get(), least.get());
  }
}
