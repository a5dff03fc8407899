package io.github.hldls.calculation;

import io.github.hldls.calculation.Expression.Binary;
import io.github.hldls.calculation.Expression.Operator;
import io.github.hldls.calculation.ExpressionParser.Parsed;
import io.github.hldls.calculation.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds results whose operands stand further up: {@code Peak (3x): 600 QPS} after the average, or a
 * lone {@code ≈ 600 QPS} under a label. What stands far away can be mistaken, so these are never
 * called wrong.
 */
final class Context {
  private static final int REMEMBERED = 8;
  private static final int REMEMBERED_LINES = 16;
  private static final int MAX_FACTORS = 4;

  private final Consumer<Equation> found;
  private final Deque<Line> lines = new ArrayDeque<>();
  private List<Amount> announced = List.of();

  Context(Consumer<Equation> found) {
    this.found = found;
  }

  /** A new section: what stood before has nothing to do with it. */
  void section() {
    lines.clear();
    announced = List.of();
  }

  /** A label without numbers. */
  void label() {
    announced = List.of();
  }

  /**
   * A line with numbers.
   *
   * @param calculated whether an equation was found on it
   */
  void line(Line line, boolean calculated) {
    LineShape shape = line.shape;
    if (!calculated && (shape.factors > 0 || (shape.equation && shape.begins))) {
      claim(line);
    } else if (!calculated && line.announces()) {
      announced = List.of();
    }
    remember(line);
  }

  private void remember(Line line) {
    lines.addFirst(line);
    if (lines.size() > REMEMBERED_LINES) {
      lines.removeLast();
    }
  }

  /** The amounts of the last lines, the last one first. */
  private List<Amount> results() {
    List<Amount> results = new ArrayList<>();
    for (Line line : lines) {
      if (results.size() < REMEMBERED) {
        line.amount().ifPresent(results::add);
      }
    }
    return results;
  }

  private void claim(Line line) {
    if (line.announces()) {
      announced = factors(line.tokens(), line.tokens().size());
    } else if (line.shape.begins || line.shape.numbers > line.shape.factors) {
      List<Token> tokens = line.tokens();
      boolean alone = tokens.get(0).is(Kind.EQUALS) || tokens.get(0).is(Kind.ABOUT);
      List<Amount> factors = alone ? announced : factors(tokens, tokens.size());
      if (alone || !factors.isEmpty()) {
        line.amount()
            .filter(amount -> !amount.percent() && !amount.marks().times())
            .ifPresent(amount -> claim(tokens, amount, factors));
      }
    }
  }

  private void claim(List<Token> tokens, Amount claimed, List<Amount> factors) {
    boolean visible = false;
    for (Token token : tokens) {
      visible |= token.is(Kind.ABOUT) || token.is(Kind.TILDE);
    }
    List<Amount> results = results();
    for (Amount base : results) {
      if (!factors.isEmpty() && isSameKind(base, claimed)) {
        for (Amount factor : factors) {
          for (Operator operator : operators(factor)) {
            if (report(multiple(base, factor, operator), base, factor, claimed, visible)) {
              return;
            }
          }
        }
      }
    }
    boolean alone = tokens.get(0).is(Kind.EQUALS) || tokens.get(0).is(Kind.ABOUT);
    List<Amount> named = factors(tokens, labelEnd(tokens, claimed));
    boolean labelled = named.stream().anyMatch(f -> !f.percent());
    if (!results.isEmpty() && (alone || labelled) && isSameKind(results.get(0), claimed)) {
      Amount last = results.get(0);
      Term base = Term.of(last, false, false);
      Term right = Term.of(claimed, false, false);
      Equation rounded = Equation.of(base, right, Kind.ABOUT, visible);
      boolean restated = Equations.judge(rounded).filter(Judgement::fits).isPresent();
      Term unknown = Term.unreadable(last.start(), last.end());
      found.accept(restated ? rounded : Equation.of(unknown, right, Kind.EQUALS, visible));
    }
  }

  private boolean report(
      Expression product, Amount base, Amount factor, Amount claimed, boolean visible) {
    int start = base.start();
    Term left = new Term(Optional.of(product), start, base.end(), true, true, false);
    Term right = Term.of(claimed, false, false);
    Equation equation = Equation.implied(left, right, visible, List.of(base, factor));
    boolean fits = Equations.judge(equation).filter(j -> j.verdict() == Verdict.OK).isPresent();
    if (fits) {
      found.accept(equation);
    }
    return fits;
  }

  private static boolean isSameKind(Amount a, Amount b) {
    return GridReader.dimension(Term.of(a, false, false))
        .equals(GridReader.dimension(Term.of(b, false, false)));
  }

  private static Expression multiple(Amount base, Amount factor, Operator operator) {
    return new Binary(operator, base, factor);
  }

  private static List<Operator> operators(Amount factor) {
    return factor.percent()
        ? List.of(Operator.TIMES, Operator.MINUS, Operator.PLUS)
        : List.of(Operator.TIMES);
  }

  /** The index of the first token of the claim. */
  private static int labelEnd(List<Token> tokens, Amount claimed) {
    int end = 0;
    while (end < tokens.size() && tokens.get(end).start() < claimed.start()) {
      end++;
    }
    return end;
  }

  /** The factors that a label names: {@code 3x}, {@code ×10}, {@code 20 %}. */
  private static List<Amount> factors(List<Token> tokens, int end) {
    List<Amount> factors = new ArrayList<>();
    for (int i = 0; i < end && factors.size() < MAX_FACTORS; i++) {
      if (tokens.get(i).is(Kind.NUMBER)) {
        boolean times = i > 0 && tokens.get(i - 1).is(Kind.TIMES);
        ExpressionParser.parse(tokens, i, end)
            .flatMap(Parsed::amount)
            .filter(a -> a.percent() || a.marks().times() || (times && a.isBare()))
            .ifPresent(factors::add);
      }
    }
    return factors;
  }
}
