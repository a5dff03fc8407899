package io.github.hldls.facts;

import io.github.hldls.template.Expression;
import io.github.hldls.template.TechnologyNames;
import io.github.hldls.template.Template;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the technologies that a file names. */
final class TechnologyUses {
  private TechnologyUses() {}

  /** Every place, in document order; of names inside one another the longest. */
  static List<TechnologyUse> of(FileFacts file, Template template) {
    List<TechnologyUse> uses = new ArrayList<>();
    TechnologyNames names = template.technologyNames();
    Explanations explanations = new Explanations(file, template);
    Expression compared = template.phrase("compared");
    String text = file.source().text();
    int end = 0;
    for (int token : file.mentionsOf(names.expression())) {
      int start = file.tokens().start(token);
      Optional<TechnologyNames.Found> found =
          start < end ? Optional.empty() : names.at(text, start);
      if (found.isPresent() && !isNode(text, start + found.get().length())) {
        end = start + found.get().length();
        TextRange range = new TextRange(start, end);
        int passage = file.ownerOf(token);
        boolean explains = explanations.isOne(token, range, passage);
        boolean compares = isCompared(token, file.passage(passage), compared, file);
        uses.add(
            new TechnologyUse(found.get().technology(), range, token, passage, explains, compares));
      }
    }
    return uses;
  }

  private static boolean isLabelled(int token, Expression compared, FileFacts file) {
    for (int i = file.ownerOf(token); i > 0; i = file.passage(i).parent()) {
      Passage passage = file.passage(i);
      if (passage.kind() == Passage.Kind.SECTION) {
        return false;
      } else if (file.titleMentions(compared, passage)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a short name is that of a node in a diagram: {@code ES[Enforcement Service]}. */
  private static boolean isNode(String text, int end) {
    return end + 1 < text.length()
        && "[({".indexOf(text.charAt(end)) >= 0
        && (Character.isLetter(text.charAt(end + 1)) || "[({\"".indexOf(text.charAt(end + 1)) >= 0);
  }

  /** Whether a name is one of a table's header, which compares, or a label or sentence does so. */
  private static boolean isCompared(
      int token, Passage passage, Expression compared, FileFacts file) {
    if ((passage.kind() == Passage.Kind.TABLE && token < passage.titleEndToken)
        || isLabelled(token, compared, file)) {
      return true;
    }
    Sentence sentence = Sentence.around(token, file.tokens(), passage);
    return file.count(compared, sentence.from(), sentence.to()) > 0;
  }
}
