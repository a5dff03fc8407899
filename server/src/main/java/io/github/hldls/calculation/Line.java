package io.github.hldls.calculation;

import java.util.List;
import java.util.Optional;

/** A line whose value is found only if somebody asks for it: few do. */
final class Line {
  private final String text;
  private final int start;
  private final int end;
  private final NumberStyle style;
  private List<Token> tokens = List.of();
  private Optional<Term> term = Optional.empty();
  private boolean lexed;
  private boolean read;

  /** A line that was not read yet. */
  Line(String text, int start, int end, NumberStyle style) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.style = style;
  }

  /** Keeps the value of a line that had to be read. */
  void keep(Optional<Term> value) {
    term = value;
    read = true;
  }

  List<Token> tokens() {
    if (!lexed) {
      tokens = Lexer.tokens(text, start, end, style);
      lexed = true;
    }
    return tokens;
  }

  /** What the line comes to, if that is clear. */
  Optional<Term> term() {
    if (!read) {
      term = ChainReader.read(tokens(), Optional.empty(), equation -> {});
      read = true;
    }
    return term;
  }

  /** Whether it may be a total; a glance that lets through more than there are. */
  boolean startsTotal() {
    for (int i = start; i < end && text.charAt(i) != ':'; i++) {
      char c = text.charAt(i);
      if ((c == 'T' && text.startsWith("otal", i + 1))
          || (c == 'S' && text.startsWith("um", i + 1))) {
        return true;
      }
    }
    return false;
  }

  Optional<Amount> amount() {
    return term().flatMap(Term::amount);
  }
}
