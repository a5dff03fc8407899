package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The numbers of a line that are part of none of its equations. */
final class Surroundings {
  private static final int MAX_NUMBERS = 12;

  private Surroundings() {}

  static List<Double> of(List<Token> tokens, List<Equation> equations) {
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < tokens.size() && numbers.size() < MAX_NUMBERS; i++) {
      Token token = tokens.get(i);
      if (token.is(Kind.NUMBER)
          && equations.stream()
              .noneMatch(e -> covers(e.left(), token) || covers(e.right(), token))) {
        numbers.add(scaled(tokens, i));
      }
    }
    return numbers;
  }

  private static boolean covers(Term term, Token token) {
    return term.start() <= token.start() && token.end() <= term.end();
  }

  private static double scaled(List<Token> tokens, int index) {
    double value = Quantity.toDouble(tokens.get(index).value());
    if (index + 1 >= tokens.size()) {
      return value;
    }
    Token next = tokens.get(index + 1);
    if (next.is(Kind.PERCENT)) {
      return value / 100;
    }
    return value * Units.scale(next.text()).map(Quantity::toDouble).orElse(1.0);
  }
}
