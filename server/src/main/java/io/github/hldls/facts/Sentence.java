package io.github.hldls.facts;

/**
 * The words of a sentence, table cell or line: from one token on and before another.
 *
 * @param from its first token
 * @param to the token after its last
 */
record Sentence(int from, int to) {
  /** The sentence around a token, inside of a passage. */
  static Sentence around(int token, Tokens tokens, Passage passage) {
    int from = token;
    while (from > passage.firstToken && !tokens.afterBreak[from]) {
      from--;
    }
    int to = token + 1;
    while (to < passage.endToken && !tokens.afterBreak[to]) {
      to++;
    }
    return new Sentence(from, to);
  }
}
