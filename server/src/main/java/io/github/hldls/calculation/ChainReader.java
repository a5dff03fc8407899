package io.github.hldls.calculation;

import io.github.hldls.calculation.ExpressionParser.Parsed;
import io.github.hldls.calculation.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds the equations of one line (or of one cell of it): {@code label: a × b = c ≈ d (e)}. Each
 * link of the chain is an equation of its own.
 */
final class ChainReader {
  private static final int MAX_TOKENS = 600;
  private static final int MAX_STARTS = 8;
  private static final int MAX_SAID = 6;

  private final List<Token> tokens;
  private final Consumer<Equation> found;
  private final boolean aside;
  private final List<Equation> equations = new ArrayList<>();

  private ChainReader(List<Token> tokens, boolean aside, Consumer<Equation> found) {
    this.tokens = tokens;
    this.aside = aside;
    this.found = found;
  }

  /**
   * Reads a line.
   *
   * @param before the last term of the line before, which a line that starts with {@code =}
   *     continues
   * @return the last term, for the next line
   */
  static Optional<Term> read(
      List<Token> tokens, Supplier<Optional<Term>> before, Consumer<Equation> found) {
    if (tokens.isEmpty() || tokens.size() > MAX_TOKENS) {
      return Optional.empty();
    }
    List<Token> line = Phrases.read(tokens);
    Optional<Ranges> ranges = Ranges.of(line);
    if (ranges.isEmpty()) {
      return chain(line, before, found);
    }
    List<Equation> lower = new ArrayList<>();
    List<Equation> upper = new ArrayList<>();
    chain(ranges.get().lower(), before, lower::add);
    chain(ranges.get().upper(), before, upper::add);
    ranges.get().join(lower, upper, found);
    return Optional.empty();
  }

  private static Optional<Term> chain(
      List<Token> tokens, Supplier<Optional<Term>> before, Consumer<Equation> found) {
    List<Token> line = Asides.readIn(tokens, found);
    return new ChainReader(line, false, found).chain(before);
  }

  /** Reads an equation in parentheses behind an amount, which it may go on with. */
  static void aside(List<Token> tokens, Optional<Term> before, Consumer<Equation> found) {
    new ChainReader(tokens, true, found).chain(() -> before);
  }

  private Optional<Term> chain(Supplier<Optional<Term>> before) {
    int end = relation(0);
    Optional<Term> left = end == 0 && end < tokens.size() ? before.get() : first(0, end, before);
    int from = 0;
    while (end < tokens.size()) {
      int start = end + 1;
      Token relation = tokens.get(end);
      Optional<Term> operands = left.map(l -> withFactor(l, from, start - 1));
      end = relation(start);
      left = link(operands, relation, start, end);
    }
    List<Equation> claimed = List.copyOf(equations);
    ResultsFirst.read(tokens, found -> equations.add(unlessClaimed(found, claimed)));
    if (equations.isEmpty()) {
      return left;
    }
    List<Double> around = Surroundings.of(tokens, equations);
    equations.forEach(equation -> found.accept(equation.among(around)));
    return left;
  }

  /** What follows the result of a calculation in parentheses often itemises one of its factors. */
  private static Equation unlessClaimed(Equation found, List<Equation> claimed) {
    boolean known = claimed.stream().anyMatch(e -> e.right().start() == found.right().start());
    return known ? found.asTentative() : found;
  }

  /** The index of the next sign of equality from {@code from} on, or the number of tokens. */
  private int relation(int from) {
    int nesting = 0;
    for (int i = from; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      nesting += Clauses.nesting(token);
      if (nesting <= 0 && (token.isRelation() || isEqualWord(i))) {
        return i;
      }
    }
    return tokens.size();
  }

  private boolean isEqualWord(int index) {
    Token token = tokens.get(index);
    return token.is(Kind.WORD) && Vocabulary.isEqual(token.text()) && startsAmount(index + 1);
  }

  private boolean startsAmount(int index) {
    if (index >= tokens.size()) {
      return false;
    }
    return switch (tokens.get(index).kind()) {
      case NUMBER, CURRENCY, TILDE, ABOUT -> true;
      case COLON, COMMA -> tokens.get(index - 1).isWord("equals") && startsAmount(index + 1);
      case WORD -> isLead(tokens.get(index)) && startsAmount(index + 1);
      default -> false;
    };
  }

