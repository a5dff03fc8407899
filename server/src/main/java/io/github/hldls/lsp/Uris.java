package io.github.hldls.lsp;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * File URIs as clients write them, and paths. {@link java.net.URI} takes none with a bracket that
 * is not escaped, and gives other names to files whose letters are composed.
 */
final class Uris {
  private static final String SCHEME = "file:";
  private static final String PLAIN = "-_.!~*'(),;:$&+=@/";
  private static final boolean WINDOWS = File.separatorChar == '\\';

  private Uris() {}

  /** The path of a {@code file:} URI, in a form that can be compared; empty for any other. */
  static Optional<Path> path(String uri) {
    if (!uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    int end = Math.min(indexOf('?', uri), indexOf('#', uri));
    String rest = uri.substring(SCHEME.length(), end);
    boolean named = rest.startsWith("//");
    int start = named ? rest.indexOf('/', 2) : 0;
    if (start < 0 || !rest.startsWith("/", start)) {
      return Optional.empty();
    }
    try {
      return path(named ? rest.substring(2, start) : "", decoded(rest.substring(start)));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static int indexOf(char c, String uri) {
    int found = uri.indexOf(c);
    return found < 0 ? uri.length() : found;
  }

  private static Optional<Path> path(String host, String name) {
    boolean local = host.isEmpty() || host.toLowerCase(Locale.ROOT).equals("localhost");
    if (!local && !WINDOWS) {
      return Optional.empty();
    }
    boolean drive = WINDOWS && name.length() > 2 && name.charAt(2) == ':';
    Path path = Path.of(local ? name.substring(drive ? 1 : 0) : "//" + host + name).normalize();
    return path.isAbsolute() ? Optional.of(withLargeDrive(path)) : Optional.empty();
  }

  /** With its escapes undone; a percent sign that begins none stands for itself. */
  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%'
          && i + 2 < bytes.length
          && HexFormat.isHexDigit(bytes[i + 1])
          && HexFormat.isHexDigit(bytes[i + 2])) {
        plain.write(HexFormat.fromHexDigit(bytes[++i]) << 4 | HexFormat.fromHexDigit(bytes[++i]));
      } else {
        plain.write(bytes[i]);
      }
    }
    return plain.toString(StandardCharsets.UTF_8);
  }

  /** Windows names drives in either case, and clients disagree which. */
  private static Path withLargeDrive(Path path) {
    String text = path.toString();
    return text.length() > 1 && text.charAt(1) == ':' && Character.isLowerCase(text.charAt(0))
        ? Path.of(Character.toUpperCase(text.charAt(0)) + text.substring(1))
        : path;
  }

  static String uri(Path path) {
    // Path.toUri would look whether the path is a folder, to end it with a slash.
    String text = path.toString().replace(File.separatorChar, '/');
    String start = text.startsWith("//") ? SCHEME : text.startsWith("/") ? "file://" : "file:///";
    StringBuilder uri = new StringBuilder(start);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        uri.append(c);
      } else {
        uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return uri.toString();
  }
}
