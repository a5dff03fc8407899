package io.github.hldls.calculation;

import io.github.hldls.calculation.ExpressionParser.Parsed;
import io.github.hldls.calculation.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the equations of one line (or of one cell of it): {@code label: a × b = c ≈ d (e)}. Each
 * link of the chain is an equation of its own.
 */
final class ChainReader {
  private static final int MAX_TOKENS = 600;
  private static final int MAX_STARTS = 8;

  private final List<Token> tokens;
  private final Consumer<Equation> found;
  private final List<int[]> covered = new ArrayList<>();
  private final List<Equation> equations = new ArrayList<>();

  private ChainReader(List<Token> tokens, Consumer<Equation> found) {
    this.tokens = tokens;
    this.found = found;
  }

  /**
   * Reads a line.
   *
   * @param before the last term of the line before, which a line that starts with {@code =}
   *     continues
   * @return the last term, for the next line
   */
  static Optional<Term> read(List<Token> tokens, Optional<Term> before, Consumer<Equation> found) {
    if (tokens.isEmpty() || tokens.size() > MAX_TOKENS) {
      return Optional.empty();
    }
    List<Token> line = withoutAsides(tokens, found);
    return new ChainReader(line, found).chain(before);
  }

  /** Reads equations in parentheses on their own, and leaves one token in their place. */
  private static List<Token> withoutAsides(List<Token> tokens, Consumer<Equation> found) {
    List<Token> line = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      int close = token.is(Kind.OPEN) ? closing(tokens, i) : -1;
      if (close >= 0 && hasRelation(tokens, i + 1, close)) {
        read(tokens.subList(i + 1, close), Optional.empty(), found);
        int end = tokens.get(close).end();
        line.add(new Token(Kind.ASIDE, token.start(), end, "", BigDecimal.ZERO, true));
        i = close + 1;
      } else if (close >= 0) {
        line.addAll(tokens.subList(i, close + 1));
        i = close + 1;
      } else {
        line.add(token);
        i++;
      }
    }
    return line;
  }

  private static boolean hasRelation(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).isRelation()) {
        return true;
      }
    }
    return false;
  }

  /** The index of the parenthesis that closes the one at {@code open}, or -1. */
  static int closing(List<Token> tokens, int open) {
    int nesting = 0;
    for (int i = open; i < tokens.size(); i++) {
      Kind kind = tokens.get(i).kind();
      nesting += kind == Kind.OPEN ? 1 : kind == Kind.CLOSE ? -1 : 0;
      if (nesting == 0) {
        return i;
      }
    }
    return -1;
  }

  private Optional<Term> chain(Optional<Term> before) {
    int end = relation(0);
    Optional<Term> left = end == 0 && end < tokens.size() ? before : first(0, end, before);
    while (end < tokens.size()) {
      int start = end + 1;
      Kind relation = tokens.get(end).kind();
      end = relation(start);
      left = link(left, relation, start, end);
    }
    results();
    if (equations.isEmpty()) {
      return left;
    }
    List<Double> around = around();
    equations.forEach(equation -> found.accept(equation.among(around)));
    return left;
  }

  /** The index of the next sign of equality from {@code from} on, or the number of tokens. */
  private int relation(int from) {
    int nesting = 0;
    for (int i = from; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      nesting += token.is(Kind.OPEN) ? 1 : token.is(Kind.CLOSE) ? -1 : 0;
      if (nesting <= 0 && (token.isRelation() || isEqualWord(i))) {
        return i;
      }
    }
    return tokens.size();
  }

  private boolean isEqualWord(int index) {
    Token token = tokens.get(index);
    return token.is(Kind.WORD) && startsAmount(index + 1) && Vocabulary.isEqual(token.text());
  }

  private boolean startsAmount(int index) {
    if (index >= tokens.size()) {
      return false;
    }
    return switch (tokens.get(index).kind()) {
      case NUMBER, CURRENCY, TILDE, ABOUT -> true;
      case WORD -> Vocabulary.isAbout(tokens.get(index).text()) && startsAmount(index + 1);
      default -> false;
    };
  }

  /** The operands before the first sign: the last clause, without its label. */
  private Optional<Term> first(int from, int end, Optional<Term> before) {
    Kind sign = tokens.get(from).kind();
    boolean continues = sign == Kind.TIMES || sign == Kind.DIVIDE;
    if (continues && before.isPresent() && before.get().expression().isPresent()) {
      return continued(before.get(), from, end);
    }
    return operands(clause(from, end), end);
  }

  /** A line that starts with a sign multiplies or divides the line before. */
  private Optional<Term> continued(Term before, int from, int end) {
    Optional<Parsed> factor = ExpressionParser.parse(tokens, from + 1, end);
    Optional<Expression> start = before.expression();
    if (factor.isEmpty() || start.isEmpty() || !isComment(factor.get().next(), end)) {
      return Optional.empty();
    }
    Expression.Operator operator =
        tokens.get(from).is(Kind.TIMES) ? Expression.Operator.TIMES : Expression.Operator.DIVIDE;
    Expression whole = new Expression.Binary(operator, start.get(), factor.get().expression());
    return deep(whole) ? Optional.empty() : Optional.of(Term.of(whole, true, before.loose()));
  }

  private static boolean deep(Expression expression) {
    int[] count = new int[1];
    expression.amounts(amount -> count[0]++);
    return count[0] > 40;
  }

  /** Where the last clause starts: after a colon, comma, semicolon, dash. */
  private int clause(int from, int end) {
    int start = from;
    int nesting = 0;
    for (int i = from; i < end; i++) {
      Kind kind = tokens.get(i).kind();
      nesting += kind == Kind.OPEN ? 1 : kind == Kind.CLOSE ? -1 : 0;
      boolean separates =
          kind == Kind.COLON
              || kind == Kind.STOP
              || kind == Kind.COMMA
              || kind == Kind.COMPARE
              || (kind == Kind.MINUS && i > 0 && tokens.get(i - 1).is(Kind.WORD) && isLabel(i));
      boolean ratio = kind == Kind.COLON && isRatio(i);
      if (ratio) {
        return end;
      }
      if (separates && nesting <= 0 && i + 1 < end) {
        start = i + 1;
      }
    }
    return start;
  }

  /** Whether a colon stands between two numbers: {@code 3 : 1}. */
  private boolean isRatio(int colon) {
    return colon > 0
        && colon + 1 < tokens.size()
        && tokens.get(colon - 1).is(Kind.NUMBER)
        && tokens.get(colon + 1).is(Kind.NUMBER);
  }

  /** Whether no number stands before {@code end}: then a dash ends a label. */
  private boolean isLabel(int end) {
    for (int i = 0; i < end; i++) {
      if (tokens.get(i).is(Kind.NUMBER)) {
        return false;
      }
    }
    return true;
  }

  private Optional<Term> operands(int from, int end) {
    boolean numbers = false;
    int starts = 0;
    for (int i = from; i < end && starts < MAX_STARTS; i++) {
      if (!startsExpression(i, from)) {
        continue;
      }
      starts++;
      Optional<Parsed> parsed = ExpressionParser.parse(tokens, i, end);
      if (parsed.isPresent() && isComment(parsed.get().next(), end)) {
        boolean labelled = i > from;
        boolean unknown = labelled && isSign(tokens.get(i - 1).kind());
        if (unknown || (labelled && !parsed.get().operators())) {
          return unreadable(from, end);
        }
        cover(parsed.get().expression());
        Term term = Term.of(parsed.get());
        int next = parsed.get().next();
        boolean goesOn = next < end && tokens.get(next).isWord("of");
        return Optional.of(numbers || goesOn ? term.asLoose() : term);
      }
      numbers |= tokens.get(i).is(Kind.NUMBER);
    }
    return unreadable(from, end);
  }

  private boolean startsExpression(int index, int from) {
    Token token = tokens.get(index);
    return switch (token.kind()) {
      case NUMBER, CURRENCY, CEILING_OPEN -> true;
      case OPEN, TILDE -> index == from || !tokens.get(index - 1).is(Kind.NUMBER);
      case MINUS -> index == from;
      case WORD -> Vocabulary.isCeiling(token.text());
      default -> false;
    };
  }

  /** Something that calculates with a number, although it cannot be read. */
  private Optional<Term> unreadable(int from, int end) {
    boolean number = false;
    boolean sign = false;
    for (int i = from; i < end; i++) {
      Token token = tokens.get(i);
      number |= token.is(Kind.NUMBER);
      sign |=
          token.is(Kind.TIMES) || token.is(Kind.DIVIDE) || (token.is(Kind.PLUS) && token.spaced());
    }
    return number && sign
        ? Optional.of(Term.unreadable(tokens.get(from).start(), tokens.get(end - 1).end()))
        : Optional.empty();
  }

  /** Whether only words and remarks in parentheses stand from {@code from} to {@code end}. */
  private boolean isComment(int from, int end) {
    int i = from;
    while (i < end) {
      Token token = tokens.get(i);
      if (token.is(Kind.OPEN)) {
        int close = closing(tokens, i);
        if (close < 0 || close >= end) {
          return false;
        }
        i = close;
      } else if (!token.is(Kind.ASIDE) && !token.is(Kind.OTHER)) {
        return false;
      }
      i++;
    }
    return true;
  }

  private Optional<Term> link(Optional<Term> left, Kind relation, int from, int end) {
    int start = from;
    boolean visible = relation == Kind.ABOUT;
    boolean bounded = false;
    while (start < end && isLead(tokens.get(start))) {
      visible |= tokens.get(start).is(Kind.TILDE) || Vocabulary.isAbout(tokens.get(start).text());
      bounded |= tokens.get(start).is(Kind.COMPARE);
      start++;
    }
    Optional<Parsed> parsed = ExpressionParser.parse(tokens, start, end);
    if (parsed.isEmpty()) {
      return end > start ? operands(clause(start, end), end) : left;
    }
    Parsed result = parsed.get();
    cover(result.expression());
    boolean open = result.next() < end && isSign(tokens.get(result.next()).kind());
    Term right = Term.of(result);
    Term claim = open || bounded ? right.asLoose() : right;
    boolean rounded = visible || saysRounded(result.next(), end);
    left.ifPresent(l -> equations.add(equation(l, claim, relation, rounded)));
    return next(result, claim, left.isPresent(), end);
  }

  /** In {@code a × b = c / d} the claim is only {@code c}, if that fits. */
  private static Equation equation(Term left, Term claim, Kind relation, boolean visible) {
    Equation whole = Equation.of(left, claim, relation, visible);
    if (!left.operators() || !claim.operators() || claim.expression().isEmpty()) {
      return whole;
    }
    Amount first = Equations.firstAmount(claim.expression().get());
    Equation part = Equation.of(left, Term.of(first, false, false), relation, visible);
    boolean goesOn = Equations.judge(part).filter(Judgement::fits).isPresent();
    boolean fits = Equations.judge(whole).filter(Judgement::fits).isPresent();
    return goesOn && !fits ? part : whole;
  }

  /** The operands of the next link: this result, or what a later clause says. */
  private Optional<Term> next(Parsed result, Term claim, boolean linked, int end) {
    int clause = clause(result.next(), end);
    if (clause > result.next()) {
      return operands(clause, end);
    }
    boolean words = false;
    for (int i = result.next(); i < end; i++) {
      Token token = tokens.get(i);
      boolean breaks = token.is(Kind.COMMA) || token.is(Kind.STOP);
      if (breaks || (token.is(Kind.NUMBER) && !isComment(result.next(), end))) {
        return Optional.empty();
      }
      words |= token.is(Kind.WORD);
    }
    Term operand = linked ? claim.asResult() : claim;
    // What other words lead to the next sign may say what is done with the amount.
    return Optional.of(words ? operand.asLoose() : operand);
  }

  private static boolean isLead(Token token) {
    return token.is(Kind.TILDE)
        || token.is(Kind.COMPARE)
        || token.is(Kind.COLON)
        || token.is(Kind.ABOUT)
        || (token.is(Kind.WORD)
            && (Vocabulary.isAbout(token.text())
                || token.isWord("only")
                || token.isWord("just")
                || token.isWord("to")
                || token.isWord("total")
                || token.isWord("exactly")));
  }

  private static boolean isSign(Kind kind) {
    return switch (kind) {
      case PLUS, MINUS, TIMES, DIVIDE, POWER, RANGE -> true;
      default -> false;
    };
  }

  private boolean saysRounded(int from, int end) {
    for (int i = from; i < end; i++) {
      if (tokens.get(i).is(Kind.WORD) && Vocabulary.isRounding(tokens.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  /** Results that stand before their calculation: {@code 100 MB (2,000 × 50 KB)}. */
  private void results() {
    for (int i = 1; i < tokens.size(); i++) {
      if (!tokens.get(i).is(Kind.OPEN)) {
        continue;
      }
      int close = closing(tokens, i);
      if (close < 0) {
        return;
      }
      result(i, close);
      i = close;
    }
  }

  private void result(int open, int close) {
    Optional<Parsed> parsed = ExpressionParser.parse(tokens, open + 1, close);
    if (parsed.isEmpty() || parsed.get().next() != close || isPair(open, close)) {
      return;
    }
    for (int i = open - 1; i >= Math.max(0, open - 8); i--) {
      Kind kind = tokens.get(i).kind();
      if (kind == Kind.OPEN || kind == Kind.CLOSE || kind == Kind.COLON || kind == Kind.COMMA) {
        return;
      }
      if (kind == Kind.NUMBER) {
        boolean currency = i > 0 && tokens.get(i - 1).is(Kind.CURRENCY);
        int start = currency ? i - 1 : i;
        boolean operand = start > 0 && isSign(tokens.get(start - 1).kind());
        ExpressionParser.parse(tokens, start, open)
            .filter(claim -> claim.next() == open && !claim.operators() && !operand)
            .ifPresent(claim -> precede(claim, parsed.get()));
        return;
      }
    }
  }

  private void precede(Parsed claim, Parsed operands) {
    cover(claim.expression());
    cover(operands.expression());
    if (!operands.operators()) {
      Equation again = Equation.of(Term.of(claim), Term.of(operands), Kind.EQUALS, true);
      Optional<Judgement> judgement = Equations.judge(again);
      if (judgement.filter(Judgement::fits).isPresent() || Equations.isRestated(again)) {
        equations.add(again);
      }
      return;
    }
    Term left = Term.of(operands);
    equations.add(Equation.of(left, Term.of(claim), Kind.EQUALS, false));
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

  private void cover(Expression expression) {
    covered.add(new int[] {expression.start(), expression.end()});
  }

  /** The numbers of this line that are part of no term. */
  private List<Double> around() {
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < tokens.size() && numbers.size() < 12; i++) {
      Token token = tokens.get(i);
      boolean free =
          token.is(Kind.NUMBER)
              && covered.stream().noneMatch(c -> c[0] <= token.start() && token.end() <= c[1]);
      if (free) {
        numbers.add(scaled(i));
      }
    }
    return numbers;
  }

  private double scaled(int index) {
    double value = tokens.get(index).value().doubleValue();
    if (index + 1 >= tokens.size()) {
      return value;
    }
    Token next = tokens.get(index + 1);
    if (next.is(Kind.PERCENT)) {
      return value / 100;
    }
    return value * Units.scale(next.text()).map(BigDecimal::doubleValue).orElse(1.0);
  }
}
