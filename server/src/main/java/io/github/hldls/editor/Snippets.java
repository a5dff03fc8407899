package io.github.hldls.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marked texts as snippets in the syntax of editors: {@code ${1:value}}, {@code ${2|a,b|}}. */
public final class Snippets {
  private static final Pattern VALUE = Pattern.compile("\\{\\{([^{}]*)\\}\\}");

  private Snippets() {}

  public static String of(String marked) {
    StringBuilder snippet = new StringBuilder();
    Matcher value = VALUE.matcher(marked);
    int done = 0;
    int stop = 0;
    while (value.find()) {
      snippet.append(escape(marked.substring(done, value.start()), "\\$}"));
      snippet.append("${").append(++stop).append(stop(value.group(1))).append('}');
      done = value.end();
    }
    snippet.append(escape(marked.substring(done), "\\$}"));
    return snippet.append("$0").toString();
  }

  private static String stop(String value) {
    if (value.indexOf('|') < 0) {
      return ":" + escape(value, "\\$}");
    }
    List<String> choices = new ArrayList<>();
    for (String choice : value.split("\\|", -1)) {
      choices.add(escape(choice, "\\,|$}"));
    }
    return "|" + String.join(",", choices) + "|";
  }

  static String escape(String text, String special) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (special.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }
}
