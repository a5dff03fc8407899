package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;
import io.github.hldls.text.TextRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides whether an equation is a calculation at all, and judges it if so. */
final class Equations {
  private Equations() {}

  /** The verdict; empty if the two sides are merely set side by side. */
  static Optional<Judgement> judge(Equation equation) {
    Optional<Judgement> judgement =
        equation.upper().isPresent()
            ? Ranges.judge(equation.lower(), equation.upper().get())
            : judged(equation);
    return equation.tentative() ? judgement.filter(Judgement::fits) : judgement;
  }

  /**
   * An amount and the calculation that it is said to be, the other way round: {@code 12 KB = 3 × 4
   * KB}. Only a measured or large amount is surely meant as the result, and none that is itself
   * one.
   */
  static Equation turned(Equation equation) {
    Term claim = equation.left();
    Equation turned = Equation.of(equation.right(), claim, equation.relation(), equation.visible());
    Optional<Dimension> dimension = GridReader.dimension(claim);
    boolean measured = dimension.filter(d -> !d.isNone()).isPresent();
    boolean large = claim.amount().filter(Equations::isLarge).isPresent();
    boolean same = dimension.equals(GridReader.dimension(equation.right()));
    boolean sure = same && (measured || large) && !claim.linked() && !claim.loose();
    return sure ? turned : turned.asTentative();
  }

  /** Whether a calculation goes on with an amount: {@code 10M/day = 10M / 86,400}. */
  static boolean startsWith(Term calculation, Term amount) {
    Optional<Amount> first = calculation.expression().map(Equations::firstAmount);
    return first.isPresent()
        && amount.amount().isPresent()
        && near(count(first.get()), count(amount.amount().get()));
  }

  private static double count(Amount amount) {
    return Quantity.toDouble(amount.number().multiply(amount.scale(), Quantity.PRECISION));
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= 0.01 * Math.abs(b);
  }

  private static boolean isLarge(Amount amount) {
    return amount.number().multiply(amount.scale()).compareTo(BigDecimal.valueOf(100)) >= 0
        && !amount.percent();
  }

  private static Optional<Judgement> judged(Equation equation) {
    Term left = equation.left();
    Term right = equation.right();
    if (right.amount().isEmpty()) {
      return equality(equation);
    }
    Amount claimed = right.amount().get();
    if (left.expression().isEmpty()) {
      return Optional.of(Judgement.UNKNOWN);
    }
    Judgement judgement =
        guarded(equation, Comparison.of(left.expression().get(), claimed, equation.visible()));
    if (left.operators()) {
      boolean exact = Availability.isExact(left.expression().get(), claimed);
      return Optional.of(judgement.fits() && !exact ? judgement.as(Verdict.WRONG) : judgement);
    }
    Optional<Expression> downtime = left.amount().flatMap(up -> Availability.downtime(up, claimed));
    if (downtime.isPresent()) {
      return Optional.of(
          guarded(equation, Comparison.of(downtime.get(), claimed, equation.visible())));
    }
    return left.amount().flatMap(from -> conversion(from, claimed, equation, judgement));
  }

  /** Whether a result is wrong by less than a factor of two. */
  static boolean isNear(Equation equation) {
    double ratio = judge(equation).flatMap(Judgement::ratio).map(Quantity::toDouble).orElse(0.0);
    return ratio > 0.5 && ratio < 2;
  }

  /** Softens what only looks wrong. */
  private static Judgement guarded(Equation equation, Judgement judgement) {
    boolean doubtful =
        equation.left().loose()
            || equation.right().loose()
            || leadsOn(equation)
            || isInsideOut(equation)
            || equation.left().expression().filter(Equations::addsThings).isPresent()
            || judgement.ratio().filter(r -> Factors.isAmong(unused(equation), r)).isPresent();
    return judgement.isWrong() && doubtful ? judgement.as(Verdict.UNCLEAR) : judgement;
  }

  /** The numbers near a calculation without those that it names again as its operands. */
  private static List<Double> unused(Equation equation) {
    List<Double> numbers = new ArrayList<>(equation.around());
    if (!numbers.isEmpty()) {
      equation
          .left()
          .expression()
          .ifPresent(left -> left.amounts(amount -> numbers.remove((Object) count(amount))));
    }
    return numbers;
  }

  /** Whether words or an arrow lead from a time to a rate, or back, and so to something else. */
  private static boolean isInsideOut(Equation equation) {
    int from = GridReader.dimension(equation.left()).map(Dimension::time).orElse(0);
    int to = GridReader.dimension(equation.right()).map(Dimension::time).orElse(0);
    boolean sign = equation.relation() == Kind.EQUALS || equation.relation() == Kind.ABOUT;
    return !sign && from * to < 0;
  }

