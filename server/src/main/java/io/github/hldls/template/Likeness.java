package io.github.hldls.template;

import io.github.hldls.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which words are typical of a text that meets a row, and which are not: a second opinion beside
 * the row's ways, learned from labelled packs. The file has a line for each of
 *
 * <pre>
 * unlike -3.0                  a text that scores less does not meet a row, whatever words met
 * like 0.5                     a text that scores more is near to it
 * word publish 4.21            a word's stem, and how rare it is; a title's word begins with ^
 * row async/concept -1.2 publish:0.83 ^queue:0.41
 * </pre>
 *
 * where a row has its bias and the weights of its words. A text's score is the bias and the sum of
 * the weights of its words, each by how often it is there and how rare it is, over the length of
 * all. Lines that begin with {@code #} say nothing.
 */
public final class Likeness {
  public static final Likeness NONE = new Likeness("");
  private static final List<String> ENDINGS = List.of("ing", "ed", "ly");
  private static final int SHORTEST = 4;
  private static final String TITLED = "^";

  /** How typical words are of a row. */
  public static final class Row {
    private final float bias;
    private final int[] terms;
    private final float[] weights;

    private Row(float bias, int[] terms, float[] weights) {
      this.bias = bias;
      this.terms = terms;
      this.weights = weights;
    }

    public float bias() {
      return bias;
    }

    /** Adds the weight of each word to its place. */
    public void addTo(float[] byTerm) {
      for (int i = 0; i < terms.length; i++) {
        byTerm[terms[i]] += weights[i];
      }
    }
  }

  private final String text;
  private final Map<String, Integer> terms = new HashMap<>();
  private final Map<String, Row> rows = new HashMap<>();
  private float[] rarity = {};
  private int[] titled = {};
  private float unlike = Float.NEGATIVE_INFINITY;
  private float like = Float.POSITIVE_INFINITY;

  private Likeness(String text) {
    this.text = text;
  }

  /**
   * Reads the file.
   *
   * @param name of the file, for messages
   * @throws TemplateException if a line is none of the above
   */
  static Likeness read(String name, String text) {
    Likeness likeness = new Likeness(text);
    List<String> lines = text.lines().toList();
    likeness.rarity = new float[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      try {
        likeness.line(lines.get(i).split(" ", -1));
      } catch (RuntimeException e) {
        throw new TemplateException(
            name + ":" + (i + 1) + ": neither unlike, like, a word nor a row of known words", e);
      }
    }
    likeness.titled = new int[likeness.terms.size()];
    likeness.terms.forEach(
        (term, id) -> likeness.titled[id] = likeness.terms.getOrDefault(TITLED + term, -1));
    return likeness;
  }

  private void line(String[] line) {
    switch (line[0]) {
      case "unlike" -> unlike = Float.parseFloat(line[1]);
      case "like" -> like = Float.parseFloat(line[1]);
      case "word" -> {
        rarity[terms.size()] = Float.parseFloat(line[2]);
        terms.put(line[1], terms.size());
      }
      case "row" -> rows.put(line[1], row(line));
      default -> {
        if (!line[0].startsWith("#") && !line[0].isEmpty()) {
          throw new IllegalArgumentException(line[0]);
        }
      }
    }
  }

  private Row row(String[] line) {
    int first = 3;
    int[] of = new int[line.length - first];
    float[] weights = new float[of.length];
    for (int i = 0; i < of.length; i++) {
      String word = line[first + i];
      int colon = word.lastIndexOf(':');
      Integer term = terms.get(word.substring(0, colon));
      if (term == null) {
        throw new IllegalArgumentException(word);
      }
      of[i] = term;
      weights[i] = Float.parseFloat(word.substring(colon + 1));
    }
    return new Row(Float.parseFloat(line[2]), of, weights);
  }

  /** The form in which a word is looked up. */
  public static String stem(String spelling) {
    if (!spelling.isEmpty() && Character.isDigit(spelling.charAt(0))) {
      return "0";
    }
    String word = Words.normalize(spelling);
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  /** How many words there are; they count from 0. */
  public int size() {
    return terms.size();
  }

  /** The number of a stem; -1 if it says nothing. */
  public int term(String stem) {
    return terms.getOrDefault(stem, -1);
  }

  /** The number of the same word in a title; -1 if that says nothing more. */
  public int titled(int term) {
    return titled[term];
  }

  public float rarity(int term) {
    return rarity[term];
  }

  public Optional<Row> row(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  public float unlike() {
    return unlike;
  }

  public float like() {
    return like;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Likeness likeness && text.equals(likeness.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
