package io.github.hldls.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.github.hldls.report.Terminal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Differences of texts in the form that {@code git apply} and {@code patch -p1} take. */
final class Differences {
  private static final int CONTEXT = 3;

  private Differences() {}

  /**
   * The difference of a file; empty if there is none.
   *
   * @param path where it is, with {@code /}
   * @param before empty for a file that is not there yet
   * @param isTerminal whether a person reads it: then nothing in it is obeyed by the terminal
   */
  static String of(String path, Optional<String> before, String after, boolean isTerminal) {
    List<String> old = lines(before.orElse(""));
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            before.isPresent() ? name("a/" + path) : "/dev/null",
            name("b/" + path),
            old,
            DiffUtils.diff(old, lines(after)),
            CONTEXT);
    StringBuilder text = new StringBuilder();
    for (String line : diff) {
      boolean ends = line.endsWith("\n");
      String plain = ends ? line.substring(0, line.length() - 1) : line;
      text.append(isTerminal ? Terminal.safe(plain) : plain).append('\n');
      if (!ends && !isHead(line, text)) {
        text.append("\\ No newline at end of file\n");
      }
    }
    return text.toString();
  }

  /** Whether a line is none of the texts', which come after the first line with {@code @@}. */
  private static boolean isHead(String line, StringBuilder textSoFar) {
    return line.startsWith("@@") || textSoFar.indexOf("\n@@ ") < 0;
  }

  /** Lines with their ends. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  /** A name as git writes it: in quotes with escapes if it has odd characters. */
  private static String name(String path) {
    boolean plain = path.chars().noneMatch(c -> c < ' ' || c == '"' || c == '\\' || c == 0x7f);
    if (plain) {
      return path.indexOf(' ') < 0 ? path : path + "\t";
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if (c == '"' || c == '\\') {
        quoted.append('\\').append((char) c);
      } else if (c < ' ' || c >= 0x7f) {
        quoted.append(String.format(Locale.ROOT, "\\%03o", c));
      } else {
        quoted.append((char) c);
      }
    }
    return quoted.append('"').toString();
  }
}