  /** Whether an arrow leads from several to one of them, kept: {@code merges 18 × 20 → 20}. */
  private static boolean leadsOn(Equation equation) {
    List<Amount> amounts = new ArrayList<>();
    equation.left().expression().ifPresent(left -> left.amounts(amounts::add));
    return equation.relation() == Kind.ARROW
        && amounts.size() > 1
        && equation
            .right()
            .amount()
            .filter(to -> amounts.stream().anyMatch(a -> a.number().compareTo(to.number()) == 0))
            .isPresent();
  }

  /** Whether a thing is added to a bare number, and so stands for what it costs or weighs. */
  private static boolean addsThings(Expression expression) {
    if (!(expression instanceof Expression.Binary sum) || sum.isProduct()) {
      return false;
    }
    return sum.left() instanceof Amount left
        && sum.right() instanceof Amount right
        && left.factors().isEmpty()
        && right.factors().isEmpty()
        && left.noun().isEmpty() != right.noun().isEmpty()
        && left.number().compareTo(BigDecimal.ONE) == 0;
  }

  /** One amount said in another way: {@code 2 MB/s = 16 Mbps}. */
  private static Optional<Judgement> conversion(
      Amount from, Amount to, Equation equation, Judgement judgement) {
    if (from.marks().times()
        || to.marks().times()
        || (from.percent() != to.percent() && !isFraction(from, to, equation))) {
      return Optional.empty();
    }
    Optional<Quantity> a = from.value(Reading.PLAIN);
    Optional<Quantity> b = to.value(Reading.PLAIN);
    if (a.isEmpty() || b.isEmpty() || judgement.verdict() == Verdict.UNCLEAR) {
      return Optional.empty();
    }
    boolean same = a.get().dimension().equals(b.get().dimension());
    boolean rate = a.get().dimension().data() == 0 && a.get().dimension().money() == 0;
    boolean different =
        rate && !from.noun().isEmpty() && !to.noun().isEmpty() && !from.noun().equals(to.noun());
    boolean measured = same && !a.get().dimension().isNone() && !different;
    boolean counted =
        same && !measured && (from.noun().equals(to.noun()) || equation.left().linked());
    boolean comparable = measured || (counted && isPlausible(from, to, equation));
    // An arrow may lead to another state, and "is" to a limit, unless the unit changes.
    boolean arrow = equation.relation() == Kind.ARROW || equation.relation() == Kind.WORD;
    boolean rebased = measured && isRebased(from, to);
    if (arrow && (from.percent() || (!equation.visible() && isChange(from, to)))) {
      return Optional.empty();
    }
    boolean restated = (!arrow || equation.visible() || rebased) && comparable;
    if (measured && a.get().dimension().equals(new Dimension(0, 1, 0)) && isShortcut(judgement)) {
      return Optional.of(judgement.as(Verdict.ROUNDED));
    }
    boolean related = same || (judgement.fits() && sharesUnit(a.get(), b.get()));
    return restated || (judgement.fits() && related) ? Optional.of(judgement) : Optional.empty();
  }

  /** A fraction that was computed, said as a percentage. */
  private static boolean isFraction(Amount from, Amount to, Equation equation) {
    return equation.left().linked()
        && to.percent()
        && from.isBare()
        && from.number().compareTo(BigDecimal.ONE) < 0;
  }

  /** Whether an arrow leads from one state to the next, not to another unit. */
  private static boolean isChange(Amount from, Amount to) {
    return from.factors().equals(to.factors()) && from.scale().compareTo(to.scale()) == 0;
  }

  /**
   * Whether an amount in parentheses can only be the one before it in another unit or scale: {@code
   * 2 MB/s (16 Mbps)}, {@code 1,000,000 (1M)}.
   */
  static boolean isRestated(Equation equation) {
    Optional<Amount> from = equation.left().amount();
    Optional<Amount> to = equation.right().amount();
    if (from.isPresent()
        && to.isPresent()
        && Availability.downtime(from.get(), to.get()).isPresent()) {
      return true;
    }
    if (from.isEmpty() || to.isEmpty() || !to.get().noun().isEmpty()) {
      return false;
    }
    Optional<Dimension> dimension = GridReader.dimension(equation.left());
    boolean same = dimension.equals(GridReader.dimension(equation.right()));
    boolean counts =
        from.get().isBare()
            && from.get().noun().isEmpty()
            && to.get().factors().isEmpty()
            && to.get().scale().compareTo(BigDecimal.ONE) > 0;
    boolean rates = dimension.filter(d -> d.data() != 0 || d.time() < 0).isPresent();
    // A time in a smaller unit in parentheses may be another one: 2 s (300 ms).
    boolean longer =
        dimension.filter(d -> d.equals(new Dimension(0, 1, 0))).isPresent()
            && unitSize(to.get()).compareTo(unitSize(from.get())) > 0
            && to.get().noun().isEmpty()
            && from.get().noun().isEmpty();
    return same
        && !isChange(from.get(), to.get())
        && (longer || counts || (rates && isFlat(equation)));
  }

