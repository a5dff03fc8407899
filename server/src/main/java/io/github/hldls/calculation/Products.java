package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds products that are told in words: {@code each of the 40 servers handles 5,000 requests a
 * second, 200,000 in total}. A sentence with three amounts, a word that spreads one of them over
 * another, and a word that announces the third.
 */
final class Products {
  private static final int MAX_TOKENS = 80;
  private static final int MAX_WORDS = 7;
  private static final Set<String> EACH = Set.of("each", "every", "apiece");
  // What they announce is the product.
  private static final Set<String> RESULTS =
      words(
          "need needs require requires take takes give gives giving make makes making yield yields"
              + " reach reaches equals total totals so therefore hence thus are is cost costs");
  // It may be part of the product, or more.
  private static final Set<String> USES =
      words(
          "hold holds store stores serve serves handle handles carry carries provide provides use"
              + " uses occupy occupies produce produces generate generates send sends"
              + " write writes can consume consumes fill fills");
  private static final Set<String> WHOLES =
      Set.of("total", "all", "altogether", "together", "overall", "combined");
  private static final Set<String> LIMITS =
      words(
          "most up least worst hot can could would should may might instead not never than less more fewer"
              + " but still spare reserve failed usable compressed free half or after before during");

  private final List<Token> tokens;
  private final int from;
  private final int to;
  private final int[] numbers;

