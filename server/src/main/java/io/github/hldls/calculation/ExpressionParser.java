package io.github.hldls.calculation;

import io.github.hldls.calculation.Expression.Binary;
import io.github.hldls.calculation.Expression.Group;
import io.github.hldls.calculation.Expression.Operator;
import io.github.hldls.calculation.Expression.Power;
import io.github.hldls.calculation.Token.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads an expression from tokens by recursive descent, as far as it goes. Bounded in depth and
 * length, so that no text is slow or too deep.
 */
final class ExpressionParser {
  private static final int MAX_DEPTH = 24;
  private static final int MAX_OPERANDS = 120;
  private static final int MAX_LABEL = 4;

  private final List<Token> tokens;
  private final int limit;
  private int position;
  private int depth;
  private int operands;
  private boolean operators;
  private boolean loose;
  private boolean commented;
  // Whether the operator just passed only says per how many: $5 per million.
  private boolean rate;

  private ExpressionParser(List<Token> tokens, int from, int limit) {
    this.tokens = tokens;
    this.position = from;
    this.limit = limit;
  }

  /**
   * What was read.
   *
   * @param next index of the first token that does not belong to it
   * @param operators whether it calculates, and is not a mere amount
   * @param loose whether something in it may mean more than was understood
   */
  record Parsed(Expression expression, int next, boolean operators, boolean loose) {

    /** The amount, if this is one and no calculation. */
    Optional<Amount> amount() {
      return expression instanceof Amount amount ? Optional.of(amount) : Optional.empty();
    }
  }

  /** The longest expression that starts at {@code from}; empty if none does. */
  static Optional<Parsed> parse(List<Token> tokens, int from, int limit) {
    ExpressionParser parser = new ExpressionParser(tokens, from, limit);
    return parser
        .sum()
        .filter(e -> parser.operands <= MAX_OPERANDS)
        .map(e -> new Parsed(e, parser.position, parser.operators, parser.loose));
  }

  private Optional<Expression> sum() {
    if (++depth > MAX_DEPTH) {
      return Optional.empty();
    }
    Optional<Expression> left = product();
    while (left.isPresent() && operands <= MAX_OPERANDS) {
      Optional<Operator> sign = signOfSum();
      if (sign.isEmpty()) {
        break;
      }
      int before = position++;
      passLabel(true);
      Optional<Expression> right = product();
      if (right.isEmpty()) {
        position = before;
        break;
      }
      left = Optional.of(binary(sign.get(), left.get(), right.get()));
    }
    depth--;
    return left;
  }

  /** Passes up to three words that say what the next number is: {@code 5 TB × RF 3}. */
  private void passLabel(boolean measured) {
    int words = 0;
    while (words < MAX_LABEL && kind(words) == Kind.WORD && !isNumeral(words)) {
      words++;
    }
    words += words > 0 && (word(words, "at") || word(words, "@") || word(words, "of")) ? 1 : 0;
    if (words > 0 && startsNumber(words) && (!measured || isMeasured(words))) {
      position += words;
    }
  }

  /** Whether a word is itself the start of an operand. */
  private boolean isNumeral(int ahead) {
    String text = at(ahead).text();
    return isScale(ahead)
        || Vocabulary.endsPhrase(text)
        || Vocabulary.function(text).isPresent()
        || (Vocabulary.isEqual(text) && startsNumber(ahead + 1));
  }

  private Optional<Operator> signOfSum() {
    Kind kind = kind(0);
    if (kind == Kind.PLUS || word(0, "plus")) {
      return Optional.of(Operator.PLUS);
    }
    boolean negative = kind == Kind.MINUS && at(0).spaced() && startsNumber(1) && !at(1).spaced();
    boolean minus = (kind == Kind.MINUS && !negative) || word(0, "minus");
    return minus ? Optional.of(Operator.MINUS) : Optional.empty();
  }

  private Optional<Expression> product() {
    Optional<Expression> left = power();
    while (left.isPresent() && operands <= MAX_OPERANDS) {
      int before = position;
      Optional<Operator> sign = signOfProduct(left.get());
      if (sign.isEmpty()) {
        break;
      }
      if (sign.get() == Operator.TIMES) {
        passLabel(false);
      }
      Optional<Expression> right = power();
      if (right.isEmpty()) {
        position = before;
        break;
      }
      left = Optional.of(binary(sign.get(), left.get(), right.get()));
    }
    return left;
  }

