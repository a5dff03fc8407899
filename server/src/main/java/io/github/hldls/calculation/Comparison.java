package io.github.hldls.calculation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares a calculation with its claimed result under every fair reading, and keeps the kindest
 * verdict: what one reading makes right is not an error.
 */
final class Comparison {
  private static final double OK = 0.02 + 1e-12;
  private static final double ROUNDED = 0.15;
  private static final double VISIBLY_ROUNDED = 0.34;
  private static final double ROUGHLY_ROUNDED = 0.2;
  private static final int EXACT_DIGITS = 3;
  private static final BigDecimal EIGHT = BigDecimal.valueOf(8);
  private static final BigDecimal EIGHTH = new BigDecimal("0.125");
  private static final BigInteger FIVE = BigInteger.valueOf(5);

  /** How far from a power of 1000, in such powers; half of one is the most. */
  private static final double FAR = 0.4;

  private static final double MUCH_NEARER = 0.9;
  private static final BigDecimal LARGE = new BigDecimal(1_000_000);
  private static final BigDecimal SMALL = new BigDecimal(1000);

  private final Expression left;
  private final Amount right;
  private final boolean visible;
  private @Nullable Traits traits;
  private Judgement best = Judgement.UNKNOWN;
  private Optional<BigDecimal> firstRatio = Optional.empty();
  private boolean adopted;
  private boolean plain;

  private Comparison(Expression left, Amount right, boolean visible) {
    this.left = left;
    this.right = right;
    this.visible = visible || right.marks().approximate();
  }

  /** What the operands give the reader to choose from. */
  private record Traits(
      boolean data, boolean bits, boolean time, boolean timeNumber, List<BigDecimal> conversions) {

    static Traits of(Expression left, Amount right) {
      List<Amount> amounts = new ArrayList<>();
      left.amounts(amounts::add);
      boolean timeNumber = false;
      boolean time = false;
      for (Amount amount : amounts) {
        timeNumber |= amount.isBare() && Factors.isTime(amount.number());
        for (Amount.Factor factor : amount.factors()) {
          time |= factor.unit().dimension().time() != 0;
        }
      }
      List<BigDecimal> conversions = new ArrayList<>();
      conversions(left, left.start(), false, conversions);
      amounts.add(right);
      boolean data = false;
      boolean bits = false;
      for (Amount amount : amounts) {
        for (Amount.Factor factor : amount.factors()) {
          data |= factor.unit().dimension().data() != 0;
          bits |= factor.unit().otherMeaning().compareTo(BigDecimal.ONE) != 0;
        }
      }
      return new Traits(data, bits, time, timeNumber, conversions);
    }

    /**
     * What the value must be multiplied by to undo each bare conversion in the operands. A thousand
     * that stands first, or of something, is a count.
     */
    private static void conversions(
        Expression part, int first, boolean over, List<BigDecimal> found) {
      if (part instanceof Expression.Binary product && product.isProduct()) {
        conversions(product.left(), first, over, found);
        boolean divides = product.operator() == Expression.Operator.DIVIDE;
        conversions(product.right(), first, over != divides, found);
      } else if (part instanceof Amount amount
          && amount.factors().isEmpty()
          && amount.noun().isEmpty()
          && (amount.start() != first || amount.number().compareTo(EIGHT) == 0)
          && Factors.isConversion(amount.number())) {
        BigDecimal number = amount.number();
        found.add(over ? number : BigDecimal.ONE.divide(number, Quantity.PRECISION));
      }
    }
  }

  /**
   * Judges {@code left = right}.
   *
   * @param visible whether the text says that the result is rounded
   */
  static Judgement of(Expression left, Amount right, boolean visible) {
    Judgement best = Judgement.UNKNOWN;
    List<LetterB.Meaning> meanings = LetterB.meanings(left, right);
    for (LetterB.Meaning meaning : meanings) {
      Comparison comparison = new Comparison(meaning.left(), meaning.right(), visible);
      Judgement judgement = comparison.judge();
      if (judgement.verdict() == Verdict.OK) {
        return judgement;
      }
      best = rank(judgement) > rank(best) ? judgement : best;
    }
    // A sum of data and rates of it may leave out what both are over.
    boolean open = best.isWrong() && meanings.stream().anyMatch(m -> isMixed(m.left()));
    return open ? best.as(Verdict.UNCLEAR) : best;
  }

  /** Whether a sum is of parts of two kinds. */
  private static boolean isMixed(Expression left) {
    return left instanceof Expression.Binary sum
        && !sum.isProduct()
        && sum.value(Reading.PLAIN).isEmpty();
  }

  /** What the operands are like; most results are right without it. */
  private Traits traits() {
    Traits known = traits;
    if (known == null) {
      known = Traits.of(left, right);
      traits = known;
    }
    return known;
  }

  private Judgement judge() {
    for (int choice = 0; choice < 4; choice++) {
      Reading reading = new Reading((choice & 1) != 0, (choice & 2) != 0, false);
      if (isMeaningful(reading)) {
        read(reading);
      }
      if (best.verdict() == Verdict.OK) {
        return best;
      }
    }
    return result();
  }

