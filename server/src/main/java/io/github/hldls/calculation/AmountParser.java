package io.github.hldls.calculation;

import io.github.hldls.calculation.Amount.Factor;
import io.github.hldls.calculation.Amount.Marks;
import io.github.hldls.calculation.Token.Kind;
import io.github.hldls.text.TextRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one number with all that belongs to it: currency, scale, unit, noun, comment. */
final class AmountParser {
  private static final int MAX_WORDS = 8;
  private static final BigDecimal MANY = BigDecimal.valueOf(1000);
  static final Unit CURRENCY =
      new Unit(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, new Dimension(0, 0, 1));

  private final List<Token> tokens;
  private final int limit;
  private int position;
  private int end;
  private BigDecimal number = BigDecimal.ONE;
  private BigDecimal scale = BigDecimal.ONE;
  private TextRange numberRange;
  private TextRange suffix;
  private final List<Factor> factors = new ArrayList<>();
  private String noun = "";
  private boolean approximate;
  private boolean percent;
  private boolean times;
  private boolean billionOrBytes;
  private boolean each;
  private boolean loose;
  private boolean commented;

  AmountParser(List<Token> tokens, int from, int limit) {
    this.tokens = tokens;
    this.position = from;
    this.limit = limit;
    this.numberRange = new TextRange(0, 0);
    this.suffix = numberRange;
  }

  int position() {
    return position;
  }

  /** Whether a word in it may stand for a number that is not known. */
  boolean loose() {
    return loose;
  }

  /** Whether it carries a comment in parentheses that holds numbers. */
  boolean commented() {
    return commented;
  }

  /** The amount; empty if there is no number. */
  Optional<Amount> amount() {
    while (kind(0) == Kind.TILDE) {
      approximate = true;
      position++;
    }
    int start = position < limit ? at(0).start() : 0;
    if (kind(0) == Kind.CURRENCY) {
      factors.add(new Factor(CURRENCY, 1));
      position++;
      if (kind(0) == Kind.TILDE) {
        position++;
      }
    }
    if (kind(0) == Kind.NUMBER) {
      number = at(0).value();
      numberRange = new TextRange(at(0).start(), at(0).end());
      pass();
    } else if (!isScale()) {
      return Optional.empty();
    } else {
      numberRange = new TextRange(start, start);
    }
    suffix = new TextRange(numberRange.end(), numberRange.end());
    scaleOrPercent();
    currencyBehind();
    if (kind(0) == Kind.RANGE) {
      return Optional.empty();
    }
    unitPhrase();
    return Optional.of(build(start));
  }

  /** The unit after a closing parenthesis, as an amount of 1; empty if there is none. */
  Optional<Amount> unitOnly(int start) {
    end = start;
    numberRange = new TextRange(start, start);
    suffix = numberRange;
    boolean scaled = kind(0) == Kind.WORD && isScale();
    if (scaled) {
      scaleWord();
    }
    unitPhrase();
    return factors.isEmpty() && !scaled ? Optional.empty() : Optional.of(build(start));
  }

  private Amount build(int start) {
    Marks marks = new Marks(approximate, percent, times, billionOrBytes, each);
    return new Amount(start, end, number, numberRange, suffix, scale, factors, noun, marks);
  }

  private void scaleOrPercent() {
    if (kind(0) == Kind.PERCENT) {
      percent = true;
      suffix = range(0);
      pass();
    } else if (kind(0) == Kind.WORD) {
      scaleWord();
    }
    boolean atLeast = kind(0) == Kind.PLUS && !at(0).spaced() && !startsOperand(1);
    if (atLeast) {
      approximate = true;
      pass();
    }
  }

  /** Takes the currency of {@code 1,800 €}. */
  private void currencyBehind() {
    boolean behind = kind(0) == Kind.CURRENCY && factors.isEmpty() && !percent;
    if (behind && (kind(1) != Kind.NUMBER || at(1).spaced())) {
      factors.add(new Factor(CURRENCY, 1));
      pass();
    }
  }

