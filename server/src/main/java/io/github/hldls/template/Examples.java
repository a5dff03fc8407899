package io.github.hldls.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A section that would meet each row, from the Markdown files beside a template's rows. What a
 * writer would replace stands in {@code {{double braces}}}, as a choice with {@code |}.
 */
public final class Examples {
  private static final Pattern MARK = Pattern.compile("(?m)^<!-- example: (\\S+) -->\\n");

  private final Supplier<Map<String, String>> source;
  private @Nullable Map<String, String> read;

  private Examples(Supplier<Map<String, String>> source) {
    this.source = source;
  }

  private synchronized Map<String, String> byRow() {
    Map<String, String> byRow = read;
    if (byRow == null) {
      byRow = source.get();
      read = byRow;
    }
    return byRow;
  }

  /**
   * The examples of some files of rows, which are read when the first one is asked for; rows
   * without one are drafted from their own words.
   *
   * @param names the files' names without ending, as {@code template.json} gives them
   */
  public static Examples load(TemplateSource source, List<String> names) {
    return new Examples(() -> read(source, names));
  }

  private static Map<String, String> read(TemplateSource source, List<String> names) {
    Map<String, String> byRow = new LinkedHashMap<>();
    for (String name : names) {
      String text = source.find(name + ".md").orElse("").replace("\r\n", "\n");
      Matcher mark = MARK.matcher(text);
      String row = "";
      int start = 0;
      while (mark.find()) {
        put(byRow, row, text.substring(start, mark.start()));
        row = mark.group(1);
        start = mark.end();
      }
      put(byRow, row, text.substring(start));
    }
    return byRow;
  }

  /** For each row its heading, what meets it as a comment, and a mark that it is to be written. */
  public static Examples skeletons(Template template) {
    Map<String, String> byRow = new LinkedHashMap<>();
    for (Step step : template.steps()) {
      for (Requirement row : step.requirements()) {
        put(byRow, row.id(), "### " + row.title() + "\n\n" + Skeleton.body(row));
      }
    }
    return new Examples(() -> byRow);
  }

  private static void put(Map<String, String> byRow, String row, String text) {
    if (!row.isEmpty()) {
      byRow.put(row, text.strip() + "\n");
    }
  }

  /** The example of a row with its {@code {{values}}} marked. */
  public Optional<String> marked(String row) {
    return Optional.ofNullable(byRow().get(row));
  }

  /** The example of a row as a reader sees it. */
  public Optional<String> plain(String row) {
    return marked(row).map(Examples::plainText);
  }

  /** A marked text with the first choice of each value in its place. */
  public static String plainText(String marked) {
    StringBuilder plain = new StringBuilder(marked.length());
    int done = 0;
    for (int at = marked.indexOf("{{"); at >= 0; at = marked.indexOf("{{", at)) {
      int end = at + 2;
      while (end < marked.length() && marked.charAt(end) != '{' && marked.charAt(end) != '}') {
        end++;
      }
      if (marked.startsWith("}}", end)) {
        plain.append(marked, done, at).append(first(marked.substring(at + 2, end)));
        done = end + 2;
        at = done;
      } else {
        at++;
      }
    }
    return plain.append(marked, done, marked.length()).toString();
  }

  private static String first(String value) {
    int bar = value.indexOf('|');
    return bar < 0 ? value : value.substring(0, bar);
  }
}
