package io.github.hldls.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Paths as references by RFC 3986. */
final class SarifUris {
  private static final String PLAIN = "-._~/!$'()*+,;=@";

  private SarifUris() {}

  static boolean isAbsolute(String path) {
    return path.startsWith("/") || path.matches("(?s)[A-Za-z]:/.*");
  }

  /** The reference for a path, relative like it, or with {@code file:}. */
  static String of(String path) {
    StringBuilder uri = new StringBuilder();
    if (isAbsolute(path)) {
      uri.append(path.startsWith("/") ? "file://" : "file:///");
    }
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || PLAIN.indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return uri.toString();
  }
}
