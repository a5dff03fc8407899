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
 * words publish ^publish      the stems of the words; a title's word begins with ^, after the plain ones
 * rarity LM                   a letter for how rare each of them is, ! for 0, the next for a tenth
 * row async/concept -120 bP   a row's bias, and a letter for the weight of each word
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
  private static final char TITLED = '^';
  private static final float TENTH = 0.1f;
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
  }

  private final String text;
  private final Map<String, Integer> terms = new HashMap<>();

  /** Where the line of each row starts. */
  private final Map<String, Integer> lines = new HashMap<>();

  private int[] titled = {};

  /** Where the letters of the words' rarity start. */
  private int rarity;

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
        int letters = likeness.line(start);
        if (letters >= 0 && !isProven) {
          likeness.proveLetters(letters);
        }
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new TemplateException(
            name
                + ":"
                + line
                + ": neither unlike, like, length, step, words, nor rarity or a row with a letter for each word",
            e);
      }
    }
    return likeness;
  }

  private void words(int start, int end) {
    titled = new int[end - start];
    Arrays.fill(titled, -1);
    for (int from = start; from < end; ) {
      int space = text.indexOf(' ', from);
      int to = space < 0 || space > end ? end : space;
      Integer plain = text.charAt(from) == TITLED ? terms.get(text.substring(from + 1, to)) : null;
      if (plain != null) {
        titled[plain] = terms.size();
      }
      terms.put(text.substring(from, to), terms.size());
      from = to + 1;
    }
  }

  private void proveLetters(int start) {
    if (end(start) - start != terms.size()) {
      throw new IllegalArgumentException("not as many letters as words");
    }
    for (int at = start; at < start + terms.size(); at++) {
      char letter = text.charAt(at);
      if (letter < LEAST || letter > MOST) {
        throw new IllegalArgumentException(String.valueOf(letter));
      }
    }
  }

  private int end(int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }

  /** Reads a line; the result is where its letters start, -1 without any. */
  private int line(int start) {
    int end = end(start);
    int space = text.indexOf(' ', start);
    String what = text.substring(start, space < 0 || space > end ? end : space);
    switch (what) {
      case "unlike" -> unlike = hundredths(space + 1, end);
      case "like" -> like = hundredths(space + 1, end);
      case "length" -> length = hundredths(space + 1, end);
      case "step" -> step = hundredths(space + 1, end);
      case "words" -> words(space + 1, end);
      case "rarity" -> {
        rarity = space + 1;
        return rarity;
      }
      case "row" -> {
        String row = text.substring(space + 1, text.indexOf(' ', space + 1));
        lines.put(row, start);
        return new Row(start).letters;
      }
      default -> {
        if (!what.startsWith("#") && !what.isEmpty()) {
          throw new IllegalArgumentException(what);
        }
      }
    }
    return -1;
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
    return (text.charAt(rarity + term) - LEAST) * TENTH;
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
