package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns phrases into the numbers and signs that they stand for: {@code half a billion}, {@code two
 * thirds of}, {@code 1 in 20}, {@code twice}, {@code works out to}.
 */
final class Phrases {
  private static final int MAX_CLAUSE = 14;

  private final List<Token> tokens;
  private final List<Token> read = new ArrayList<>();
  private int position;
  // Whether commas part the operands of "the sum of".
  private boolean sum;

  private Phrases(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The same tokens with phrases replaced. */
  static List<Token> read(List<Token> tokens) {
    if (!mayHold(tokens)) {
      return tokens;
    }
    Phrases phrases = new Phrases(tokens);
    while (phrases.position < tokens.size()) {
      phrases.next();
    }
    return phrases.read;
  }

  private static boolean mayHold(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is(Kind.WORD) && (Vocabulary.opensPhrase(token.text()) || isPart(tokens, i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number of another one is meant: {@code 500 of 2,000}. */
  private static boolean isPart(List<Token> tokens, int of) {
    return of > 0
        && of + 1 < tokens.size()
        && tokens.get(of).isWord("of")
        && tokens.get(of - 1).is(Kind.NUMBER)
        && tokens.get(of + 1).is(Kind.NUMBER);
  }

  private void next() {
    Token token = tokens.get(position);
    if (token.is(Kind.NUMBER)) {
      number(token);
    } else if (sum && (token.is(Kind.COMMA) || token.isWord("and"))) {
      plus();
    } else if (!token.is(Kind.WORD) || !Vocabulary.opensPhrase(token.text())) {
      sum &= !token.isRelation();
      keep();
    } else if (token.isWord("sum")) {
      sum = isWord(position + 1, "of") && startsOperand(position + 2);
      keep();
    } else if (!relation()
        && !result()
        && !or()
        && !article(token)
        && !multiple(token)
        && !cardinal(token)) {
      keep();
    }
  }

  /** A comma in {@code the sum of 20 ms, 30 ms, and 50 ms}. */
  private void plus() {
    int next = isWord(position + 1, "and") ? position + 2 : position + 1;
    if (!startsOperand(next)) {
      keep();
      return;
    }
    Token token = tokens.get(position);
    read.add(new Token(Kind.PLUS, token.start(), token.end(), "", BigDecimal.ZERO, true));
    position = next;
  }

  private void keep() {
    read.add(tokens.get(position++));
  }

  /** A number, which may begin {@code 1 in 20} or {@code 2 thirds of}. */
  private void number(Token token) {
    if (!proportion(token, token.value(), position + 1)) {
      keep();
    }
  }

  /** {@code five}, {@code five million}, {@code two thirds of}, {@code one in five}. */
  private boolean cardinal(Token token) {
    Optional<BigDecimal> value = NumberWords.cardinal(token.text());
    if (value.isEmpty() || isEnd(position + 1) || inName()) {
      return false;
    }
    if (proportion(token, value.get(), position + 1)) {
      return true;
    }
    if (value.get().compareTo(BigDecimal.ONE) == 0 && !isBetweenSigns()) {
      return false;
    }
    add(token.start(), token.end(), value.get());
    position++;
    return true;
  }

  /** Whether {@code one} is an operand, and not just a word. */
  private boolean isBetweenSigns() {
    boolean before = !read.isEmpty() && read.get(read.size() - 1).isSign();
    return before || isScale(position + 1) || isSign(position + 1);
  }

  /** Whether a word before it makes it part of a name: {@code step two}, {@code tier one}. */
  private boolean inName() {
    Token token = tokens.get(position);
    return Character.isUpperCase(token.text().charAt(0))
        && position > 0
        && at(position - 1, Kind.WORD);
  }

  /** {@code a third of}, {@code half a billion}, {@code half of}, {@code a dozen}. */
  private boolean article(Token token) {
    boolean article = isArticle(position);
    int word = article ? position + 1 : position;
    if (word >= tokens.size() || !tokens.get(word).is(Kind.WORD)) {
      return false;
    }
    if (article && isScale(word)) {
      add(token.start(), token.end(), BigDecimal.ONE);
      position++;
      return true;
    }
    boolean half = tokens.get(word).isWord("half");
    boolean part = NumberWords.part(tokens.get(word).text()).isPresent();
    if (half && isArticle(word + 1) && isScale(word + 2)) {
      add(token.start(), tokens.get(word).end(), part(BigDecimal.ONE, word));
      position = word + 2;
      return true;
    }
    boolean the = half && isWord(word + 1, "the") && startsOperand(word + 2);
    boolean of = isWord(word + 1, "of") || the;
    return part && (article || half) && of && fraction(token, BigDecimal.ONE, word);
  }

  /** {@code thirds of}, {@code in 20}, {@code out of 5} behind a number. */
  private boolean proportion(Token token, BigDecimal count, int next) {
    if (next >= tokens.size() || !tokens.get(next).is(Kind.WORD)) {
      return false;
    }
    if (NumberWords.part(tokens.get(next).text()).isPresent() && isWord(next + 1, "of")) {
      return fraction(token, count, next);
    }
    if (isWord(next, "of") && at(next + 1, Kind.NUMBER) && isShare(next + 2)) {
      read.add(tokens.get(position));
      Token of = tokens.get(next);
      read.add(new Token(Kind.DIVIDE, of.start(), of.end(), "", BigDecimal.ZERO, true));
      position = next + 1;
      return true;
    }
    int whole = isWord(next, "in") ? next + 1 : isWord(next, "out") ? next + 2 : tokens.size();
    Optional<BigDecimal> all = whole < tokens.size() ? count(whole) : Optional.empty();
    boolean small = all.filter(n -> n.compareTo(count) > 0 && count.signum() > 0).isPresent();
    if (!small || isTime(whole + 1) || isScale(whole + 1)) {
      return false;
    }
    add(token.start(), tokens.get(whole).end(), count.divide(all.get(), Quantity.PRECISION));
    position = whole + 1;
    of();
    return true;
  }

  /** Whether a percentage is said to be equal to what stands there. */
  private boolean isShare(int from) {
    for (int i = from; i < Math.min(from + 5, tokens.size()); i++) {
      if (tokens.get(i).isRelation()) {
        int number = at(i + 1, Kind.TILDE) ? i + 2 : i + 1;
        return at(number, Kind.NUMBER) && at(number + 1, Kind.PERCENT);
      }
    }
    return false;
  }

  private boolean fraction(Token token, BigDecimal count, int word) {
    add(token.start(), tokens.get(word).end(), part(count, word));
    position = word + 1;
    of();
    return true;
  }

  private BigDecimal part(BigDecimal count, int word) {
    BigDecimal divisor = NumberWords.part(tokens.get(word).text()).orElse(BigDecimal.ONE);
    return count.divide(divisor, Quantity.PRECISION);
  }

  /** Makes {@code of}, with its article, a sign if an operand follows. */
  private void of() {
    int next = position;
    next += isWord(next, "of") ? 1 : 0;
    next += isWord(next, "the") || isWord(next, "these") || isWord(next, "those") ? 1 : 0;
    if (next > position && startsOperand(next)) {
      times(position, next);
      position = next;
    }
  }

  /** {@code twice 400 QPS}, {@code twice a day}. */
  private boolean multiple(Token token) {
    Optional<BigDecimal> value = NumberWords.multiple(token.text());
    int next = position + 1;
    next += isWord(next, "the") || isWord(next, "of") ? 1 : 0;
    boolean operand = startsOperand(next);
    boolean often = token.isWord("twice") || token.isWord("once");
    if (value.isEmpty() || !(operand || (often && isArticle(next) && isTime(next + 1)))) {
      return false;
    }
    add(token.start(), token.end(), value.get());
    position++;
    if (operand) {
      times(position, next);
      position = next;
    }
    return true;
  }

  /** {@code comes to}, {@code i.e.}, {@code which is}: a sign of equality before an amount. */
  private boolean relation() {
    int length = Vocabulary.relation(tokens, position);
    int next = position + length;
    boolean doing = isWord(position, "making") && !read.isEmpty() && !isPause(last());
    if (length == 0 || doing) {
      return false;
    }
    while (isLead(next)) {
      next++;
    }
    if (!startsOperand(next)) {
      return false;
    }
    if (isWord(position, "result") && !read.isEmpty() && last().isWord("the")) {
      read.remove(read.size() - 1);
    }
    while (!read.isEmpty() && isPause(last())) {
      read.remove(read.size() - 1);
    }
    int start = tokens.get(position).start();
    int end = tokens.get(position + length - 1).end();
    read.add(new Token(Kind.WORD, start, end, "equals", BigDecimal.ZERO, true));
    position += length;
    return true;
  }

  /** {@code 40 × 3. Result: 120}: a label stands for a sign of equality. */
  private boolean result() {
    Token label = tokens.get(position);
    boolean named = Vocabulary.isResultLabel(label.text()) && at(position + 1, Kind.COLON);
    if (!named || (label.isWord("total") && read.isEmpty())) {
      return false;
    }
    sign(position + 2);
    return true;
  }

  /** {@code 40 × 3 GB, or 120 GB}: the same in other words, if a calculation stands before it. */
  private boolean or() {
    if (!tokens.get(position).isWord("or") || !calculates()) {
      return false;
    }
    int next = position + 1;
    while (isLead(next)) {
      next++;
    }
    if (!startsOperand(next)) {
      return false;
    }
    sign(position + 1);
    return true;
  }

  /** Whether the clause that was read last is a product without a result. */
  private boolean calculates() {
    int end = read.size() - (read.isEmpty() || !isPause(last()) ? 0 : 1);
    for (int i = end - 1; i >= Math.max(0, end - MAX_CLAUSE); i--) {
      Token token = read.get(i);
      if (token.is(Kind.TIMES) || (token.is(Kind.DIVIDE) && token.spaced())) {
        return true;
      } else if (isPause(token) || token.is(Kind.COLON) || token.isRelation()) {
        return false;
      }
    }
    return false;
  }

  /** Adds a sign of equality that its words say, up to the next token. */
  private void sign(int next) {
    while (!read.isEmpty() && isPause(last())) {
      read.remove(read.size() - 1);
    }
    Token word = tokens.get(position);
    int end = tokens.get(next - 1).end();
    read.add(new Token(Kind.EQUALS, word.start(), end, word.text(), BigDecimal.ZERO, true));
    position = next;
  }

  private Token last() {
    return read.get(read.size() - 1);
  }

  private static boolean isPause(Token token) {
    return token.is(Kind.COMMA) || (token.is(Kind.STOP) && token.end() == token.start() + 1);
  }

  private boolean isLead(int index) {
    boolean pause = index < tokens.size() && isPause(tokens.get(index));
    return pause
        || at(index, Kind.TILDE)
        || at(index, Kind.ABOUT)
        || (at(index, Kind.WORD)
            && (Vocabulary.isAbout(tokens.get(index).text())
                || tokens.get(index).isWord("a")
                || tokens.get(index).isWord("some")
                || tokens.get(index).isWord("only")
                || tokens.get(index).isWord("just")));
  }

  private Optional<BigDecimal> count(int index) {
    Token token = tokens.get(index);
    return token.is(Kind.NUMBER) ? Optional.of(token.value()) : NumberWords.cardinal(token.text());
  }

  private void times(int from, int next) {
    int start = tokens.get(from).start();
    int end = Math.max(start, tokens.get(Math.max(from, next - 1)).start());
    read.add(new Token(Kind.TIMES, start, end, "", BigDecimal.ZERO, true));
  }

  private void add(int start, int end, BigDecimal value) {
    read.add(new Token(Kind.NUMBER, start, end, value.toString(), value, true));
  }

  private boolean startsOperand(int index) {
    return at(index, Kind.NUMBER)
        || at(index, Kind.CURRENCY)
        || (at(index, Kind.TILDE) && at(index + 1, Kind.NUMBER))
        || (at(index, Kind.WORD) && NumberWords.cardinal(tokens.get(index).text()).isPresent());
  }

  private boolean isSign(int index) {
    return index < tokens.size() && tokens.get(index).isSign();
  }

  private boolean isTime(int index) {
    return at(index, Kind.WORD)
        && Units.unit(tokens.get(index).text())
            .filter(unit -> unit.dimension().equals(new Dimension(0, 1, 0)))
            .isPresent();
  }

  private boolean isScale(int index) {
    return at(index, Kind.WORD)
        && tokens.get(index).text().length() > 2
        && Units.scale(tokens.get(index).text()).isPresent();
  }

  private boolean isArticle(int index) {
    return isWord(index, "a") || isWord(index, "an") || isWord(index, "another");
  }

  private boolean isWord(int index, String word) {
    return index < tokens.size() && tokens.get(index).isWord(word);
  }

  private boolean at(int index, Kind kind) {
    return index < tokens.size() && tokens.get(index).is(kind);
  }

  private boolean isEnd(int index) {
    return index >= tokens.size();
  }
}
