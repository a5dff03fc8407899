package io.github.hldls.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * A pattern for names and paths: {@code ?} is one character, {@code *} any run of them, {@code
 * [a-z0-9]} one of several, {@code {a,b}} one of two texts. In a path {@code *} stops at {@code /};
 * {@code **} does not. Matching takes at most the pattern's length times the text's, whatever they
 * are.
 */
public final class Glob {
  private static final int MAX_LENGTH = 1000;
  private static final int MAX_ALTERNATIVES = 64;

  private final String pattern;
  private final boolean inPaths;
  private final List<List<Token>> alternatives = new ArrayList<>();

  private enum Kind {
    ONE_OF,
    /** Any run of characters but {@code /}. */
    RUN,
    /** Any run of characters. */
    LONG_RUN,
    /** Nothing, or whole folders; {@link #INSIDE} follows it. */
    FOLDERS,
    INSIDE
  }

  /** What may stand at a place; {@code set} holds pairs of first and last characters. */
  private record Token(Kind kind, String set, boolean negated) {
    boolean accepts(char c) {
      boolean found = false;
      for (int i = 0; i < set.length(); i += 2) {
        found |= set.charAt(i) <= c && c <= set.charAt(i + 1);
      }
      return found != negated;
    }
  }

  private Glob(String pattern, boolean inPaths) {
    this.pattern = pattern;
    this.inPaths = inPaths;
    if (pattern.isEmpty() || pattern.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a pattern has 1 to " + MAX_LENGTH + " characters");
    }
    List<String> plain = new ArrayList<>();
    expand("", pattern, plain);
    plain.forEach(alternative -> alternatives.add(tokens(alternative)));
  }

  /**
   * A pattern for names, in which {@code /} is a character as any other.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public static Glob ofName(String pattern) {
    return new Glob(pattern, false);
  }

  /**
   * A pattern for paths with {@code /}.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public static Glob ofPath(String pattern) {
    return new Glob(pattern, true);
  }

  /** Whether a name has a character with a meaning in patterns. */
  public static boolean isPattern(String name) {
    for (int i = 0; i < name.length(); i++) {
      if ("*?[{".indexOf(name.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static void expand(String before, String rest, List<String> plain) {
    int open = rest.indexOf('{');
    if (open < 0) {
      plain.add(before + rest);
      if (plain.size() > MAX_ALTERNATIVES) {
        throw new IllegalArgumentException("more than " + MAX_ALTERNATIVES + " alternatives");
      }
      return;
    }
    int close = rest.indexOf('}', open);
    if (close < 0) {
      throw new IllegalArgumentException("\"{\" is never closed");
    }
    for (String choice : rest.substring(open + 1, close).split(",", -1)) {
      expand(before + rest.substring(0, open) + choice, rest.substring(close + 1), plain);
    }
  }

  private List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean atFolder = i == 0 || text.charAt(i - 1) == '/';
      if (inPaths && atFolder && text.startsWith("**/", i)) {
        tokens.add(new Token(Kind.FOLDERS, "", true));
        tokens.add(new Token(Kind.INSIDE, "", true));
        i += 3;
      } else if (c == '*') {
        boolean isLong = !inPaths || text.startsWith("**", i);
        tokens.add(new Token(isLong ? Kind.LONG_RUN : Kind.RUN, "", true));
        i += text.startsWith("**", i) ? 2 : 1;
      } else if (c == '?') {
        tokens.add(new Token(Kind.ONE_OF, inPaths ? "//" : "", true));
        i++;
      } else if (c == '[') {
        int close = text.indexOf(']', i + 2);
        if (close < 0) {
          throw new IllegalArgumentException("\"[\" is never closed");
        }
        tokens.add(oneOf(text.substring(i + 1, close)));
        i = close + 1;
      } else {
        tokens.add(new Token(Kind.ONE_OF, "" + c + c, false));
        i++;
      }
    }
    return tokens;
  }

  private static Token oneOf(String set) {
    boolean negated = set.startsWith("!") || set.startsWith("^");
    StringBuilder pairs = new StringBuilder();
    for (int i = negated ? 1 : 0; i < set.length(); i++) {
      boolean range = i + 2 < set.length() && set.charAt(i + 1) == '-';
      pairs.append(set.charAt(i)).append(set.charAt(range ? i + 2 : i));
      i += range ? 2 : 0;
    }
    return new Token(Kind.ONE_OF, pairs.toString(), negated);
  }

  /** Whether the whole text is as the pattern says. */
  public boolean matches(String text) {
    return alternatives.stream().anyMatch(tokens -> matches(tokens, text));
  }

  /** Follows all ways through the pattern at once. */
  private static boolean matches(List<Token> tokens, String text) {
    BitSet now = new BitSet();
    enter(tokens, 0, now);
    for (int i = 0; i < text.length() && !now.isEmpty(); i++) {
      char c = text.charAt(i);
      BitSet next = new BitSet();
      for (int at = now.nextSetBit(0); at >= 0 && at < tokens.size(); at = now.nextSetBit(at + 1)) {
        Token token = tokens.get(at);
        switch (token.kind()) {
          case ONE_OF -> {
            if (token.accepts(c)) {
              enter(tokens, at + 1, next);
            }
          }
          case RUN -> {
            if (c != '/') {
              enter(tokens, at, next);
            }
          }
          case LONG_RUN -> enter(tokens, at, next);
          case FOLDERS -> next.set(at + 1);
          case INSIDE -> {
            next.set(at);
            if (c == '/') {
              enter(tokens, at + 1, next);
            }
          }
        }
      }
      now = next;
    }
    return now.get(tokens.size());
  }

  /** Comes to a place of the pattern, and to those after it that ask for nothing. */
  private static void enter(List<Token> tokens, int place, BitSet states) {
    int at = place;
    while (!states.get(at)) {
      states.set(at);
      if (at == tokens.size()) {
        return;
      }
      switch (tokens.get(at).kind()) {
        case RUN, LONG_RUN -> at++;
        case FOLDERS -> at += 2;
        case ONE_OF, INSIDE -> {
          return;
        }
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.pattern.equals(pattern) && glob.inPaths == inPaths;
  }

  @Override
  public int hashCode() {
    return Objects.hash(pattern, inPaths);
  }

  @Override
  public String toString() {
    return pattern;
  }
}
