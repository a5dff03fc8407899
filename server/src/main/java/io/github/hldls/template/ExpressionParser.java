package io.github.hldls.template;

import com.google.gson.JsonObject;
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
  private final boolean proven;

  /** What has been read, so that what is written twice is one expression. */
  private final Map<String, Expression> parsed = new HashMap<>();

  /** How many phrases all that was read at once comes to. */
  private int count;

  /**
   * @param lists the word lists that {@code $name} may refer to
   * @param proven whether all are known to be well formed, and are read when they are needed
   */
  ExpressionParser(Map<String, Expression> lists, boolean proven) {
    this.lists = lists;
    this.proven = proven;
  }

  /** The expression under a key of an object; one that matches nothing if there is no such key. */
  Expression of(TemplateJson json, JsonObject object, String key) {
    return object.has(key) ? of(json, json.string(object, key), key) : Expression.NONE;
  }

  Expression of(TemplateJson json, String text, String key) {
    try {
      return parse(text);
    } catch (TemplateException e) {
      throw json.error("\"" + key + "\": " + e.getMessage());
    }
  }

  /**
   * @throws TemplateException if the source is not an expression; the message quotes what is wrong
   */
  Expression parse(String source) {
    Expression known = parsed.get(source);
    if (known == null) {
      known = new Expression(source, fingerprint(source), this::read);
      if (!proven) {
        count(known.phrases().size());
      }
      parsed.put(source, known);
    }
    return known;
  }

  /** What tells an expression from others: its source, and that of the lists in it. */
  private long fingerprint(String source) {
    long print = Fingerprint.add(Fingerprint.START, source);
    for (int at = source.indexOf('$'); at >= 0; at = source.indexOf('$', at + 1)) {
      int bar = source.indexOf('|', at);
      String name = source.substring(at + 1, bar < 0 ? source.length() : bar).strip();
      Expression list = lists.get(name);
      print = list == null ? print : Fingerprint.add(print, list.fingerprint());
    }
    return print;
  }

  private List<Phrase> read(String source) {
    List<Phrase> phrases = new ArrayList<>();
    for (String alternative : source.split("\\|", -1)) {
      String phrase = alternative.strip();
      if (phrase.isEmpty()) {
        throw new TemplateException("an alternative is empty in \"" + source + "\"");
      }
      if (phrase.startsWith("$")) {
        phrases.addAll(list(phrase.substring(1)).phrases());
        bound(phrases.size());
      } else {
        phrases.add(phrase(phrase));
      }
    }
    return phrases;
  }

  private void count(int more) {
    count += more;
    bound(count);
  }

  private static void bound(int phrases) {
    if (phrases > MAX_PHRASES) {
      throw new TemplateException("the template has more than " + MAX_PHRASES + " phrases");
    }
  }

  private Expression list(String name) {
    Expression list = lists.get(name);
    if (list == null) {
      throw new TemplateException("no word list is called \"" + name + "\"");
    }
    return list;
  }

  private static Phrase phrase(String source) {
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
        words.add(pattern(word, source));
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
