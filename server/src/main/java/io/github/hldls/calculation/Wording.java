package io.github.hldls.calculation;

import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words what a judgement found. */
final class Wording {
  private static final int MAX_DIGITS = 24;
  private static final int MAX_TEXT = 300;
  private static final String PREFIXES = "KMGTPE";
  private static final String[] SCALES = {"K", "M", "B", "T"};
  private static final String[] SCALE_WORDS = {"thousand", "million", "billion", "trillion"};
  private static final BigDecimal THOUSAND = new BigDecimal(1000);

  private final SourceText source;
  private final NumberStyle style;

  Wording(SourceText source, NumberStyle style) {
    this.source = source;
    this.style = style;
  }

  /** Builds the calculation that {@code judgement} is about. */
  Calculation calculation(Equation equation, Judgement judgement) {
    Term right = equation.right();
    TextRange left = new TextRange(equation.left().start(), equation.left().end());
    TextRange claimedRange = new TextRange(right.start(), right.end());
    String expression = expression(equation);
    String claimed = plain(claimedRange);
    Optional<String> computed =
        equation.upper().isPresent() ? range(equation) : computed(equation, judgement);
    return new Calculation(
        left.cover(claimedRange),
        claimedRange,
        source.lineOf(right.start()),
        expression,
        claimed,
        computed.orElse(""),
        judgement.verdict(),
        working(expression, claimed, computed, judgement),
        judgement.isWrong() && right.amount().isPresent() ? computed : Optional.empty());
  }

  private Optional<String> computed(Equation equation, Judgement judgement) {
    Optional<Amount> claim = equation.right().amount();
    return claim.isPresent()
        ? judgement.ratio().map(ratio -> computed(claim.get(), ratio))
        : equation.left().expression().flatMap(this::bare);
  }

  /** Both ends of a range, or the one result if they are the same. */
  private Optional<String> range(Equation equation) {
    Optional<String> low = end(equation.lower());
    Optional<String> high = equation.upper().flatMap(this::end);
    if (low.isEmpty() || high.isEmpty() || low.equals(high)) {
      return low;
    }
    int number = low.get().length() - unit(low.get()).length();
    boolean same = unit(low.get()).equals(unit(high.get()));
    return Optional.of((same ? low.get().substring(0, number) : low.get()) + "-" + high.get());
  }

  private Optional<String> end(Equation equation) {
    return Equations.judge(equation).flatMap(judgement -> computed(equation, judgement));
  }

  /** What stands behind the digits of an amount. */
  private static String unit(String amount) {
    int i = amount.length();
    while (i > 0 && !NumberLexer.isDigit(amount.charAt(i - 1))) {
      i--;
    }
    return amount.substring(i);
  }

  private String expression(Equation equation) {
    Term left = equation.left();
    if (equation.apart().isEmpty()) {
      return plain(new TextRange(left.start(), left.end()));
    }
    return equation.apart().stream()
        .map(amount -> plain(new TextRange(amount.start(), amount.end())))
        .collect(Collectors.joining(sign(left)));
  }

  /** The value of operands as a mere number. */
  private Optional<String> bare(Expression expression) {
    return expression.value(Reading.PLAIN).map(quantity -> styled(digits(quantity.number(), 6)));
  }

  private static String sign(Term term) {
    if (term.expression().orElse(null) instanceof Expression.Binary binary) {
      return switch (binary.operator()) {
        case PLUS -> " + ";
        case MINUS -> " − ";
        case TIMES -> " × ";
        case DIVIDE -> " / ";
      };
    }
    return " ";
  }

  /** A piece of the source on one line, without Markdown's stars and runs of blanks. */
  String plain(TextRange range) {
    int end = Math.min(range.end(), range.start() + MAX_TEXT);
    String text = source.text().substring(range.start(), end);
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean bold = c == '*' && text.startsWith("**", i);
      if (bold) {
        i++;
      } else if (!Character.isWhitespace(c)) {
        boolean drawing = c == '`' || (c >= '\u2500' && c <= '\u257F');
        plain.append(drawing ? "" : c);
      } else if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    return plain.toString().strip();
  }

  private static String working(
      String expression, String claimed, Optional<String> computed, Judgement judgement) {
    if (computed.isEmpty()) {
      return expression + " = " + claimed + " cannot be recomputed";
    }
    return switch (judgement.verdict()) {
      case OK -> expression + " = " + computed.get();
      case ROUNDED -> expression + " = " + computed.get() + ", rounded to " + claimed;
      case WRONG ->
          expression
              + " = "
              + computed.get()
              + ", not "
              + claimed
              + ": off by "
              + distance(judgement.ratio().orElse(BigDecimal.ONE));
      case UNCLEAR -> expression + " = " + computed.get() + " if the units are as written";
    };
  }

