package io.github.hldls.template;

import io.github.hldls.text.Words;
import java.util.Arrays;
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
 * unlike 200                  a text that scores less does not meet a row, whatever words met
 * like 550                    a text that scores more is near to it
 * length 120                  what the logarithm of how many words a text has adds to its score
 * step 30                     what a letter more adds to a weight
 * word publish 421            a word's stem, and how rare it is; a title's word begins with ^
 * row async/concept -120 bPN  a row's bias, and a letter for the weight of each word above
 * </pre>
 *
 * where {@code P} is a weight of 0, {@code Q} of one step and {@code O} of one step less than
 * nothing. All numbers are hundredths. A text's score is the bias, what its length adds, and the
 * sum of the weights of its words, each by how often it is there and how rare it is, over the norm
 * of all. Lines that begin with {@code #} say nothing.
 */
public final class Likeness {
  public static final Likeness NONE = new Likeness("");
  private static final List<String> ENDINGS = List.of("ing", "ed", "ly");
  private static final int SHORTEST = 4;
  private static final String TITLED = "^";
  private static final char LEAST = '!';
  private static final char NOTHING = 'P';
  private static final char MOST = '~';

  /** How typical words are of a row. */
  public final class Row {
    private final float bias;
    private final int letters;

    private Row(int start) {
      int space = text.indexOf(' ', text.indexOf(' ', start) + 1);
      letters = text.indexOf(' ', space + 1) + 1;
      bias = hundredths(space + 1, letters - 1);
    }

    public float bias() {
      return bias;
    }

    /** The weight of a word, by its number. */
    public float weight(int term) {
      return (text.charAt(letters + term) - NOTHING) * step;
    }

    private void prove() {
      if (end(letters) - letters != terms.size()) {
        throw new IllegalArgumentException("not as many letters as words");
      }
      for (int term = 0; term < terms.size(); term++) {
        char letter = text.charAt(letters + term);
        if (letter < LEAST || letter > MOST) {
          throw new IllegalArgumentException(String.valueOf(letter));
        }
      }
    }
  }

  private final String text;
  private final Map<String, Integer> terms = new HashMap<>();

  /** Where the line of each row starts. */
  private final Map<String, Integer> lines = new HashMap<>();

  private float[] rarity = new float[64];
  private int[] titled = {};
  private float unlike = Float.NEGATIVE_INFINITY;
  private float like = Float.POSITIVE_INFINITY;
  private float length;
  private float step;

  private Likeness(String text) {
    this.text = text;
  }

  /**
   * Reads the file.
   *
   * @param name of the file, for messages
   * @param isProven whether its rows are known to be well formed, so that they are read when needed
   * @throws TemplateException if a line is none of the above
   */
  static Likeness read(String name, String text, boolean isProven) {
    Likeness likeness = new Likeness(text);
    int line = 0;
    for (int start = 0; start < text.length(); start = likeness.end(start) + 1) {
      line++;
      try {
        String row = likeness.line(start);
        if (!row.isEmpty() && !isProven) {
          likeness.row(row).orElseThrow().prove();
        }
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new TemplateException(
            name
                + ":"
                + line
                + ": neither unlike, like, length, step, a word nor a row with a letter for each word above",
            e);
      }
    }
    likeness.titled = new int[likeness.terms.size()];
    likeness.terms.forEach(
        (term, id) -> likeness.titled[id] = likeness.terms.getOrDefault(TITLED + term, -1));
    return likeness;
  }

  private int end(int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }

  /** Reads a line; the result is the row that it is about, or empty. */
  private String line(int start) {
    int end = end(start);
    int space = text.indexOf(' ', start);
    String what = text.substring(start, space < 0 || space > end ? end : space);
    switch (what) {
      case "unlike" -> unlike = hundredths(space + 1, end);
      case "like" -> like = hundredths(space + 1, end);
      case "length" -> length = hundredths(space + 1, end);
      case "step" -> step = hundredths(space + 1, end);
      case "word" -> {
        int next = text.indexOf(' ', space + 1);
        if (terms.size() == rarity.length) {
          rarity = Arrays.copyOf(rarity, 2 * rarity.length);
        }
        rarity[terms.size()] = hundredths(next + 1, end);
        terms.put(text.substring(space + 1, next), terms.size());
      }
      case "row" -> {
        String row = text.substring(space + 1, text.indexOf(' ', space + 1));
        lines.put(row, start);
        return row;
      }
      default -> {
        if (!what.startsWith("#") && !what.isEmpty()) {
          throw new IllegalArgumentException(what);
        }
      }
    }
    return "";
  }

  private float hundredths(int start, int end) {
    return Integer.parseInt(text, start, end, 10) / 100f;
  }

  /**
   * The form in which a word is looked up.
   *
   * @param word normalised by {@link Words}
   */
  public static String stem(String word) {
    if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
      return "0";
    }
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
    return Optional.ofNullable(lines.get(id)).map(Row::new);
  }

  /** What the natural logarithm of a text's words is worth. */
  public float length() {
    return length;
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
