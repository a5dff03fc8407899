package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What stands in parentheses beside a calculation. */
final class Asides {
  private Asides() {}

  /**
   * Reads the equations in the parentheses of a line on their own.
   *
   * @return the line with one token in the place of each
   */
  static List<Token> readIn(List<Token> tokens, Consumer<Equation> found) {
    if (!Clauses.hasRelation(tokens, 0, tokens.size())) {
      return tokens;
    }
    List<Token> line = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      int close = tokens.get(i).is(Kind.OPEN) ? Clauses.closing(tokens, i) : -1;
      if (close < 0) {
        line.add(tokens.get(i));
        i++;
      } else {
        read(tokens, i, close, line, found);
        i = close + 1;
      }
    }
    return line;
  }

  /** Reads tokens from one parenthesis to the other behind those of a line. */
  private static void read(
      List<Token> tokens, int open, int close, List<Token> line, Consumer<Equation> found) {
    if (!Clauses.hasRelation(tokens, open + 1, close)) {
      line.addAll(tokens.subList(open, close + 1));
      return;
    }
    Optional<Term> before = Clauses.amountBefore(line, line.size()).map(Term::of);
    List<Token> inner = tokens.subList(open + 1, close);
    if (before.isEmpty() && isResult(tokens, open + 1, close)) {
      line.addAll(inner);
      return;
    }
    ChainReader.aside(readIn(inner, found), before, found);
    int start = tokens.get(open).start();
    int end = tokens.get(close).end();
    line.add(new Token(Kind.ASIDE, start, end, "", BigDecimal.ZERO, true));
  }

  /** Whether parentheses only set off the result of what stands before: {@code a × b (= c)}. */
  private static boolean isResult(List<Token> tokens, int from, int close) {
    boolean ends =
        close + 1 == tokens.size()
            || !(Clauses.isSign(tokens.get(close + 1).kind())
                || Clauses.hasRelation(tokens, close + 1, tokens.size()));
    return ends
        && tokens.get(from).isRelation()
        && !Clauses.hasRelation(tokens, from + 1, close)
        && ExpressionParser.parse(tokens, from + 1, close)
            .filter(result -> result.next() == close && !result.operators())
            .isPresent();
  }
}
