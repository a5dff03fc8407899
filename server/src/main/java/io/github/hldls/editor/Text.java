package io.github.hldls.editor;

import java.util.regex.Pattern;

/**
 * Text for people, as Markdown or plain.
 *
 * @param markdown whether the reader's editor shows Markdown
 */
public record Text(boolean markdown) {
  private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_{}\\[\\]<>#|!~&])");

  /** What a user wrote, shown as it is. */
  String escape(String user) {
    String line = user.replaceAll("\\s+", " ").strip();
    return markdown ? SPECIAL.matcher(line).replaceAll("\\\\$1") : line;
  }

  String bold(String text) {
    return markdown ? "**" + text + "**" : text;
  }

  /** A text after a bold word or two that say what it is. */
  String led(String lead, String text) {
    return bold(lead + ":") + " " + text;
  }

  String code(String text) {
    return markdown ? "`" + text + "`" : text;
  }

  String item(String text) {
    return "- " + text + "\n";
  }

  /** A link to a line of a file; its words alone in plain text. */
  String link(String words, String uri, int line) {
    return markdown ? "[" + words + "](" + uri + "#L" + (line + 1) + ")" : words;
  }

  /** A piece of Markdown as it is written. */
  String sample(String text) {
    return markdown ? "~~~~markdown\n" + text.strip() + "\n~~~~\n" : text.strip() + "\n";
  }
}