  /** The operands before the first sign: the last clause, without its label. */
  private Optional<Term> first(int from, int end, Supplier<Optional<Term>> before) {
    int clause = Clauses.last(tokens, from, end);
    int sign = sign(clause, end);
    if (sign == end) {
      Optional<Term> operands = operands(clause, end);
      return isDivision(from, clause) ? operands.map(Term::asLoose) : operands;
    }
    int last = clause - 1;
    Optional<Term> base;
    if (clause == from) {
      base = before.get();
    } else {
      boolean goesOn = tokens.get(last).is(Kind.COMMA);
      base = goesOn ? Clauses.amountBefore(tokens, last).map(Term::of) : Optional.empty();
    }
    boolean known = base.isPresent() && base.get().expression().isPresent();
    return known ? continued(base.get(), sign, end) : operands(clause, end);
  }

  /** Whether the colon before a clause may divide: {@code 480 : 4 = 120}. */
  private boolean isDivision(int from, int clause) {
    int colon = clause - 1;
    boolean apart =
        colon > from
            && tokens.get(colon).is(Kind.COLON)
            && tokens.get(colon).start() > tokens.get(colon - 1).end();
    return apart
        && ExpressionParser.parse(tokens, Clauses.last(tokens, from, colon), colon)
            .filter(dividend -> dividend.next() == colon)
            .isPresent();
  }

  /**
   * The multiplication sign that starts a clause, in parentheses perhaps behind a label; the end
   * without one.
   */
  private int sign(int from, int end) {
    int i = from;
    while (aside && i < end && i < from + 3 && tokens.get(i).is(Kind.WORD)) {
      i++;
    }
    boolean sign = i < end && (tokens.get(i).is(Kind.TIMES) || tokens.get(i).is(Kind.DIVIDE));
    return sign ? i : end;
  }

  /** A clause that starts with a sign multiplies or divides the one before. */
  private Optional<Term> continued(Term before, int sign, int end) {
    Optional<Parsed> factor = ExpressionParser.parse(tokens, sign + 1, end);
    Optional<Expression> start = before.expression();
    if (factor.isEmpty()
        || start.isEmpty()
        || !Clauses.isComment(tokens, factor.get().next(), end)) {
      return Optional.empty();
    }
    Expression.Operator operator =
        tokens.get(sign).is(Kind.TIMES) ? Expression.Operator.TIMES : Expression.Operator.DIVIDE;
    Expression whole = new Expression.Binary(operator, start.get(), factor.get().expression());
    return deep(whole) ? Optional.empty() : Optional.of(Term.of(whole, true, before.loose()));
  }

  private static boolean deep(Expression expression) {
    int[] count = new int[1];
    expression.amounts(amount -> count[0]++);
    return count[0] > 40;
  }

  /** An amount with the factor that a remark behind it names: {@code 5 TB (3x replication)}. */
  private Term withFactor(Term left, int from, int end) {
    return left.operators() || left.linked()
        ? left
        : Remarks.factor(tokens, left, from, end).orElse(left);
  }

  private Optional<Term> operands(int from, int end) {
    boolean numbers = false;
    int starts = 0;
    for (int i = from; i < end && starts < MAX_STARTS; i++) {
      if (!startsExpression(i, from)) {
        continue;
      }
      // What is said before "is" is what the calculation is for.
      numbers &= !isVerb(i - 1, from) && !(isVerb(i - 2, from) && tokens.get(i - 1).is(Kind.WORD));
      starts++;
      Optional<Parsed> parsed = ExpressionParser.parse(tokens, i, end);
      if (parsed.isPresent() && Clauses.isComment(tokens, parsed.get().next(), end)) {
        boolean labelled = i > from && !(tokens.get(from).isWord("or") && i == from + 1);
        boolean converted = isRate(parsed.get(), end);
        boolean unknown = labelled && Clauses.isSign(tokens.get(i - 1).kind());
        if (unknown || (labelled && !converted && !parsed.get().operators())) {
          return unreadable(from, end);
        }
        Term term = Term.of(parsed.get());
        numbers = numbers && !repeats(from, i, parsed.get().expression());
        int next = parsed.get().next();
        boolean goesOn = next < end && tokens.get(next).isWord("of");
        return Optional.of(numbers || goesOn ? term.asLoose() : term);
      }
      if (parsed.filter(Parsed::operators).isPresent() && isSaid(parsed.get().next(), end)) {
        return Optional.of(Term.of(parsed.get()).asLoose());
      }
      numbers |= tokens.get(i).is(Kind.NUMBER);
    }
    return unreadable(from, end);
  }