  private void scaleWord() {
    Token word = at(0);
    boolean glued = !word.spaced();
    if (glued && word.isWord("x")) {
      times = true;
      suffix = range(0);
      pass();
    } else if (glued && word.text().equals("m")) {
      scale = new BigDecimal(1_000_000);
      suffix = range(0);
      // What is counted in millions has a name; metres have none.
      boolean named = kind(1) == Kind.WORD && at(1).text().length() > 2 && !isUnit(1);
      loose |= !named || Vocabulary.endsPhrase(at(1).text());
      pass();
    } else if (isScale()) {
      scale = Units.scale(word.text()).orElse(BigDecimal.ONE);
      billionOrBytes = Units.isBytesOrBillion(word.text());
      suffix = range(0);
      pass();
    }
  }

  private void unitPhrase() {
    for (int words = 0; words < MAX_WORDS && position < limit; words++) {
      boolean taken =
          switch (kind(0)) {
            case WORD -> word();
            case DIVIDE -> divisor();
            case NUMBER -> overTime();
            case OPEN -> comment();
            case ASIDE -> aside();
            default -> false;
          };
      if (!taken) {
        return;
      }
    }
  }

  private boolean word() {
    Token word = at(0);
    if (word.isWord("per")) {
      return per(1);
    }
    boolean article = word.isWord("a") || word.isWord("an") || word.isWord("each");
    if ((article || word.isWord("every")) && isTime(1)) {
      return per(1);
    }
    if (word.isWord("of") && isWord(1, "downtime") && !factors.isEmpty()) {
      pass();
      pass();
      return true;
    }
    if (word.isWord("of")) {
      loose |= percent && !startsOperand(1);
      return false;
    }
    if (word.isWord("the") || (Vocabulary.endsPhrase(word.text()) && !joinsNouns())) {
      return false;
    }
    if (noun.isEmpty() && !isKind() && unit(word)) {
      position += isInverse() ? 2 : 0;
      pass();
      return true;
    }
    if (noun.isEmpty()) {
      noun = Vocabulary.singular(word.text());
    }
    loose |= noun.equals("cpm");
    each |= word.isWord("each") || word.isWord("apiece");
    pass();
    return true;
  }

  /** Whether a noun goes on behind {@code and}: {@code 600 MB code and data + 40 MB stacks}. */
  private boolean joinsNouns() {
    int words = 1;
    while (words < MAX_WORDS && kind(words) == Kind.WORD) {
      words++;
    }
    return isWord(0, "and") && !noun.isEmpty() && words > 1 && kind(words) == Kind.PLUS;
  }

  /** Whether a unit of time only says of which kind many things are: {@code 9,000 week views}. */
  private boolean isKind() {
    return number.compareTo(MANY) >= 0
        && isTime(0)
        && !at(0).text().endsWith("s")
        && kind(1) == Kind.WORD
        && at(1).text().endsWith("s")
        && !isUnit(1);
  }

  /** Whether the unit there has an exponent: {@code s⁻¹}. */
  private boolean isInverse() {
    return kind(1) == Kind.POWER && kind(2) == Kind.NUMBER && at(2).value().signum() < 0;
  }

  /** Takes a unit in the numerator; the parts of {@code GB-month} multiply. */
  private boolean unit(Token word) {
    boolean measured = factors.stream().anyMatch(f -> !f.unit().equals(CURRENCY));
    if (measured) {
      return false;
    }
    int hyphen = word.text().indexOf('-');
    String first = hyphen < 0 ? word.text() : word.text().substring(0, hyphen);
    Optional<Unit> unit = Units.unit(first);
    Optional<Unit> second = hyphen < 0 ? unit : Units.unit(word.text().substring(hyphen + 1));
    if (unit.isEmpty() || second.isEmpty()) {
      return false;
    }
    boolean currencyTwice = !factors.isEmpty() && unit.get().dimension().money() != 0;
    if (!currencyTwice) {
      int exponent = isInverse() ? -1 : 1;
      factors.add(new Factor(unit.get(), exponent));
      if (hyphen >= 0) {
        factors.add(new Factor(second.get(), 1));
      } else if (scale.compareTo(BigDecimal.ONE) == 0 && !percent) {
        suffix = range(0);
      }
    }
    return true;
  }

