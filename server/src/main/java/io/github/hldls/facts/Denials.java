package io.github.hldls.facts;

import io.github.hldls.facts.Passage.Kind;
import io.github.hldls.template.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds where a file says that a topic does not apply. Passages are told by their index. */
final class Denials {
  /** Where a section says what it is about: so many words from its title on. */
  private static final int OPENING_WORDS = 60;

  /** A longer section describes a use, whatever its first sentences deny. */
  private static final int MAX_STATEMENT_WORDS = 400;

  private static final Set<String> NO = Set.of("no", "none");

  private final FileFacts facts;

  Denials(FileFacts facts) {
    this.facts = facts;
  }

  /** The region around a statement, or the passage that holds it. */
  int regionOf(int statement, List<Integer> found) {
    for (int i = statement; i > 0; i = facts.passage(i).parent()) {
      if (found.contains(i)) {
        return i;
      }
    }
    int parent = facts.passage(statement).parent();
    return parent > 0 ? parent : statement;
  }

  /** The passage that says in the opening of a region that its topic is not used; -1 if none. */
  int atOpening(Topic topic, int region) {
    Passage section = facts.passage(region);
    if (isDenied(section)) {
      return facts.ownerOf(section.titleEndToken);
    }
    int end = Math.min(section.titleEndToken + OPENING_WORDS, section.endToken);
    for (int token : facts.mentionsOf(topic.absent())) {
      if (token >= section.firstToken
          && token < end
          && (isInTitle(token) || facts.bodyWords(section) <= MAX_STATEMENT_WORDS)) {
        return facts.ownerOf(token);
      }
    }
    return -1;
  }

  /** Whether all that a section says opens with a plain no: {@code ## Search}, {@code No. ...}. */
  private boolean isDenied(Passage section) {
    int first = section.titleEndToken;
    if (first + 1 >= section.endToken || facts.bodyWords(section) > MAX_STATEMENT_WORDS) {
      return false;
    }
    Tokens tokens = facts.tokens();
    String word = facts.source().text().substring(tokens.starts[first], tokens.ends[first]);
    return tokens.afterBreak[first + 1] && NO.contains(word.toLowerCase(Locale.ROOT));
  }

  private boolean isInTitle(int token) {
    return token < facts.passage(facts.ownerOf(token)).titleEndToken;
  }

  /** A passage outside any section that names a topic and says that it is not used; -1 if none. */
  int anywhere(Topic topic) {
    for (int token : facts.mentionsOf(topic.absent())) {
      int owner = facts.ownerOf(token);
      Passage passage = facts.passage(owner);
      if (passage.kind() != Kind.FILE
          && passage.kind() != Kind.SECTION
          && facts.count(
                  topic.titles(),
                  Math.max(passage.firstToken, token - 12),
                  Math.min(passage.endToken, token + 12))
              > 0) {
        return owner;
      }
    }
    return -1;
  }
}
