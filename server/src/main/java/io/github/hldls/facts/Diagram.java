package io.github.hldls.facts;

import io.github.hldls.facts.Passage.Kind;
import io.github.hldls.template.Template;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * A drawing in a block of code.
 *
 * @param line its first line
 * @param state whether it can be read, and whether anything is said about it
 */
public record Diagram(TextRange line, State state) {
  /** So many words in a section explain its diagram. */
  private static final int MIN_WORDS = 12;

  /** So many words in a drawing tell what happens. */
  private static final int MANY_WORDS = 100;

  private static final String MERMAID = "mermaid";

  /** What is to be said of a diagram. */
  public enum State {
    EMPTY,
    /** Of a type that its language does not have. */
    UNKNOWN,
    /** A box has a top and no bottom. */
    OPEN,
    /** Its section says nothing else. */
    BARE,
    EXPLAINED
  }

  /** The drawings of a file, in order. */
  public static List<Diagram> of(FileFacts file, Template template) {
    return file.once(Diagram.class, "", () -> read(file, template));
  }

  private static List<Diagram> read(FileFacts file, Template template) {
    List<Diagram> diagrams = new ArrayList<>();
    List<Passage> passages = file.passages();
    int bare = -1;
    for (int i = 1; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      if (passage.kind() == Kind.CODE
          && Drawings.isPicture(file.source().substring(passage.range()))) {
        int first = file.source().lineOf(passage.range().start());
        State state = state(file, passage, first, i, template);
        // Two forms of one drawing stand in one section.
        boolean twin = state == State.BARE && section(file, i) == bare;
        bare = state == State.BARE ? section(file, i) : bare;
        diagrams.add(new Diagram(file.source().line(first), twin ? State.EXPLAINED : state));
      }
    }
    return diagrams;
  }

  private static State state(
      FileFacts file, Passage passage, int first, int index, Template template) {
    TextRange fence = file.source().line(first);
    String block = file.source().substring(passage.range());
    int content = file.tokens().firstFrom(fence.end());
    boolean fenced = block.startsWith("`") || block.startsWith("~");
    if (fenced && content >= passage.endToken) {
      return State.EMPTY;
    }
    boolean mermaid = fenced && file.source().substring(fence).strip().endsWith(MERMAID);
    if (mermaid
        && !hasPreamble(block)
        && !template.phrase(MERMAID).isEmpty()
        && file.count(template.phrase(MERMAID), content, content + 1) == 0) {
      return State.UNKNOWN;
    }
    if (!mermaid && Boxes.hasOpen(block)) {
      return State.OPEN;
    }
    // A run of events that is drawn in boxes tells itself, and so does one of many words.
    boolean tells = !mermaid || passage.endToken - content >= MANY_WORDS;
    boolean run = tells && file.pathMentions(template.phrase("run"), index);
    boolean explained =
        run || wordsBeside(file, index) >= MIN_WORDS || isExplainedNext(file, index, template);
    return explained ? State.EXPLAINED : State.BARE;
  }

  /** Whether the section behind that of a drawing is said to go through it. */
  private static boolean isExplainedNext(FileFacts file, int index, Template template) {
    Passage around = file.passage(section(file, index));
    for (int i = index + 1; i < file.passages().size(); i++) {
      Passage next = file.passage(i);
      if (next.kind() == Kind.SECTION && next.range().start() >= around.range().end()) {
        boolean about =
            file.titleMentions(template.phrase("run"), next)
                || file.titleMentions(template.phrase("explains"), next);
        return about && next.level() == around.level() && file.proseWords(next) >= MIN_WORDS;
      }
    }
    return false;
  }

  /** Whether settings or comments stand before a diagram. */
  private static boolean hasPreamble(String block) {
    String content = block.substring(block.indexOf('\n') + 1).strip();
    return content.startsWith("%%") || content.startsWith("---");
  }

  /** The section around a drawing; details that only fold a part of one up are none. */
  private static int section(FileFacts file, int index) {
    int section = index;
    while (section > 0
        && (file.passage(section).kind() != Kind.SECTION || isFolded(file, section))) {
      section = file.passage(section).parent();
    }
    return section;
  }

  private static boolean isFolded(FileFacts file, int section) {
    int line = file.source().lineOf(file.passage(section).title().start());
    return file.source().lineText(line).contains("<summary");
  }

  /** How many words the section around a drawing has outside of code. */
  private static int wordsBeside(FileFacts file, int index) {
    int section = section(file, index);
    Passage around = file.passage(section);
    int words = file.proseWords(around);
    for (int i = section + 1; i < file.passages().size(); i++) {
      Passage inner = file.passage(i);
      if (inner.firstToken >= around.endToken && inner.range().start() >= around.range().end()) {
        break;
      }
      if (inner.kind() == Kind.CODE) {
        words -= inner.endToken - inner.firstToken;
      }
    }
    return words;
  }
}