  /** Whether a rate of data stands right before the words for a sign of equality. */
  private boolean isRate(Parsed parsed, int end) {
    return parsed.next() == end
        && end < tokens.size()
        && tokens.get(end).is(Kind.WORD)
        && !parsed.operators()
        && Term.of(parsed).amount().filter(ChainReader::isRate).isPresent();
  }

  private static boolean isRate(Amount amount) {
    return amount
        .value(Reading.PLAIN)
        .filter(q -> q.dimension().equals(new Dimension(1, -1, 0)))
        .isPresent();
  }

  /** Whether the numbers before a calculation are those that it calculates with. */
  private boolean repeats(int from, int to, Expression expression) {
    List<BigDecimal> known = new ArrayList<>();
    expression.amounts(amount -> known.add(amount.number()));
    return tokens.subList(from, to).stream()
        .filter(token -> token.is(Kind.NUMBER))
        .allMatch(token -> known.stream().anyMatch(n -> n.compareTo(token.value()) == 0));
  }

  /** Whether a few words say what an amount does before others say what it comes to. */
  private boolean isSaid(int from, int end) {
    return end < tokens.size()
        && tokens.get(end).is(Kind.WORD)
        && end - from <= MAX_SAID
        && tokens.subList(from, end).stream().allMatch(token -> token.is(Kind.WORD));
  }

  private boolean isVerb(int index, int from) {
    return index >= from && (tokens.get(index).isWord("is") || tokens.get(index).isWord("are"));
  }

