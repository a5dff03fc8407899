package io.github.hldls.report;

/** What a terminal may be shown. */
public final class Terminal {
  private static final int TAB = 4;

  private Terminal() {}

  /** Text from a file, with nothing in it that a terminal would obey. */
  public static String safe(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        safe.append(" ".repeat(TAB));
      } else if (Character.isISOControl(c)) {
        safe.append('\uFFFD');
      } else if (Character.getType(c) != Character.FORMAT || c == '\u200D') {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  /** How many columns a text takes; a rough count that knows the common wide characters. */
  static int width(String text) {
    return text.codePoints().map(c -> c >= 0x1100 && isWide(c) ? 2 : isMark(c) ? 0 : 1).sum();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isWide(int c) {
    return c <= 0x115F
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
