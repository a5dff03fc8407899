package io.github.hldls.editor;

import io.github.hldls.facts.Passage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes on with the numbers of a document's headings, such as {@code ## 3.} after {@code ## 2.}. */
final class Numbering {
  private static final Pattern NUMBER = Pattern.compile("^((?:\\d{1,3}\\.)*)(\\d{1,3})([.)]?) +");
  private static final Pattern OWN = Pattern.compile("^(?:STEP \\d+: |[A-Z]\\) )");

  private Numbering() {}

  /** A text to be inserted at an offset, its outermost headings numbered as those before are. */
  static String continued(String text, int offset, FileView file) {
    int level = level(text);
    Matcher last = NUMBER.matcher(titleBefore(offset, level, file));
    if (level == 0 || !last.find() || (last.group(1) + last.group(3)).isEmpty()) {
      return text;
    }
    String marks = "#".repeat(level) + " ";
    int number = Integer.parseInt(last.group(2));
    StringBuilder numbered = new StringBuilder();
    boolean inCode = false;
    for (String line : text.split("\n", -1)) {
      inCode ^= line.startsWith("```") || line.startsWith("~~~");
      String title = line.startsWith(marks) ? line.substring(marks.length()) : "";
      boolean lettered = OWN.matcher(title).find() && !title.startsWith("STEP");
      if (inCode || title.isEmpty() || lettered) {
        numbered.append(line);
      } else {
        numbered.append(marks).append(last.group(1)).append(++number).append(last.group(3));
        numbered.append(' ').append(OWN.matcher(title).replaceFirst(""));
      }
      numbered.append('\n');
    }
    return numbered.substring(0, numbered.length() - 1);
  }

  private static int level(String text) {
    int marks = 0;
    while (marks < text.length() && text.charAt(marks) == '#') {
      marks++;
    }
    return marks;
  }

  /** The title of the last heading of a level before an offset, in the same section. */
  private static String titleBefore(int offset, int level, FileView file) {
    String title = "";
    for (Passage section : Sections.of(file.facts())) {
      if (section.range().start() >= offset) {
        break;
      }
      if (section.level() < level) {
        title = "";
      } else if (section.level() == level) {
        title = Sections.title(file.facts(), section);
      }
    }
    return title;
  }
}
