package io.github.hldls.facts;

import io.github.hldls.template.Expression;
import io.github.hldls.template.Template;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A place where a statement of SQL names a table.
 *
 * @param name in small letters
 * @param range the name as it stands there
 * @param defines whether the statement makes the table
 */
public record TableName(String name, TextRange range, boolean defines) {
  private static final Set<String> KEYWORDS =
      Set.of(
          "CREATE", "TABLE", "IF", "NOT", "EXISTS", "INSERT", "INTO", "UPDATE", "DELETE", "FROM",
          "JOIN", "ONLY");

  /** A shorter name stands for something else. */
  private static final int MIN_NAME = 3;

  /** The tables that a file names in statements. */
  public static List<TableName> of(FileFacts file, Template template) {
    return file.once(TableName.class, "", () -> read(file, template));
  }

  private static List<TableName> read(FileFacts file, Template template) {
    List<TableName> names = new ArrayList<>();
    collect(file, template.phrase("creates"), true, names);
    collect(file, template.phrase("queries"), false, names);
    return names;
  }

  private static void collect(
      FileFacts file, Expression verbs, boolean defines, List<TableName> names) {
    String text = file.source().text();
    for (int token : file.mentionsOf(verbs)) {
      int at = file.tokens().start(token);
      int start = afterKeywords(text, at);
      int end = start;
      while (end < text.length() && isName(text.charAt(end))) {
        end++;
      }
      boolean called = end < text.length() && "(.".indexOf(text.charAt(end)) >= 0;
      boolean named = end >= start + MIN_NAME && !isKeyword(text.substring(start, end));
      if (start > at && named && (defines || !called) && isCode(token, start, file)) {
        String name = text.substring(start, end).toLowerCase(Locale.ROOT);
        names.add(new TableName(name, new TextRange(start, end), defines));
      }
    }
  }

  /** Whether a place is in a block of code or between backticks. */
  private static boolean isCode(int token, int offset, FileFacts file) {
    int line = file.source().lineStart(file.source().lineOf(offset));
    long ticks = file.source().text().substring(line, offset).chars().filter(c -> c == '`').count();
    return ticks % 2 == 1 || file.isCode(file.ownerOf(token));
  }

  /** The offset after the keywords that may stand before a name; the same if there are none. */
  private static int afterKeywords(String text, int from) {
    int at = from;
    int end = wordEnd(text, at);
    while (end < text.length()
        && text.charAt(end) == ' '
        && KEYWORDS.contains(text.substring(at, end))) {
      at = end + 1;
      end = wordEnd(text, at);
    }
    return at;
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isKeyword(String name) {
    return KEYWORDS.contains(name.toUpperCase(Locale.ROOT));
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }
}
