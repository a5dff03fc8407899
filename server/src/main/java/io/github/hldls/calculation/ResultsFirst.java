package io.github.hldls.calculation;

import io.github.hldls.calculation.ExpressionParser.Parsed;
import io.github.hldls.calculation.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds results that stand before their calculation: {@code 100 MB (2,000 × 50 KB)}. */
final class ResultsFirst {
  private final List<Token> tokens;
  private final Consumer<Equation> found;

  private ResultsFirst(List<Token> tokens, Consumer<Equation> found) {
    this.tokens = tokens;
    this.found = found;
  }

  static void read(List<Token> tokens, Consumer<Equation> found) {
    ResultsFirst reader = new ResultsFirst(tokens, found);
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).is(Kind.OPEN)) {
        int close = Clauses.closing(tokens, i);
        if (close < 0) {
          return;
        }
        // What a sign follows is an operand.
        if (close + 1 == tokens.size() || !tokens.get(close + 1).isSign()) {
          reader.result(i, close);
        }
        i = close;
      }
    }
  }

  private void result(int open, int close) {
    Optional<Parsed> parsed = ExpressionParser.parse(tokens, open + 1, close);
    if (parsed.isPresent() && parsed.get().next() == close && !isPair(open, close)) {
      Clauses.amountBefore(tokens, open).ifPresent(claim -> precede(claim, parsed.get()));
    }
  }

  private void precede(Parsed claim, Parsed operands) {
    if (operands.operators()) {
      found.accept(Equation.of(Term.of(operands), Term.of(claim), Kind.EQUALS, false));
      return;
    }
    Equation again = Equation.of(Term.of(claim), Term.of(operands), Kind.EQUALS, true);
    Optional<Judgement> judgement = Equations.judge(again);
    if (judgement.filter(Judgement::fits).isPresent() || Equations.isRestated(again)) {
      found.accept(again);
    }
  }

  /** Two bare numbers and a slash, as in the 80/20 rule. */
  private boolean isPair(int open, int close) {
    return close - open >= 4
        && tokens.get(open + 1).is(Kind.NUMBER)
        && tokens.get(open + 2).is(Kind.DIVIDE)
        && !tokens.get(open + 2).spaced()
        && tokens.get(open + 3).is(Kind.NUMBER)
        && (close - open == 4 || tokens.get(open + 4).is(Kind.WORD));
  }
}