  private boolean divisor() {
    if (kind(1) != Kind.WORD) {
      return false;
    }
    boolean known = isUnit(1) || isScale(1) || at(1).text().indexOf('-') > 0;
    loose |= !known && at(0).spaced() && at(1).spaced();
    return per(1);
  }

  /** Passes the unit of {@code 410 1/s}. */
  private boolean overTime() {
    boolean one = at(0).text().equals("1") && at(0).spaced() && kind(1) == Kind.DIVIDE;
    return one && noun.isEmpty() && !percent && isTime(2) && per(2);
  }

  /** Passes {@code per} or a slash, and what comes after: a unit, a noun, {@code million}. */
  private boolean per(int ahead) {
    if (isScale(ahead)) {
      divide(Units.scale(at(ahead).text()).orElse(BigDecimal.ONE), ahead);
      return true;
    }
    boolean many = kind(ahead) == Kind.NUMBER && at(ahead).value().signum() > 0;
    if (many && at(0).is(Kind.WORD) && !isUnit(ahead + 1)) {
      boolean scaled = isScale(ahead + 1);
      String word = scaled ? at(ahead + 1).text() : "";
      BigDecimal count = Units.scale(word).orElse(BigDecimal.ONE).multiply(at(ahead).value());
      divide(count, scaled ? ahead + 1 : ahead);
      return true;
    }
    return kind(ahead) == Kind.WORD && perUnit(ahead);
  }

  /** Divides by a count: {@code $5 per million}. */
  private void divide(BigDecimal count, int ahead) {
    scale = scale.divide(count, Quantity.PRECISION);
    position += ahead;
    pass();
  }

  private boolean perUnit(int ahead) {
    String word = at(ahead).text();
    int hyphen = word.indexOf('-');
    String first = hyphen < 0 ? word : word.substring(0, hyphen);
    Optional<Unit> unit = Units.unit(first);
    unit.ifPresent(u -> factors.add(new Factor(u, -1)));
    each |= unit.isEmpty();
    if (hyphen >= 0) {
      Units.unit(word.substring(hyphen + 1)).ifPresent(u -> factors.add(new Factor(u, -1)));
    }
    position += ahead;
    pass();
    return true;
  }

  private boolean comment() {
    int nesting = 0;
    boolean numbers = false;
    for (int i = position; i < limit; i++) {
      Kind kind = tokens.get(i).kind();
      numbers |= kind == Kind.NUMBER;
      nesting += kind == Kind.OPEN ? 1 : kind == Kind.CLOSE ? -1 : 0;
      if (nesting == 0) {
        commented |= numbers;
        position = i + 1;
        return true;
      }
    }
    return false;
  }

  private boolean aside() {
    position++;
    return true;
  }

  private void pass() {
    end = at(0).end();
    position++;
  }

  private TextRange range(int ahead) {
    return new TextRange(at(ahead).start(), at(ahead).end());
  }

  private boolean isWord(int ahead, String word) {
    return kind(ahead) == Kind.WORD && at(ahead).isWord(word);
  }

  private boolean isTime(int ahead) {
    return kind(ahead) == Kind.WORD
        && Units.unit(at(ahead).text()).filter(u -> u.dimension().time() == 1).isPresent();
  }

  private boolean isUnit(int ahead) {
    return kind(ahead) == Kind.WORD && Units.unit(at(ahead).text()).isPresent();
  }

  private boolean isScale() {
    return isScale(0);
  }

  private boolean isScale(int ahead) {
    return kind(ahead) == Kind.WORD && Units.scale(at(ahead).text()).isPresent();
  }

  private boolean startsOperand(int ahead) {
    return switch (kind(ahead)) {
      case NUMBER, CURRENCY, OPEN, TILDE -> true;
      default -> false;
    };
  }

  private Token at(int ahead) {
    return tokens.get(position + ahead);
  }

  private Kind kind(int ahead) {
    return position + ahead < limit ? at(ahead).kind() : Kind.STOP;
  }
}
