package io.github.hldls.calculation;

/**
 * What a glance at a line shows, before it is cut into tokens; it lets through more than there is.
 * It tells most lines of a design from those that calculate, so it passes over the characters once.
 */
final class LineShape {
  private static final int PLAIN = 0;
  private static final int DIGIT = 1;
  private static final int BAR = 2;
  private static final int BORDER = 3;
  private static final int RELATION = 4;
  private static final int TIMES = 5;
  private static final int DIVIDE = 6;
  private static final int PERCENT = 7;
  private static final int OPEN = 8;
  private static final int CLOSE = 9;
  private static final int PAUSE = 10;
  private static final int OTHER = 11;
  private static final int MAX_WORDS = 6;
  private static final int MAX_ASIDE = 60;

  private static final char DRAWING = '\u2500';
  private static final byte[] ASCII = kinds('\0');
  private static final byte[] DRAWINGS = kinds(DRAWING);

  private static byte[] kinds(char first) {
    byte[] kinds = new byte[128];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = (byte) kind((char) (first + i));
    }
    return kinds;
  }

  // So many borders make a line part of a drawing although it has no digit.
  private static final int DRAWN = 2;

  /** That of every line of mere words. */
  static final LineShape WORDS = new LineShape(new char[0], 0, 0);

  private final char[] text;
  private final int start;
  private final int end;

  // Whether there was a number that is no ordinal and no part of a name, and whether nothing but
  // words stands behind it.
  private boolean operand;
  private boolean near;
  // Whether the place is in parentheses behind a number, and in a cell with a number.
  private boolean aside;
  private boolean inFilled;
  // Whether a sign of equality waits for the number behind it.
  private boolean waiting;
  private boolean labelled;
  // Whether a word before a place was a number, and that place.
  private boolean spelled;
  private int seen;

  /** Whether it has a digit. */
  boolean digit;

  /** Whether it may hold an equation, or go on with one or be gone on with. */
  boolean equation;

  /** Whether it may tell a product in words. */
  boolean product;

  /** Whether it begins with a sign of equality. */
  boolean begins;

  /** How many signs of a factor or a share it has. */
  int factors;

  /** How many numbers that may be operands. */
  int numbers;

  /** Whether one of its cells may hold more than a mere amount. */
  boolean calculates;

  /** Whether its signs may be commands of a formula or entities. */
  boolean formula;

  /** Whether it may be a total. */
  boolean total;

  /** How many borders of a drawn table it has. */
  int borders;

  /** How many borders part its cells. */
  int bars;

  /** In how many of its cells there is a digit. */
  int filled;

  /** How many more of its numbers have a decimal comma than have a decimal point. */
  int lean;

  private LineShape(char[] text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.seen = start;
  }

  static LineShape of(char[] text, int start, int end) {
    int edges = edges(text, start, end);
    if (edges >= 0 && edges < DRAWN) {
      return WORDS;
    }
    LineShape shape = new LineShape(text, start, end);
    if (edges >= 0) {
      shape.borders = edges;
      shape.bars = edges;
      return shape;
    }
    int i = start;
    while (i < end) {
      char c = text[i];
      int kind;
      if (c < ASCII.length) {
        kind = ASCII[c];
      } else if (c >= DRAWING && c < DRAWING + DRAWINGS.length) {
        kind = DRAWINGS[c - DRAWING];
      } else {
        kind = kind(c);
      }
      i = kind == PLAIN ? i + 1 : kind == DIGIT ? shape.number(i) : shape.sign(kind, i);
    }
    boolean several = shape.numbers > 1 && shape.factors == 0 && shape.bars == 0;
    shape.product = several && Products.mayTell(text, start, end);
    return shape;
  }

  /** The borders of a line without digits, as most are; -1 if it has one. */
  private static int edges(char[] text, int start, int end) {
    int edges = 0;
    for (int i = start; i < end; i++) {
      char c = text[i];
      if (c <= '9') {
        if (c >= '0') {
          return -1;
        }
      } else if (c == '|' || (c > DRAWING && c < DRAWING + DRAWINGS.length)) {
        edges++;
      }
    }
    return edges;
  }

  private static int kind(char c) {
    return switch (c) {
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> DIGIT;
      case '|', '│', '┃', '║' -> BAR;
      case '=', '≈', '≃', '≅', '≒', '∼', '≐', '≋', '≡', '≙', '≔', '←', '⇐', '⟸' -> RELATION;
      case '→', '⇒', '⟹', '➜', '⟶', '➔', '➡', '⇨' -> RELATION;
      case '×', '·', '⋅', '∙', '✕', '✖', '∗', '⨯' -> TIMES;
      case '/', '+', '÷', '∕', '⁄' -> DIVIDE;
      case '%', '٪' -> PERCENT;
      case '(', '[' -> OPEN;
      case ')', ']' -> CLOSE;
      case ',', ';', '—' -> PAUSE;
      case '*', '~', 'x', 'X', 'T', 'S', ':', '>', '<', '&', '\\' -> OTHER;
      default -> c > DRAWING && c < DRAWING + 128 ? BORDER : PLAIN;
    };
  }

  /** Passes digits. */
  private int number(int from) {
    digit = true;
    int next = NumberStyle.end(text, from, end);
    lean += NumberStyle.lean(text, from, next);
    if (isInName(from)) {
      return next;
    }
    factors += at(next) == 'x' || at(next) == 'X' ? 1 : 0;
    calculates |= inFilled || (bars > 0 && !opens(from));
    filled += inFilled ? 0 : 1;
    inFilled = true;
    if (!isOrdinal(from, next)) {
      equation |= aside || waiting || (!equation && saysEqual(from));
      operand = true;
      near = true;
      numbers++;
    }
    return next;
  }

  /** Whether digits are part of a word; an {@code x} before them may be a sign. */
  private boolean isInName(int from) {
    char before = from > start ? text[from - 1] : ' ';
    boolean joined =
        before == '_' && from - 2 >= start && Character.isLetterOrDigit(text[from - 2]);
    boolean word = joined || Character.isLetter(before);
    boolean sign = (before == 'x' || before == 'X') && !isWord(from - 2);
    return word && !sign;
  }

  private boolean isWord(int index) {
    return index >= start && index < end && Character.isLetter(text[index]);
  }

  /** Whether a number only says which item of a list its line is. */
  private boolean isOrdinal(int from, int next) {
    char c = at(next);
    return (c == '.' || c == ')') && LineCursor.isBlank(at(next + 1)) && opens(from);
  }

  /** Passes a sign that may matter. */
  private int sign(int kind, int i) {
    switch (kind) {
      case BAR -> {
        borders++;
        bar();
      }
      case BORDER -> borders++;
      case RELATION -> relation(i);
      case TIMES -> times(i);
      case DIVIDE -> equation |= i == end - 1 || (isBeforeAmount(i) && opens(i));
      case PERCENT -> factors++;
      case OPEN -> {
        aside = near && mayBeAmount(i + 1);
        near = false;
      }
      case CLOSE -> {
        aside = false;
        near = false;
      }
      case PAUSE -> near = false;
      default -> {
        return other(i);
      }
    }
    return i + 1;
  }

  private int other(int i) {
    switch (text[i]) {
      case ':' -> {
        labelled = true;
        near = false;
      }
      case 'T' -> total |= !labelled && says("otal", i + 1);
      case 'S' -> total |= !labelled && says("um", i + 1);
      case 'x', 'X' -> {
        factors += i + 1 == end || NumberLexer.isDigit(text[i + 1]) ? 1 : 0;
        equation |= opens(i);
      }
      case '>' -> {
        if (i > start && text[i - 1] == '-') {
          relation(i);
        }
      }
      case '~' -> {
        if (isApart(i, i + 1)) {
          relation(i);
        }
      }
      case '<' -> {
        if (says("br", i + 1)) {
          bar();
        }
      }
      case '*' -> {
        return star(i);
      }
      default -> {
        if (text[i] == '\\' || isEntity(i)) {
          equation = true;
          factors++;
          formula = true;
        }
      }
    }
    return i + 1;
  }

  private void bar() {
    bars++;
    inFilled = false;
  }

  private void relation(int i) {
    begins |= !operand && opens(i);
    waiting |= operand || begins || (text[i] != '>' && isSpelled(i));
  }

  private void times(int i) {
    factors++;
    equation |= opens(i);
  }

  private int star(int i) {
    int next = at(i + 1) == '*' ? i + 2 : i + 1;
    factors += (isApart(i, next) || isTight(i, next)) && !opens(i) ? 1 : 0;
    return next;
  }

  private char at(int index) {
    return index < end ? text[index] : '\n';
  }

  private boolean says(String word, int from) {
    int i = 0;
    while (i < word.length() && at(from + i) == word.charAt(i)) {
      i++;
    }
    return i == word.length();
  }

  private boolean isBeforeAmount(int sign) {
    int i = sign + 1;
    while (at(i) == ' ') {
      i++;
    }
    return NumberLexer.isDigit(at(i)) || "$€£₹(~".indexOf(at(i)) >= 0;
  }

  /** Whether blanks stand before a sign and after it, perhaps with a mark between. */
  private boolean isApart(int sign, int next) {
    return sign > start
        && " \t\u00A0`_\"".indexOf(text[sign - 1]) >= 0
        && LineCursor.isBlank(at(next));
  }

  /** Whether an operand stands directly before and after a sign. */
  private boolean isTight(int sign, int next) {
    char c = at(next);
    return sign > start
        && !LineCursor.isBlank(text[sign - 1])
        && (NumberLexer.isDigit(c) || c == '(' || c == '$');
  }

  private boolean isEntity(int index) {
    int i = index + 1;
    while (i < end && i < index + 10 && Character.isLetter(text[i])) {
      i++;
    }
    return at(i) == ';';
  }

  /** Whether a sign is the first in its line or cell, apart from bullets and the like. */
  private boolean opens(int sign) {
    int first = Math.max(start, sign - MAX_ASIDE);
    for (int i = sign - 1; i >= first; i--) {
      char c = text[i];
      if (c >= '\u2500' || c == '|') {
        return true;
      } else if ((c < 128 ? " \t`*_\"'>#-+$~<=".indexOf(c) : "•◦‣▪\u00A0€£₹≈".indexOf(c)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether what stands in parentheses may be an amount or a calculation. */
  private boolean mayBeAmount(int from) {
    int i = from;
    while (" `*".indexOf(at(i)) >= 0) {
      i++;
    }
    int to = i;
    while (isWord(to) && to < end) {
      to++;
    }
    boolean amount = to == i || Vocabulary.opensAmount(String.valueOf(text, i, to - i));
    return amount && !isShare(i);
  }

  /** Whether parentheses hold a percentage and do not calculate with it. */
  private boolean isShare(int from) {
    boolean percent = false;
    for (int i = from; i < Math.min(end, from + MAX_ASIDE) && text[i] != ')'; i++) {
      percent |= text[i] == '%';
      if ("×*x/÷+-−^·=≈→".indexOf(text[i]) >= 0 || says(" of ", i) || says(" at ", i)) {
        return false;
      }
    }
    return percent;
  }

  /** Whether the words before a number stand for a sign of equality that has an operand. */
  private boolean saysEqual(int number) {
    int to = number;
    for (int words = 0; words < MAX_WORDS; words++) {
      while (to > start && " $€£₹~*`(,.:<≤".indexOf(text[to - 1]) >= 0) {
        to--;
      }
      int from = to;
      while (from > start && (isWord(from - 1) || text[from - 1] == '\'')) {
        from--;
      }
      if (from == to) {
        return false;
      }
      String word = String.valueOf(text, from, to - from);
      if (Vocabulary.isEqual(word) || isLabel(word, to) || endsRelation(word, from)) {
        return operand || opens(from) || isSpelled(from);
      } else if (!Vocabulary.isAbout(word) && !Vocabulary.isFiller(word)) {
        return false;
      }
      to = from;
    }
    return false;
  }

  /** Whether a word says that what stands behind it is the result of what stands before. */
  private boolean isLabel(String word, int to) {
    return word.equals("or") || (at(to) == ':' && Vocabulary.isResultLabel(word));
  }

  /** Whether a word and those before it are a phrase for a sign of equality. */
  private boolean endsRelation(String word, int from) {
    for (String phrase : Vocabulary.relationsEnding(word)) {
      int first = from - phrase.length() + word.length();
      if (first >= start && says(phrase, first) && !isWord(first - 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word before a place is a number; each word is looked at once. */
  private boolean isSpelled(int before) {
    while (!spelled && seen < before) {
      int to = seen;
      while (to < before && isWord(to)) {
        to++;
      }
      spelled = to > seen && NumberWords.isNumber(String.valueOf(text, seen, to - seen));
      seen = to + 1;
    }
    return spelled;
  }
}
