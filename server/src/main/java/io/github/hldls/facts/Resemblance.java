package io.github.hldls.facts;

import io.github.hldls.facts.Passage.Kind;
import io.github.hldls.template.Likeness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How much the passages of a file resemble what meets the rows of a template. */
public final class Resemblance {
  /** A title's words count as much as so many others. */
  public static final int TITLE = 2;

  /** So many of the titles around a text say what it is about. */
  private static final int TITLES = 2;

  private final Likeness likeness;
  private final List<Unit> units = new ArrayList<>();
  private final List<int[]> terms = new ArrayList<>();
  private final List<float[]> weights = new ArrayList<>();
  private final List<Float> lengths = new ArrayList<>();

  /**
   * A text to look at: a section up to the one inside of it, a block, an item or a row.
   *
   * @param passage its index
   * @param end the token after its last one
   * @param titles the passages whose titles stand over it, the innermost first
   */
  public record Unit(int passage, int first, int end, List<Integer> titles) {}

  /**
   * What a row is most like.
   *
   * @param passage the index of the passage
   */
  public record Best(int passage, float score) {}

  private Resemblance(FileFacts file, Likeness likeness) {
    this.likeness = likeness;
    int[] counts = new int[likeness.size()];
    int[] seen = new int[likeness.size()];
    for (Unit unit : units(file)) {
      int count = 0;
      int words = unit.end() - unit.first();
      for (int token = unit.first(); token < unit.end(); token++) {
        count = add(file.tokens().words[token].term, 1, counts, seen, count);
      }
      for (int title : unit.titles()) {
        Passage passage = file.passage(title);
        words += TITLE * (passage.titleEndToken - passage.firstToken);
        for (int token = passage.firstToken; token < passage.titleEndToken; token++) {
          int term = file.tokens().words[token].term;
          count = add(term < 0 ? term : likeness.titled(term), TITLE, counts, seen, count);
        }
      }
      keep(unit, Arrays.copyOf(seen, count), counts);
      lengths.add(likeness.length() * (float) Math.log1p(words));
    }
  }

  private static int add(int term, int times, int[] counts, int[] seen, int count) {
    if (term < 0) {
      return count;
    }
    counts[term] += times;
    if (counts[term] > times) {
      return count;
    }
    seen[count] = term;
    return count + 1;
  }

  private void keep(Unit unit, int[] of, int[] counts) {
    float[] weight = new float[of.length];
    double length = 0;
    for (int i = 0; i < of.length; i++) {
      weight[i] = (float) (1 + Math.log(counts[of[i]])) * likeness.rarity(of[i]);
      length += weight[i] * weight[i];
      counts[of[i]] = 0;
    }
    float norm = (float) Math.sqrt(length);
    for (int i = 0; i < of.length; i++) {
      weight[i] /= norm;
    }
    units.add(unit);
    terms.add(of);
    weights.add(weight);
  }

  /** What a file's passages are like. */
  public static Resemblance of(FileFacts file, Likeness likeness) {
    return file.once(Resemblance.class, "", () -> new Resemblance(file, likeness));
  }

  /** The texts of a file to look at. */
  public static List<Unit> units(FileFacts file) {
    List<Unit> units = new ArrayList<>();
    List<Passage> passages = file.passages();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      Kind kind = passage.kind();
      if (kind != Kind.FILE) {
        int end = passage.endToken;
        for (int j = i + 1; kind == Kind.SECTION && j < passages.size(); j++) {
          if (passages.get(j).firstToken >= end) {
            break;
          }
          if (passages.get(j).kind() == Kind.SECTION) {
            end = passages.get(j).firstToken;
          }
        }
        units.add(new Unit(i, passage.firstToken, end, titles(passages, i)));
      }
    }
    return units;
  }

  private static List<Integer> titles(List<Passage> passages, int index) {
    List<Integer> titles = new ArrayList<>();
    for (int i = index; i > 0 && titles.size() < TITLES; i = passages.get(i).parent()) {
      Kind kind = passages.get(i).kind();
      if (kind == Kind.SECTION || kind == Kind.LABEL) {
        titles.add(i);
      }
    }
    return titles;
  }

  /** The passage that is most like what meets a row; empty if nothing is known of the row. */
  public Optional<Best> best(String row) {
    return likeness.row(row).flatMap(this::best);
  }

  private Optional<Best> best(Likeness.Row row) {
    Best best = null;
    for (int u = 0; u < units.size(); u++) {
      int[] of = terms.get(u);
      float[] weight = weights.get(u);
      float score = row.bias() + lengths.get(u);
      for (int i = 0; i < of.length; i++) {
        score += weight[i] * row.weight(of[i]);
      }
      // Of equals the one inside of the other.
      if (best == null || score >= best.score()) {
        best = new Best(units.get(u).passage(), score);
      }
    }
    return Optional.ofNullable(best);
  }
}
