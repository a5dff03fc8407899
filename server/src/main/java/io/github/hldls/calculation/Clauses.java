package io.github.hldls.calculation;

import io.github.hldls.calculation.Token.Kind;
import java.util.List;
import java.util.Optional;

/** How the tokens of a line hang together: parentheses, clauses, labels, remarks. */
final class Clauses {
  private Clauses() {}

  /** The index of the parenthesis that closes the one at {@code open}, or -1. */
  static int closing(List<Token> tokens, int open) {
    int nesting = 0;
    for (int i = open; i < tokens.size(); i++) {
      nesting += nesting(tokens.get(i));
      if (nesting == 0) {
        return i;
      }
    }
    return -1;
  }

  static int nesting(Token token) {
    return token.is(Kind.OPEN) ? 1 : token.is(Kind.CLOSE) ? -1 : 0;
  }

  static boolean hasRelation(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).isRelation()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where the last clause before {@code end} starts: after a colon, comma, semicolon, dash. The end
   * itself if there is a ratio such as {@code 3 : 1}.
   */
  static int last(List<Token> tokens, int from, int end) {
    int start = from;
    int nesting = 0;
    for (int i = from; i < end; i++) {
      Kind kind = tokens.get(i).kind();
      nesting += nesting(tokens.get(i));
      boolean dash = kind == Kind.MINUS && i > 0 && tokens.get(i - 1).is(Kind.WORD);
      boolean separates =
          kind == Kind.COLON
              || kind == Kind.STOP
              || kind == Kind.COMMA
              || kind == Kind.COMPARE
              || (dash && isLabel(tokens, i));
      if (kind == Kind.COLON && isRatio(tokens, i) && !calculates(tokens, i + 1, end)) {
        return end;
      }
      if (separates && nesting <= 0 && i + 1 < end) {
        start = i + 1;
      }
    }
    return start;
  }

  /** Whether a colon stands between two numbers: {@code 3 : 1}, {@code (4 + 3) : (9 + 1)}. */
  private static boolean isRatio(List<Token> tokens, int colon) {
    return colon > 0
        && colon + 1 < tokens.size()
        && (tokens.get(colon - 1).is(Kind.NUMBER) || isBracketedSum(tokens, colon))
        && (tokens.get(colon + 1).is(Kind.NUMBER) || tokens.get(colon + 1).is(Kind.OPEN))
        && tokens.get(colon).spaced() == tokens.get(colon + 1).spaced();
  }

  /** Whether a sign stands outside of parentheses, so that what comes before is a label. */
  private static boolean calculates(List<Token> tokens, int from, int end) {
    int nesting = 0;
    for (int i = from; i < end; i++) {
      nesting += nesting(tokens.get(i));
      if (nesting == 0 && isSign(tokens.get(i).kind())) {
        return true;
      }
    }
    return false;
  }

  /** Whether numbers and signs in parentheses, and nothing else there, end before {@code end}. */
  private static boolean isBracketedSum(List<Token> tokens, int end) {
    int i = end - 1;
    if (!tokens.get(i).is(Kind.CLOSE)) {
      return false;
    }
    do {
      i--;
    } while (i >= 0 && (tokens.get(i).is(Kind.NUMBER) || isSign(tokens.get(i).kind())));
    return i >= 0 && i < end - 2 && tokens.get(i).is(Kind.OPEN);
  }

  /** Whether no number stands before {@code end}: then a dash ends a label. */
  private static boolean isLabel(List<Token> tokens, int end) {
    for (int i = 0; i < end; i++) {
      if (tokens.get(i).is(Kind.NUMBER)) {
        return false;
      }
    }
    return true;
  }

  /** Whether only words and remarks in parentheses stand from {@code from} to {@code end}. */
  static boolean isComment(List<Token> tokens, int from, int end) {
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

  /** The expression that ends where {@code end} does and starts at its last number. */
  static Optional<ExpressionParser.Parsed> amountBefore(List<Token> tokens, int end) {
    for (int i = end - 1; i >= Math.max(0, end - 8); i--) {
      Kind kind = tokens.get(i).kind();
      if (kind == Kind.OPEN || kind == Kind.CLOSE || kind == Kind.COLON || kind == Kind.COMMA) {
        return Optional.empty();
      }
      if (kind == Kind.NUMBER) {
        boolean currency = i > 0 && tokens.get(i - 1).is(Kind.CURRENCY);
        int start = currency ? i - 1 : i;
        boolean operand = start > 0 && isSign(tokens.get(start - 1).kind());
        return ExpressionParser.parse(tokens, start, end)
            .filter(claim -> claim.next() == end && !claim.operators() && !operand);
      }
    }
    return Optional.empty();
  }

  static boolean isSign(Kind kind) {
    return switch (kind) {
      case PLUS, MINUS, TIMES, DIVIDE, POWER, RANGE -> true;
      default -> false;
    };
  }
}