  private boolean startsExpression(int index, int from) {
    Token token = tokens.get(index);
    return switch (token.kind()) {
      case NUMBER, CURRENCY, CEILING_OPEN -> true;
      case OPEN, TILDE -> index == from || !tokens.get(index - 1).is(Kind.NUMBER);
      case MINUS -> index == from;
      case WORD -> Vocabulary.function(token.text()).isPresent() || Vocabulary.isVerb(token.text());
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

  private Optional<Term> link(Optional<Term> left, Token relation, int from, int end) {
    int start = from;
    boolean visible = relation.is(Kind.ABOUT);
    boolean bounded = false;
    while (start < end && isLead(tokens.get(start))) {
      visible |= tokens.get(start).is(Kind.TILDE) || Vocabulary.isAbout(tokens.get(start).text());
      bounded |= tokens.get(start).is(Kind.COMPARE);
      start++;
    }
    Optional<Parsed> parsed = ExpressionParser.parse(tokens, start, end);
    if (parsed.isEmpty()) {
      return end > start ? operands(Clauses.last(tokens, start, end), end) : left;
    }
    Parsed result = parsed.get();
    boolean open = result.next() < end && Clauses.isSign(tokens.get(result.next()).kind());
    Term right = Term.of(result);
    boolean doubtful = open || bounded || isDifference(start, result.next());
    Term claim = doubtful ? right.asLoose() : right;
    boolean rounded = visible || saysRounded(result.next(), end);
    boolean more = saysMore(result.next(), end);
    boolean spoken = relation.is(Kind.EQUALS) && !relation.text().isEmpty();
    left.filter(l -> !spoken || (l.operators() && !claim.operators()))
        .map(l -> equation(l, claim, relation.kind(), rounded))
        .map(equation -> spoken ? spoken(equation, relation, result.next(), end) : equation)
        .map(equation -> more && Equations.isNear(equation) ? equation.asLoose() : equation)
        .ifPresent(equations::add);
    return next(result, claim, left.isPresent(), end);
  }

  /**
   * An equation whose sign is a word. A label may sum up more than the last clause, and {@code or}
   * may name another choice, unless it goes over to another unit.
   */
  private Equation spoken(Equation equation, Token relation, int next, int end) {
    if (relation.text().equals("or")) {
      boolean ends = next >= end || isPause(tokens.get(next)) || tokens.get(next).isWord("and");
      boolean plain = equation.right().amount().filter(a -> a.noun().isEmpty()).isPresent();
      return ends && plain && Equations.isOtherUnit(equation) ? equation : equation.asTentative();
    }
    if (Vocabulary.isTotal(relation.text()) && !Equations.isMeasured(equation)) {
      return equation.asLoose();
    }
    for (Token token : tokens) {
      if (token.start() >= equation.left().start()) {
        return equation;
      } else if (token.is(Kind.NUMBER)) {
        return equation.asLoose();
      }
    }
    return equation;
  }

  private static boolean isPause(Token token) {
    return token.is(Kind.COMMA) || token.is(Kind.STOP);
  }

  /** In {@code a × b = c / d} the claim is only {@code c}, if that fits. */
  private static Equation equation(Term left, Term claim, Kind relation, boolean visible) {
    Equation whole = Equation.of(left, claim, relation, visible);
    if (!claim.operators() || claim.expression().isEmpty()) {
      return whole;
    }
    if (!left.operators()) {
      boolean goesOn = Equations.startsWith(claim, left);
      return left.amount().isPresent() && !goesOn ? Equations.turned(whole) : whole;
    }
    Amount first = Equations.firstAmount(claim.expression().get());
    Equation part = Equation.of(left, Term.of(first, false, false), relation, visible);
    boolean goesOn = Equations.judge(part).filter(Judgement::fits).isPresent();
    boolean fits = Equations.judge(whole).filter(Judgement::fits).isPresent();
    return goesOn && !fits ? part : whole;
  }

  /** The operands of the next link: this result, or what a later clause says. */
  private Optional<Term> next(Parsed result, Term claim, boolean linked, int end) {
    int clause = Clauses.last(tokens, result.next(), end);
    if (clause > result.next()) {
      boolean goesOn = tokens.get(clause - 1).is(Kind.COMMA) && sign(clause, end) < end;
      Optional<Term> factor = goesOn ? continued(claim, sign(clause, end), end) : Optional.empty();
      return factor.isPresent() ? factor : operands(clause, end);
    }
    boolean words = false;
    for (int i = result.next(); i < end; i++) {
      Token token = tokens.get(i);
      boolean breaks = token.is(Kind.COMMA) || token.is(Kind.STOP);
      boolean number = token.is(Kind.NUMBER) && !Clauses.isComment(tokens, result.next(), end);
      if (breaks || number) {
        return Optional.empty();
      }
      words |= token.is(Kind.WORD) && !Vocabulary.isIdle(token.text());
    }
    Term operand = linked ? claim.asResult() : claim;
    // What other words lead to the next sign may say what is done with the amount.
    return Optional.of(words ? operand.asLoose() : operand);
  }

  private static boolean isLead(Token token) {
    return token.is(Kind.TILDE)
        || token.is(Kind.COMPARE)
        || token.is(Kind.COLON)
        || token.is(Kind.COMMA)
        || token.is(Kind.ABOUT)
        || (token.is(Kind.WORD)
            && (Vocabulary.isAbout(token.text()) || Vocabulary.isFiller(token.text())));
  }

  /** Whether an amount is only how much more or less something is. */
  private boolean isDifference(int from, int end) {
    return tokens.subList(from, end).stream()
        .anyMatch(t -> t.isWord("less") || t.isWord("more") || t.isWord("fewer"));
  }

  /** Whether the words of its clause say that more is in a result: {@code with the rest}. */
  private boolean saysMore(int from, int end) {
    for (int i = from; i < end && !tokens.get(i).is(Kind.STOP); i++) {
      if (tokens.get(i).is(Kind.WORD) && Vocabulary.isMore(tokens.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  private boolean saysRounded(int from, int end) {
    for (int i = from; i < end; i++) {
      if (tokens.get(i).is(Kind.WORD) && Vocabulary.isRounding(tokens.get(i).text())) {
        return true;
      }
    }
    return false;
  }
}
