package io.github.hldls.template;

import io.github.hldls.template.Expression.Element;
import io.github.hldls.template.Expression.Phrase;
import io.github.hldls.template.Expression.WordPattern;
import io.github.hldls.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@link Expression}s. */
final class ExpressionParser {
  private static final Set<String> CLASSES =
      Set.of("number", "percent", "duration", "size", "money");

  /** Each multiplies the work of finding a phrase. */
  private static final int MAX_GAPS = 3;

  /** What a hostile template could make of a few lists that refer to one another. */
  private static final int MAX_PHRASES = 200_000;

  private static final int MAX_WORDS = 64;

  /** A number and the letters after it, which are two words of a text. */
  private static final Pattern NUMBER_WITH_UNIT =
      Pattern.compile("(?<![\\w/<])(\\d++)([A-Za-z]++)(?![\\w/])");

  private final Map<String, Expression> lists;

  /** What has been read, so that what is written twice is one expression, phrase or pattern. */
  private final Map<String, Expression> parsed = new HashMap<>();

  private final Map<String, Phrase> phrases = new HashMap<>();
  private final Map<String, WordPattern> patterns = new HashMap<>();

  /** How many phrases all that has been read comes to. */
  private int count;

  /**
   * @param lists the word lists that {@code $name} may refer to
   */
  ExpressionParser(Map<String, Expression> lists) {
    this.lists = lists;
  }

  /**
   * @throws TemplateException if the source is not an expression; the message quotes what is wrong
   */
  Expression parse(String source) {
    Expression known = parsed.get(source);
    if (known == null) {
      known = read(source);
      parsed.put(source, known);
    }
    return known;
  }

  private Expression read(String source) {
    List<Phrase> all = new ArrayList<>();
    for (String alternative : source.split("\\|", -1)) {
      String phrase = alternative.strip();
      if (phrase.isEmpty()) {
        throw new TemplateException("an alternative is empty in \"" + source + "\"");
      }
      if (phrase.startsWith("$")) {
        all.addAll(bounded(list(phrase.substring(1)).phrases()));
        continue;
      }
      Phrase known = phrases.get(phrase);
      if (known == null) {
        known = phrase(phrase);
        phrases.put(phrase, known);
      }
      all.addAll(bounded(List.of(known)));
    }
    return new Expression(source, all);
  }

  private List<Phrase> bounded(List<Phrase> more) {
    count += more.size();
    if (count > MAX_PHRASES) {
      throw new TemplateException("the template has more than " + MAX_PHRASES + " phrases");
    }
    return more;
  }

  private Expression list(String name) {
    Expression list = lists.get(name);
    if (list == null) {
      throw new TemplateException("no word list is called \"" + name + "\"");
    }
    return list;
  }

  private Phrase phrase(String source) {
    List<Element> elements = new ArrayList<>();
    boolean gap = false;
    int gaps = 0;
    for (String part : parts(source)) {
      if (part.equals("..")) {
        gap = true;
        gaps++;
        continue;
      }
      List<WordPattern> words = new ArrayList<>();
      if (elements.size() == MAX_WORDS) {
        throw new TemplateException("a phrase has more than " + MAX_WORDS + " words");
      }
      for (String word : part.split("/", -1)) {
        WordPattern known = patterns.get(word);
        if (known == null) {
          known = pattern(word, source);
          patterns.put(word, known);
        }
        words.add(known);
      }
      elements.add(new Element(words, gap));
      gap = false;
    }
    if (gap || elements.isEmpty() || elements.get(0).afterGap()) {
      throw new TemplateException("\"..\" stands between words, not in \"" + source + "\"");
    }
    if (gaps > MAX_GAPS) {
      throw new TemplateException("\"..\" stands more than three times in \"" + source + "\"");
    }
    return new Phrase(elements);
  }

  /** The parts between blanks; most phrases hold no number, and need no more than that. */
  private static List<String> parts(String source) {
    boolean digits = source.chars().anyMatch(c -> c >= '0' && c <= '9');
    String text = digits ? NUMBER_WITH_UNIT.matcher(source).replaceAll("$1 $2") : source;
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
        if (i > start) {
          parts.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return parts;
  }

  private static WordPattern pattern(String word, String source) {
    if (word.startsWith("<") && word.endsWith(">")) {
      String name = word.substring(1, word.length() - 1);
      if (!CLASSES.contains(name)) {
        throw new TemplateException("no such class: " + word + " in \"" + source + "\"");
      }
      return new WordPattern(WordPattern.Kind.CLASS, name);
    }
    if (word.endsWith("*")) {
      String prefix = word.substring(0, word.length() - 1).toLowerCase(java.util.Locale.ROOT);
      return new WordPattern(WordPattern.Kind.PREFIX, letters(prefix, source));
    }
    return new WordPattern(WordPattern.Kind.WORD, Words.normalize(letters(word, source)));
  }

  private static String letters(String word, String source) {
    boolean digits = !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean letters =
        word.chars().allMatch(Character::isLetterOrDigit)
            && !word.isEmpty()
            && Character.isLetter(word.charAt(0));
    if (!digits && !letters) {
      throw new TemplateException(
          "\""
              + word
              + "\" is not one word (write hyphens as spaces, and no \"3x/5x\") in \""
              + source
              + "\"");
    }
    return word;
  }
}