  /** Passes the sign, or the words that stand for it. */
  private Optional<Operator> signOfProduct(Expression left) {
    Kind kind = kind(0);
    if (kind == Kind.TIMES) {
      return sign(1, Operator.TIMES);
    } else if (kind == Kind.DIVIDE) {
      return sign(1, Operator.DIVIDE);
    } else if (kind != Kind.WORD) {
      return Optional.empty();
    }
    if (word(0, "times")) {
      return sign(1, Operator.TIMES);
    } else if ((word(0, "divided") || word(0, "multiplied")) && word(1, "by")) {
      return sign(2, word(0, "divided") ? Operator.DIVIDE : Operator.TIMES);
    } else if (word(0, "of") && left instanceof Amount a && isShareOrCount(a)) {
      return sign(1, Operator.TIMES);
    } else if ((word(0, "per") || word(0, "every")) && (startsNumber(1) || isScale(1))) {
      rate = true;
      return sign(1, Operator.DIVIDE);
    } else if (word(0, "in") && kind(1) == Kind.NUMBER && isTime(2)) {
      // It may be a limit, and what follows what happens there: 10 in 5 min → 429.
      loose = true;
      return sign(1, Operator.DIVIDE);
    } else if ((word(0, "at") || word(0, "@")) && startsNumber(1)) {
      loose |= word(0, "at") && kind(1) != Kind.CURRENCY;
      return sign(1, Operator.TIMES);
    } else if (isSpan(left)) {
      return sign(1, isPeriod((Amount) left) ? Operator.DIVIDE : Operator.TIMES);
    }
    return Optional.empty();
  }

  /** {@code 5 % of 40 M}; {@code 3 replicas of 40 TB}. */
  private boolean isShareOrCount(Amount left) {
    boolean count = left.factors().isEmpty() && !left.noun().isEmpty() && !left.marks().times();
    String last = position > 0 ? tokens.get(position - 1).text() : "";
    boolean named = count && Vocabulary.singular(last).equals(left.noun());
    return startsNumber(1) && (left.percent() || (named && isMeasured(1)));
  }

  private boolean isMeasured(int ahead) {
    int number = kind(ahead) == Kind.NUMBER ? ahead : ahead + 1;
    return kind(ahead) == Kind.CURRENCY || isUnit(number + 1) || isBytes(number + 1);
  }

  private boolean isBytes(int ahead) {
    return kind(ahead) == Kind.WORD && Units.isBytesOrBillion(at(ahead).text());
  }

  private boolean isUnit(int ahead) {
    return kind(ahead) == Kind.WORD && Units.unit(at(ahead).text()).isPresent();
  }

  /** A rate, then the time for which it lasts: {@code 50 GB/day over 30 days}. */
  private boolean isSpan(Expression left) {
    boolean word = word(0, "over") || word(0, "for") || word(0, "during");
    return word
        && kind(1) == Kind.NUMBER
        && isTime(2)
        && left instanceof Amount amount
        && amount.factors().stream().anyMatch(f -> f.unit().dimension().time() * f.exponent() < 0);
  }

  /** Whether the time that follows is what the rate is counted by: {@code 9 M a day over 24 h}. */
  private boolean isPeriod(Amount rate) {
    BigDecimal size =
        Units.unit(at(2).text()).map(unit -> unit.size().multiply(at(1).value())).orElseThrow();
    return rate.factors().stream()
        .filter(f -> f.exponent() < 0)
        .anyMatch(f -> f.unit().size().compareTo(size) == 0);
  }

  private Optional<Operator> sign(int length, Operator operator) {
    position += length;
    return Optional.of(operator);
  }

  private boolean isTime(int ahead) {
    return kind(ahead) == Kind.WORD
        && Units.unit(at(ahead).text())
            .filter(unit -> unit.dimension().equals(new Dimension(0, 1, 0)))
            .isPresent();
  }

  private Expression binary(Operator operator, Expression left, Expression right) {
    operators |= !rate;
    rate = false;
    loose |= commented;
    return new Binary(operator, left, right);
  }

  private Optional<Expression> power() {
    Optional<Expression> base = primary();
    if (base.isPresent() && kind(0) == Kind.POWER) {
      int before = position++;
      boolean negative = kind(0) == Kind.MINUS;
      if (negative) {
        position++;
      }
      Optional<Expression> exponent = primary();
      if (exponent.isEmpty() || negative) {
        position = before;
        return base;
      }
      operators = true;
      return Optional.of(power(base.get(), exponent.get()));
    }
    return base;
  }