  /** Whether operands and result are of one kind, and no mere numbers. */
  static boolean isMeasured(Equation equation) {
    Optional<Dimension> kind = GridReader.dimension(equation.left());
    return kind.filter(d -> !d.isNone()).isPresent()
        && kind.equals(GridReader.dimension(equation.right()));
  }

  /** Whether a result is in another unit than the operands, which have one. */
  static boolean isOtherUnit(Equation equation) {
    return isMeasured(equation)
        && scale(equation.left())
            .flatMap(from -> scale(equation.right()).filter(to -> to.compareTo(from) != 0))
            .isPresent();
  }

  private static Optional<BigDecimal> scale(Term term) {
    return term.expression().flatMap(e -> e.value(Reading.PLAIN)).map(Quantity::scale);
  }

  private static BigDecimal unitSize(Amount amount) {
    return amount.value(Reading.PLAIN).map(Quantity::scale).orElse(BigDecimal.ONE);
  }

  private static boolean isFlat(Equation equation) {
    return GridReader.dimension(equation.left()).filter(d -> d.money() == 0).isPresent();
  }

  /** Whether both are rates, over different units of time, or one of bytes and one of bits. */
  private static boolean isRebased(Amount from, Amount to) {
    List<Unit> before = timeUnits(from);
    List<Unit> after = timeUnits(to);
    return !before.isEmpty()
        && !after.isEmpty()
        && (!before.equals(after) || countsBits(from) != countsBits(to));
  }

  private static boolean countsBits(Amount amount) {
    return amount.factors().stream().anyMatch(f -> f.unit().isOfBits());
  }

  private static List<Unit> timeUnits(Amount amount) {
    return amount.factors().stream()
        .filter(f -> f.unit().dimension().time() * f.exponent() < 0)
        .map(Amount.Factor::unit)
        .toList();
  }

  private static boolean sharesUnit(Quantity a, Quantity b) {
    return a.dimension().data() == b.dimension().data()
        && a.dimension().money() == b.dimension().money()
        && !(a.dimension().isNone() && b.dimension().time() > 0);
  }

  /** Whether two counts may be compared: of the same thing, and not of one thing by its parts. */
  private static boolean isPlausible(Amount from, Amount to, Equation equation) {
    boolean named = !from.noun().isEmpty() && !to.noun().isEmpty();
    boolean one = from.number().compareTo(BigDecimal.ONE) == 0 && from.isBare();
    return !one && (!named || from.noun().equals(to.noun())) && !equation.left().loose();
  }

  /** A shortcut of mental arithmetic, such as 100,000 seconds for a day. */
  private static boolean isShortcut(Judgement judgement) {
    double ratio = judgement.ratio().map(Quantity::toDouble).orElse(0.0);
    return judgement.isWrong() && ratio > 0.75 && ratio < 1.34;
  }

  /** Two calculations set equal. */
  private static Optional<Judgement> equality(Equation equation) {
    Optional<Expression> left = equation.left().expression();
    Optional<Expression> right = equation.right().expression();
    if (left.isEmpty() || right.isEmpty() || !equation.left().operators()) {
      return Optional.empty();
    }
    Optional<Amount> whole = right.get().value(Reading.PLAIN).map(v -> stated(right.get(), v));
    Optional<Judgement> judgement =
        whole.map(amount -> guarded(equation, Comparison.of(left.get(), amount, false)));
    boolean exact =
        whole
            .flatMap(amount -> amount.value(Reading.PLAIN))
            .map(Quantity::dimension)
            .equals(left.get().value(Reading.PLAIN).map(Quantity::dimension));
    return judgement.filter(j -> j.fits() || (j.isWrong() && exact));
  }

  static Amount firstAmount(Expression expression) {
    List<Amount> amounts = new ArrayList<>();
    expression.amounts(amounts::add);
    return amounts.get(0);
  }

  /** A calculation's value as if it had been written as one amount. */
  private static Amount stated(Expression expression, Quantity value) {
    Unit unit = new Unit(value.scale(), value.scale(), BigDecimal.ONE, value.dimension());
    int start = expression.start();
    TextRange place = new TextRange(start, start);
    return new Amount(
        start,
        expression.end(),
        value.number(),
        place,
        place,
        BigDecimal.ONE,
        List.of(new Amount.Factor(unit, 1)),
        "",
        Amount.Marks.NONE);
  }
}
