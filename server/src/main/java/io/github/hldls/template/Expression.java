package io.github.hldls.template;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a text may say, as the vocabulary of a template writes it: alternatives separated by {@code
 * |}, each a phrase of words.
 *
 * <pre>
 * dead letter queue | dlq         either phrase
 * partition* key                  a word that begins with "partition", then "key"
 * hot partition/shard/key         one of several words in that place
 * cache .. down                   at most six other words between the two
 * &lt;duration&gt;                 a number with a unit of time; also &lt;number&gt;, &lt;percent&gt;, &lt;size&gt;, &lt;money&gt;
 * $cache                          every phrase of the template's word list "cache"
 * </pre>
 *
 * A word begins with a letter or is all digits, as texts are split: {@code nextCursor} and {@code
 * 3nf} are two words each. Words are compared as {@link io.github.hldls.text.Words} does. A phrase
 * does not reach over the end of a sentence, table cell or paragraph.
 *
 * <p>Equal only to itself, so that it is cheap to look things up by.
 */
public final class Expression {
  public static final Expression NONE = new Expression("", 0, source -> List.of());

  private final String source;
  private final long fingerprint;
  private final Function<String, List<Phrase>> reader;

  /** What has been read; threads may do that twice at once, with the same result. */
  private volatile @Nullable List<Phrase> phrases;

  /**
   * An expression that is read when it is first asked for its phrases.
   *
   * @param source empty for an expression that matches nothing
   */
  Expression(String source, long fingerprint, Function<String, List<Phrase>> reader) {
    this.source = source;
    this.fingerprint = fingerprint;
    this.reader = reader;
  }

  /** The alternatives of both. */
  Expression or(Expression other) {
    return new Expression(
        source + " | " + other.source,
        Fingerprint.add(fingerprint, other.fingerprint),
        both -> Stream.concat(phrases().stream(), other.phrases().stream()).toList());
  }

  /** The alternatives as they were written; empty for an expression that matches nothing. */
  public String source() {
    return source;
  }

  public List<Phrase> phrases() {
    List<Phrase> known = phrases;
    if (known == null) {
      known = List.copyOf(reader.apply(source));
      phrases = known;
    }
    return known;
  }

  /** The same, read now. */
  Expression read() {
    phrases();
    return this;
  }

  public boolean isEmpty() {
    return source.isEmpty();
  }

  /** A number that is another for an expression of other phrases. */
  public long fingerprint() {
    return fingerprint;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  // Java would ask the virtual machine, each time an expression is looked up.
  @Override
  public int hashCode() {
    return Long.hashCode(fingerprint);
  }

  @Override
  public String toString() {
    return source;
  }

  /** Consecutive elements. */
  public record Phrase(List<Element> elements) {
    public Phrase {
      elements = List.copyOf(elements);
    }
  }

  /**
   * What may stand at one place of a phrase.
   *
   * @param words the words, normalised
   * @param afterGap whether other words may stand before it
   */
  public record Element(List<WordPattern> words, boolean afterGap) {
    public Element {
      words = List.copyOf(words);
    }
  }

  /**
   * A word, the beginning of one, or a class of tokens.
   *
   * @param text the normalised word, prefix, or class name
   */
  public record WordPattern(Kind kind, String text) {
    /** How a pattern is compared with a word. */
    public enum Kind {
      WORD,
      PREFIX,
      CLASS
    }
  }
}
