package io.github.hldls.markdown;

import io.github.hldls.text.TextRange;

/**
 * What it costs to read a line as the wrong thing, for {@link FenceRepair}; 10 is a small doubt.
 */
final class LineCosts {
  private LineCosts() {}

  /** The price of reading a line as code: how much it looks like Markdown. */
  static int asCode(String text, TextRange line, Fence.Language language) {
    if (language == Fence.Language.MARKDOWN || line.isEmpty()) {
      return 0;
    }
    int start = line.start();
    char first = text.charAt(start);
    return switch (first) {
      case '#' -> heading(text, line, language);
      case '*' -> starts(text, line, "**") ? boldLead(text, line) : 0;
      case '-', '+' ->
          starts(text, line, "- **") ? 15 : starts(text, line, "---") && line.length() < 6 ? 15 : 0;
      case '<' ->
          starts(text, line, "<details")
                  || starts(text, line, "</details")
                  || starts(text, line, "<summary")
              ? 25
              : 0;
      case '|' ->
          starts(text, line, "|--") || starts(text, line, "| --") || starts(text, line, "|:-")
              ? 20
              : 0;
      default -> sentence(text, line) ? 7 : 0;
    };
  }

  /** The price of reading a line as prose: how much it looks like code or a drawing. */
  static int asProse(String text, TextRange line) {
    if (line.isEmpty()) {
      return 0;
    }
    for (int i = line.start(); i < line.end(); i++) {
      char c = text.charAt(i);
      if (c >= '\u2500' && c <= '\u259F') {
        return text.charAt(line.start()) == '|' ? 0 : 10;
      }
    }
    char last = text.charAt(line.end() - 1);
    if (last == '{' || last == ';' || last == '}' || starts(text, line, "},")) {
      return 12;
    }
    return starts(text, line, "    ") ? 3 : 0;
  }

  private static int heading(String text, TextRange line, Fence.Language language) {
    int i = line.start();
    while (i < line.end() && text.charAt(i) == '#') {
      i++;
    }
    int level = i - line.start();
    boolean heading = level <= 6 && i + 1 < line.end() && text.charAt(i) == ' ';
    if (!heading) {
      return 0;
    }
    if (level == 1) {
      return language == Fence.Language.OTHER ? 5 : 0;
    }
    return language == Fence.Language.HASH_COMMENTS ? 15 : 30;
  }

  /** A line that opens with bold text: a label when it ends with it. */
  private static int boldLead(String text, TextRange line) {
    int close = text.indexOf("**", line.start() + 2);
    if (close < 0 || close + 2 > line.end()) {
      return 0;
    }
    return line.end() - close <= 4 ? 30 : 20;
  }

  private static boolean sentence(String text, TextRange line) {
    char last = text.charAt(line.end() - 1);
    if ((last != '.' && last != ':') || !Character.isUpperCase(text.charAt(line.start()))) {
      return false;
    }
    int words = 1;
    for (int i = line.start(); i < line.end(); i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        words++;
      } else if (c == '{' || c == '=' || c == ';' || c == '→' || c == '│') {
        return false;
      }
    }
    return words >= 8;
  }

  private static boolean starts(String text, TextRange line, String prefix) {
    return line.length() >= prefix.length() && text.startsWith(prefix, line.start());
  }
}