  private static String distance(BigDecimal ratio) {
    if (ratio.signum() <= 0) {
      return "its sign";
    }
    BigDecimal claimedOver = BigDecimal.ONE.divide(ratio, Quantity.PRECISION);
    BigDecimal factor = ratio.max(claimedOver);
    if (factor.compareTo(new BigDecimal("1.9")) >= 0) {
      return digits(factor, 3) + "×";
    }
    BigDecimal percent = claimedOver.subtract(BigDecimal.ONE).abs().movePointRight(2);
    return percent.setScale(0, RoundingMode.HALF_UP).toPlainString() + " %";
  }

  /** The computed value in the unit of the claim, or in one that gives a handier number. */
  private String computed(Amount claim, BigDecimal ratio) {
    String text = source.text();
    BigDecimal value = claim.number().multiply(ratio, Quantity.PRECISION);
    String currency = text.substring(claim.start(), claim.numberRange().start());
    String between = text.substring(claim.numberRange().end(), claim.suffix().start());
    String suffix = text.substring(claim.suffix().start(), claim.suffix().end());
    String rest = text.substring(claim.suffix().end(), claim.end());
    while (value.abs().compareTo(THOUSAND) >= 0 && shifted(suffix, 1).isPresent()) {
      value = value.divide(THOUSAND, Quantity.PRECISION);
      suffix = shifted(suffix, 1).orElse(suffix);
    }
    boolean whole = value.signum() == 0;
    while (!whole && isSmall(value) && shifted(suffix, -1).isPresent()) {
      value = value.multiply(THOUSAND);
      suffix = shifted(suffix, -1).orElse(suffix);
    }
    String number = styled(digits(value, Math.max(4, claim.number().precision())));
    return plainText(currency.replace("~", "").strip() + number + between + suffix + rest);
  }

  /** A number with the signs that the file's writer uses. */
  private String styled(String number) {
    return style == NumberStyle.POINT
        ? number
        : number.replace(',', '\'').replace('.', ',').replace('\'', '.');
  }

  private static boolean isSmall(BigDecimal value) {
    return value.abs().compareTo(BigDecimal.ONE) < 0;
  }

  private static String plainText(String text) {
    return text.replace("**", "")
        .replace("`", "")
        .lines()
        .map(String::strip)
        .collect(Collectors.joining(" "))
        .strip();
  }

  /** The unit or scale that is 1000 times larger (1) or smaller (-1). */
  private static Optional<String> shifted(String suffix, int steps) {
    for (String[] row : new String[][] {SCALES, SCALE_WORDS}) {
      for (int i = 0; i < row.length; i++) {
        int other = i + steps;
        if (suffix.equals(row[i])) {
          return other < 0 || other >= row.length ? Optional.empty() : Optional.of(row[other]);
        }
      }
    }
    boolean prefixed = suffix.length() > 1 && "Bbi".indexOf(suffix.charAt(1)) >= 0;
    int place = prefixed ? PREFIXES.indexOf(suffix.charAt(0)) : -1;
    int other = place + steps;
    boolean exists = place >= 0 && other >= 0 && other < PREFIXES.length();
    return exists ? Optional.of(PREFIXES.charAt(other) + suffix.substring(1)) : Optional.empty();
  }

  /** A number with thousands separators, to so many significant digits. */
  static String digits(BigDecimal value, int significant) {
    int integerDigits = value.precision() - value.scale();
    int wanted = Math.max(significant, Math.min(integerDigits, MAX_DIGITS));
    BigDecimal rounded = value.round(new MathContext(wanted, RoundingMode.HALF_UP));
    if (rounded.signum() == 0) {
      return "0";
    }
    rounded = rounded.stripTrailingZeros();
    if (integerDigits > MAX_DIGITS || integerDigits < -MAX_DIGITS) {
      return rounded.round(new MathContext(6)).toString();
    }
    return grouped(rounded.toPlainString());
  }

  private static String grouped(String plain) {
    int point = plain.indexOf('.');
    int end = point < 0 ? plain.length() : point;
    StringBuilder grouped = new StringBuilder(plain);
    int first = plain.startsWith("-") ? 1 : 0;
    for (int i = end - 3; i > first; i -= 3) {
      grouped.insert(i, ',');
    }
    return grouped.toString();
  }
}