  private boolean isMeaningful(Reading reading) {
    return (!reading.binary() || traits().data()) && (!reading.swapped() || traits().bits());
  }

  private Judgement result() {
    boolean unitMayBeMeant =
        (adopted || isScaleMeant()) && firstRatio.filter(Factors::isPrefix).isPresent();
    boolean doubtful = unitMayBeMeant || (adopted && isFar());
    return best.isWrong() && doubtful ? best.as(Verdict.UNCLEAR) : best;
  }

  /**
   * Whether bare operands are so far from a result with a unit that one of them must be missing.
   */
  private boolean isFar() {
    double ratio =
        left.value(Reading.PLAIN)
            .filter(l -> right.number().signum() != 0)
            .map(l -> l.number().divide(right.number().multiply(right.scale()), Quantity.PRECISION))
            .map(Quantity::toDouble)
            .orElse(1.0);
    double thousands = Math.log(Math.abs(ratio)) / Math.log(1000);
    return Math.abs(thousands - Math.rint(thousands)) > FAR;
  }

  /**
   * Whether small bare operands may be meant in the scale of the result: {@code 3 × 4 = 12M}, or
   * one of them in that of its unit: {@code $900 / 300 = $3 per million}.
   */
  private boolean isScaleMeant() {
    List<Amount> amounts = new ArrayList<>();
    left.amounts(amounts::add);
    if (right.scale().compareTo(BigDecimal.ONE) < 0) {
      return amounts.stream().anyMatch(Amount::isBare);
    }
    if (right.scale().compareTo(BigDecimal.ONE) == 0
        || !amounts.stream().allMatch(Amount::isBare)) {
      return false;
    }
    Optional<BigDecimal> value = left.value(Reading.PLAIN).map(Quantity::value);
    boolean isSum = left instanceof Expression.Binary binary && !binary.isProduct();
    // A column may be told to be one of thousands, at its head or before it.
    return (isSum && value.filter(v -> v.compareTo(right.number()) == 0).isPresent())
        || (value.filter(v -> v.compareTo(LARGE) >= 0).isEmpty()
            && amounts.stream().allMatch(a -> a.number().compareTo(SMALL) < 0));
  }

  private void read(Reading reading) {
    plain = reading.isPlain();
    Optional<Quantity> l = left.value(reading);
    Optional<Quantity> r = right.value(reading);
    if (l.isEmpty() || r.isEmpty()) {
      return;
    }
    compare(l.get(), r.get());
    if (best.verdict() == Verdict.OK) {
      return;
    }
    if (right.percent()) {
      // The share that grows may be written without its sign: 29.3 × 1.2 = 35 %.
      judge(l.get().value(), right.number(), false);
    }
    boolean timeDiffers = l.get().dimension().time() != r.get().dimension().time();
    if (timeDiffers || traits().timeNumber()) {
      // Units of time that cancel each other are meant; others may be mere words.
      boolean words = !traits().time() || l.get().dimension().time() != 0;
      withoutTime(reading, l.get(), r.get(), words || traits().timeNumber());
      if (timeDiffers && words && best.isWrong()) {
        hiddenChangeOfTime();
      }
    }
  }

  private void withoutTime(Reading reading, Quantity l, Quantity r, boolean words) {
    Optional<Quantity> bareLeft = left.value(reading.withoutTime());
    Optional<Quantity> bareRight = right.value(reading.withoutTime());
    if (bareLeft.isPresent() && bareRight.isPresent()) {
      compare(l, bareRight.get());
      if (r.dimension().equals(new Dimension(0, 1, 0))) {
        // Time each, for so many a day: 400 calls a day × 2 minutes = 800 minutes.
        judge(bareLeft.get().value(), bareRight.get().value(), false);
      }
      if (words) {
        compare(bareLeft.get(), bareRight.get());
        compare(bareLeft.get(), r);
      }
    }
  }

  /** Accepts what is off by the factor between two units of time: per day, then per second. */
  private void hiddenChangeOfTime() {
    if (firstRatio.filter(Factors::isChangeOfTime).isPresent()) {
      best = new Judgement(Verdict.OK, Optional.of(BigDecimal.ONE));
    }
  }

  private void compare(Quantity l, Quantity r) {
    Dimension a = l.dimension();
    Dimension b = r.dimension();
    if (a.equals(b)) {
      same(l, r);
    } else if (a.time() == b.time() && a.data() == 0 && a.money() == b.money()) {
      adopted |= plain;
      judge(l.value(), r.value(), true);
      judge(l.value(), r.number(), true);
    } else if (a.time() == b.time() && a.money() == 0 && a.data() == b.data()) {
      judge(l.value(), r.value(), true);
    } else if (a.time() == b.time() && a.money() == b.money() && b.data() == 0) {
      // A price is often told without what it is for; only its scale is open then.
      boolean price = a.money() == 1 && a.data() == 1;
      adopted |= price && plain;
      judge(l.number(), r.number(), price);
    } else if (b.isNone()) {
      // Time spent in each second is a number of busy cores, connections, people.
      judge(l.value(), r.value(), false);
      judge(l.number(), r.value(), false);
    } else if (a.isNone()) {
      judge(l.value(), r.number(), false);
    }
  }