  /** The unit behind an exponent is that of the power: {@code 10^5 s}. */
  private static Expression power(Expression base, Expression exponent) {
    if (!(exponent instanceof Amount amount) || amount.factors().isEmpty()) {
      return new Power(base, exponent);
    }
    return new Binary(Operator.TIMES, new Power(base, amount.withoutUnit()), amount.unitAlone());
  }

  private Optional<Expression> primary() {
    operands++;
    int start = position;
    Optional<Expression> read =
        switch (kind(0)) {
          case OPEN -> group(Group.Wrapping.NOTHING, Kind.CLOSE);
          case CEILING_OPEN -> ceiling();
          case MINUS -> negated();
          case WORD -> word();
          case NUMBER, CURRENCY, TILDE -> amount();
          default -> Optional.empty();
        };
    if (read.isEmpty()) {
      position = start;
    }
    return read;
  }

  private Optional<Expression> ceiling() {
    operators = true;
    return group(Group.Wrapping.CEILING, Kind.CEILING_CLOSE);
  }

  private Optional<Expression> negated() {
    if (!startsNumber(1) || at(1).spaced()) {
      return Optional.empty();
    }
    int start = at(0).start();
    position++;
    return amount().map(a -> new Group(start, a.end(), Group.Wrapping.NEGATE, a));
  }

  private Optional<Expression> word() {
    Optional<Group.Wrapping> function = Vocabulary.function(at(0).text());
    if (function.isPresent() && kind(1) == Kind.OPEN) {
      position++;
      operators = true;
      return group(function.get(), Kind.CLOSE);
    } else if (Vocabulary.isVerb(at(0).text()) && startsNumber(1)) {
      return spoken();
    } else if (isScale(0)) {
      return amount();
    } else if (Vocabulary.isAbout(at(0).text()) && startsNumber(1)) {
      position++;
      return amount();
    }
    return Optional.empty();
  }

  /** {@code multiplying 2,000 by 150 KB}. */
  private Optional<Expression> spoken() {
    boolean divides = Character.toLowerCase(at(0).text().charAt(0)) == 'd';
    position++;
    Optional<Expression> left = amount();
    if (left.isEmpty() || !word(0, "by")) {
      return Optional.empty();
    }
    position++;
    operators = true;
    Operator operator = divides ? Operator.DIVIDE : Operator.TIMES;
    return primary().map(right -> binary(operator, left.get(), right));
  }

  private Optional<Expression> group(Group.Wrapping wrapping, Kind closing) {
    int start = at(0).start();
    position++;
    Optional<Expression> inner = sum();
    if (inner.isEmpty() || kind(0) != closing) {
      return Optional.empty();
    }
    int end = at(0).end();
    position++;
    Expression group = new Group(start, end, wrapping, inner.get());
    AmountParser unit = new AmountParser(tokens, position, limit);
    Optional<Amount> size = unit.unitOnly(end);
    accept(unit);
    return Optional.of(
        size.<Expression>map(s -> new Binary(Operator.TIMES, group, s)).orElse(group));
  }

  private Optional<Expression> amount() {
    AmountParser parser = new AmountParser(tokens, position, limit);
    Optional<Amount> amount = parser.amount();
    if (amount.isPresent()) {
      accept(parser);
    }
    return amount.map(a -> a);
  }

  private void accept(AmountParser parser) {
    position = parser.position();
    loose |= parser.loose();
    commented |= parser.commented();
  }

  private boolean isScale(int ahead) {
    return kind(ahead) == Kind.WORD
        && at(ahead).text().length() > 2
        && Units.scale(at(ahead).text()).isPresent();
  }

  /** Whether a number starts there, perhaps after its currency or tilde. */
  private boolean startsNumber(int ahead) {
    return switch (kind(ahead)) {
      case NUMBER -> true;
      case CURRENCY, TILDE -> kind(ahead + 1) == Kind.NUMBER || kind(ahead + 2) == Kind.NUMBER;
      default -> false;
    };
  }

  private boolean word(int ahead, String word) {
    return kind(ahead) == Kind.WORD && at(ahead).isWord(word);
  }

  private Token at(int ahead) {
    return tokens.get(position + ahead);
  }

  private Kind kind(int ahead) {
    return position + ahead < limit ? at(ahead).kind() : Kind.STOP;
  }
}