  private Products(List<Token> tokens, int from, int to, int[] numbers) {
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.numbers = numbers;
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" ", -1));
  }

  /**
   * Whether a word of a line spreads an amount over others: {@code each}, {@code of 2 TB}, {@code
   * making 6}, {@code At 2 KB}. It lets through more than there is.
   */
  static boolean mayTell(char[] text, int start, int end) {
    for (int i = start + 2; i + 3 < end; i++) {
      boolean may =
          switch (text[i]) {
            case 'c' -> text[i + 1] == 'h' && text[i - 1] == 'a' && isE(text[i - 2]);
            case 'f' -> text[i - 1] == 'o' && text[i - 2] == ' ' && isBeforeNumber(text, i);
            case 'g' -> text[i - 1] == 'n' && text[i - 2] == 'i' && isBeforeNumber(text, i);
            case 't' -> text[i - 1] == 'A' && isBeforeNumber(text, i);
            default -> false;
          };
      if (may) {
        return true;
      }
    }
    return text[start] == 'A' && text[start + 1] == 't' && isBeforeNumber(text, start + 1);
  }

  private static boolean isE(char c) {
    return c == 'e' || c == 'E';
  }

  private static boolean isBeforeNumber(char[] text, int end) {
    char c = text[end + 2];
    return text[end + 1] == ' ' && (NumberLexer.isDigit(c) || c == '$' || c == '~');
  }

  /** Reads the sentences of a line. */
  static void read(List<Token> line, Consumer<Equation> found) {
    List<Token> tokens = Phrases.read(line);
    int from = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i == tokens.size() || tokens.get(i).is(Kind.STOP)) {
        sentence(tokens, from, i).flatMap(Products::equation).ifPresent(found);
        from = i + 1;
      }
    }
  }

  /** A sentence with three numbers and no sign of a calculation. */
  private static Optional<Products> sentence(List<Token> tokens, int from, int to) {
    int[] numbers = new int[3];
    int count = 0;
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      boolean slash = token.is(Kind.DIVIDE) && token.spaced();
      boolean sign = slash || (Clauses.isSign(token.kind()) && !token.is(Kind.DIVIDE));
      if (sign || token.isRelation() || token.is(Kind.OPEN) || token.is(Kind.COMPARE)) {
        return Optional.empty();
      }
      if (token.is(Kind.NUMBER)) {
        if (count == numbers.length) {
          return Optional.empty();
        }
        numbers[count++] = i;
      }
    }
    return count == numbers.length && to - from <= MAX_TOKENS
        ? Optional.of(new Products(tokens, from, to, numbers))
        : Optional.empty();
  }

  private Optional<Equation> equation() {
    Optional<Amount> first = amount(0);
    Optional<Amount> second = amount(1);
    Optional<Amount> claim = amount(2);
    if (first.isEmpty() || second.isEmpty() || claim.isEmpty()) {
      return Optional.empty();
    }
    boolean isAhead = isSizeAhead(first.get(), second.get());
    Amount count = isAhead ? second.get() : first.get();
    Amount size = isAhead ? first.get() : second.get();
    boolean spread = isAhead || isSpread(size);
    if (!spread || !isCount(count, isAhead) || size.percent() || size.marks().times()) {
      return Optional.empty();
    }
    Amount result = isWhole() && isMere(claim.get()) ? measured(claim.get(), size) : claim.get();
    Expression product =
        new Expression.Binary(Expression.Operator.TIMES, first.get(), second.get());
    if (!isOneKind(product, result) || (size.isBare() && !result.noun().equals(size.noun()))) {
      return Optional.empty();
    }
    boolean about =
        tokens.get(numbers[2] - 1).is(Kind.TILDE) || says(numbers[1], numbers[2], ABOUT);
    Equation equation =
        Equation.of(Term.of(product, true, false), Term.of(result, false, false), Kind.WORD, about);
    boolean announced =
        isWhole() || says(numbers[1], numbers[2], RESULTS) || isOne(tokens.get(from));
    if (!announced && !says(numbers[1], numbers[2], USES)) {
      return Optional.empty();
    }
    return Optional.of(announced && isSure(size, result) ? equation : equation.asTentative());
  }

  private static final Set<String> ABOUT =
      words("about approximately roughly around nearly almost some");

  private Optional<Amount> amount(int place) {
    int start = numbers[place];
    while (start > from && isLead(tokens.get(start - 1))) {
      start--;
    }
    int end = place + 1 < numbers.length ? numbers[place + 1] : to;
    while (end > start && isLead(tokens.get(end - 1))) {
      end--;
    }
    return new AmountParser(tokens, start, end).amount();
  }

  private static boolean isLead(Token token) {
    return token.is(Kind.CURRENCY) || token.is(Kind.TILDE);
  }

  /**
   * {@code At 2 KB per event, 30 million events ...}; {@code Each server handles 500 QPS, so 40
   * servers ...}.
   */
  private boolean isSizeAhead(Amount size, Amount count) {
    if (isOne(tokens.get(from)) && isThing(tokens.get(from + 1), count)) {
      return !count.noun().isEmpty();
    } else if (size.isBare() || !tokens.get(from).isWord("at")) {
      return false;
    }
    for (int i = numbers[0]; i < numbers[1]; i++) {
      Token token = tokens.get(i);
      boolean per = token.isWord("per") || token.is(Kind.DIVIDE) || token.isWord("a");
      Token next = tokens.get(i + 1);
      if (token.isWord("each")
          || (per && next.is(Kind.WORD) && isThing(next, count) && !count.noun().isEmpty())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOne(Token token) {
    return token.isWord("each") || token.isWord("one") || token.isWord("every");
  }

  private static boolean isThing(Token word, Amount count) {
    return Vocabulary.singular(word.text()).equals(count.noun());
  }

  /** Whether the second amount is that of each of the first. */
  private boolean isSpread(Amount size) {
    int start = numbers[1];
    while (isLead(tokens.get(start - 1))) {
      start--;
    }
    int of = numbers[0] - 1;
    while (of > from + 1 && !tokens.get(of).isWord("of") && of > numbers[0] - 3) {
      of--;
    }
    boolean ofEach = of > from && tokens.get(of).isWord("of") && isAmong(tokens.get(of - 1), EACH);
    boolean before = ofEach || says(numbers[0], start, EACH);
    boolean behind =
        says(numbers[1], Math.min(numbers[2], numbers[1] + 8), Set.of("each", "apiece"));
    boolean many = tokens.get(start - 1).isWord("of") && !size.isBare();
    String word = tokens.get(start - 1).text();
    boolean doing = word.endsWith("ing") && !size.noun().isEmpty();
    return before || behind || many || doing;
  }

  /** A bare number of things. */
  private boolean isCount(Amount amount, boolean second) {
    boolean rate = second && amount.factors().stream().allMatch(f -> f.exponent() < 0);
    return !amount.percent()
        && !amount.marks().times()
        && !amount.noun().isEmpty()
        && (amount.factors().isEmpty() || rate);
  }

  private static boolean isMere(Amount claim) {
    return claim.factors().isEmpty() && !claim.percent();
  }

  /** A mere number in the unit of rates that it sums up. */
  private static Amount measured(Amount claim, Amount size) {
    boolean rate = size.factors().stream().allMatch(f -> f.unit().dimension().data() == 0);
    boolean money = size.factors().stream().anyMatch(f -> f.unit().dimension().money() != 0);
    if (!rate || money) {
      return claim;
    }
    String noun = claim.noun().isEmpty() ? size.noun() : claim.noun();
    return new Amount(
        claim.start(),
        claim.end(),
        claim.number(),
        claim.numberRange(),
        claim.suffix(),
        claim.scale(),
        size.factors(),
        noun,
        claim.marks());
  }

  private static boolean isOneKind(Expression product, Amount claim) {
    return LetterB.meanings(product, claim).stream().anyMatch(LetterB.Meaning::isOneKind);
  }

  /** Whether the third amount is said to be all: {@code 200,000 in total}. */
  private boolean isWhole() {
    for (int i = numbers[2] + 1; i < to; i++) {
      boolean in = tokens.get(i).isWord("in") || tokens.get(i).isWord("of");
      boolean whole = isAmong(tokens.get(i), WHOLES) && !tokens.get(i - 1).isWord("the");
      if (whole && (i + 1 == to || tokens.get(i + 1).is(Kind.COMMA))) {
        return true;
      }
      if (tokens.get(i).is(Kind.COMMA)
          || (in && i + 1 < to && !isAmong(tokens.get(i + 1), WHOLES))) {
        return false;
      }
    }
    return false;
  }

  /** Whether nothing says that there is more to it, and both are of the same things. */
  private boolean isSure(Amount size, Amount claim) {
    String thing = thing(size);
    boolean same = thing.isEmpty() || thing(claim).isEmpty() || thing.equals(thing(claim));
    boolean limited =
        tokens.subList(from, to).stream()
            .filter(token -> token.is(Kind.WORD))
            .anyMatch(t -> isAmong(t, LIMITS) || Vocabulary.isReserve(t.text()) || isMore(t));
    return same && !limited && endsThere() && !isDuration(size);
  }

  /** What is counted; not a word that only spreads it or sums it up. */
  private static String thing(Amount amount) {
    String noun = amount.noun();
    return EACH.contains(noun) || WHOLES.contains(noun) ? "" : noun;
  }

  /** Whether it is a time, which things that run side by side do not add up to. */
  private static boolean isDuration(Amount size) {
    return GridReader.dimension(Term.of(size, false, false))
        .filter(dimension -> dimension.equals(new Dimension(0, 1, 0)))
        .isPresent();
  }

  /** Whether the sentence ends with the third amount, and says nothing more of it. */
  private boolean endsThere() {
    int words = 0;
    for (int i = numbers[2] + 1; i < to && !tokens.get(i).is(Kind.COMMA); i++) {
      Token token = tokens.get(i);
      boolean ends = token.is(Kind.WORD) && Vocabulary.endsPhrase(token.text());
      boolean plain = token.isWord("of") || token.isWord("in");
      if ((ends && !plain) || ++words > MAX_WORDS) {
        return false;
      }
    }
    return true;
  }

  /** {@code with} opens most such sentences, and only later adds something. */
  private boolean isMore(Token token) {
    return Vocabulary.isMore(token.text())
        && (!token.isWord("with") || token.start() > tokens.get(numbers[1]).start());
  }

  private boolean says(int start, int end, Set<String> words) {
    for (int i = start; i < end; i++) {
      if (isAmong(tokens.get(i), words)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAmong(Token token, Set<String> words) {
    return token.is(Kind.WORD)
        && (words.contains(token.text()) || words.contains(token.text().toLowerCase(Locale.ROOT)));
  }
}