  private void same(Quantity l, Quantity r) {
    judge(l.value(), r.value(), true);
    if (best.verdict() == Verdict.OK || l.dimension().data() == 0) {
      return;
    }
    BigDecimal all = BigDecimal.ONE;
    for (BigDecimal factor : traits().conversions()) {
      if (isConverted(l, r, factor)) {
        all = all.multiply(factor, Quantity.PRECISION);
        judge(l.value().multiply(factor, Quantity.PRECISION), r.value(), true);
      }
    }
    judge(l.value().multiply(all, Quantity.PRECISION), r.value(), true);
  }

  /** Whether the unit changes as it must if a factor only converts. */
  private static boolean isConverted(Quantity l, Quantity r, BigDecimal factor) {
    if (factor.compareTo(EIGHT) == 0 || factor.compareTo(EIGHTH) == 0) {
      return !Factors.isThousands(r.scale().divide(l.scale(), Quantity.PRECISION));
    }
    int larger = r.scale().compareTo(l.scale());
    return larger != 0 && larger == factor.compareTo(BigDecimal.ONE);
  }

  /**
   * Judges two numbers in the same unit.
   *
   * @param firm whether they may be called wrong
   */
  private void judge(BigDecimal computed, BigDecimal claimed, boolean firm) {
    if (claimed.signum() == 0) {
      if (computed.signum() == 0) {
        best = new Judgement(Verdict.OK, Optional.of(BigDecimal.ONE));
      }
      return;
    }
    BigDecimal ratio = computed.divide(claimed, Quantity.PRECISION);
    if (firm && firstRatio.isEmpty()) {
      firstRatio = Optional.of(ratio);
    }
    Verdict verdict = verdict(ratio);
    if (verdict == Verdict.WRONG && !firm) {
      verdict = Verdict.UNCLEAR;
    }
    // What is told of an error is the plainest reading, unless another explains much more of it.
    boolean nearer =
        verdict == Verdict.WRONG
            && best.isWrong()
            && distance(ratio) < MUCH_NEARER * distance(best);
    if (rank(verdict) > rank(best) || nearer) {
      best = new Judgement(verdict, Optional.of(ratio));
    }
  }

  private static double distance(Judgement judgement) {
    return judgement.ratio().map(Comparison::distance).orElse(Double.MAX_VALUE);
  }

  private static double distance(BigDecimal ratio) {
    return Math.abs(Math.log(Math.abs(Quantity.toDouble(ratio))));
  }

  private static int rank(Judgement judgement) {
    return judgement.ratio().isEmpty() ? -1 : rank(judgement.verdict());
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case OK -> 3;
      case ROUNDED -> 2;
      case WRONG -> 1;
      case UNCLEAR -> 0;
    };
  }

  private Verdict verdict(BigDecimal ratio) {
    if (ratio.signum() <= 0) {
      return Verdict.WRONG;
    }
    double off = Math.abs(1 / Quantity.toDouble(ratio) - 1);
    if (off <= OK) {
      return Verdict.OK;
    }
    boolean near = off <= tolerance();
    if (near && !visible && WholeNumbers.are(left, right)) {
      return Verdict.WRONG;
    }
    return near || isRightAsWritten(ratio) ? Verdict.ROUNDED : Verdict.WRONG;
  }

  /**
   * How far an honest result may be off: a rough one far, one with three digits or more only as far
   * as its operands may have been rounded before.
   */
  private double tolerance() {
    double most = visible ? VISIBLY_ROUNDED : ROUNDED;
    BigDecimal digitsOnly = right.number().stripTrailingZeros();
    int digits = digitsOnly.precision();
    if (digitsOnly.unscaledValue().remainder(FIVE).signum() == 0) {
      digits--;
    }
    if (digits < 2 || (digits < EXACT_DIGITS && visible)) {
      return digits < 2 ? most : Math.min(most, ROUGHLY_ROUNDED);
    }
    double cut = digits < EXACT_DIGITS ? Slack.ofDigits(digitsOnly) : 0;
    return Math.min(ROUNDED, OK + Slack.of(left) + cut);
  }

  /** Whether the claim is the value rounded to its digits, or up to a whole number. */
  private boolean isRightAsWritten(BigDecimal ratio) {
    BigDecimal written = right.number();
    BigDecimal exact = written.multiply(ratio, Quantity.PRECISION);
    if (exact.abs().compareTo(new BigDecimal("1e30")) > 0) {
      return false;
    }
    BigDecimal rounded = exact.setScale(written.scale(), RoundingMode.HALF_UP);
    boolean counted = written.stripTrailingZeros().scale() <= 0 && right.isBare();
    BigDecimal ceiling = exact.setScale(0, RoundingMode.CEILING);
    return rounded.compareTo(written) == 0 || (counted && ceiling.compareTo(written) == 0);
  }
}
