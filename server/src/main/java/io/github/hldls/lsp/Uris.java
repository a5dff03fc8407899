package io.github.hldls.lsp;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** File URIs as clients write them, and paths. */
final class Uris {
  private Uris() {}

  /** The path of a {@code file:} URI, in a form that can be compared; empty for any other. */
  static Optional<Path> path(String uri) {
    try {
      URI parsed = new URI(uri.replace(" ", "%20"));
      if (!"file".equalsIgnoreCase(parsed.getScheme()) || parsed.getPath() == null) {
        return Optional.empty();
      }
      String host = parsed.getAuthority();
      boolean local = host == null || host.isEmpty() || host.equals("localhost");
      URI plain = new URI("file", local ? null : host, parsed.getPath(), null, null);
      Path path = Path.of(local ? plain : parsed).normalize();
      return path.isAbsolute() ? Optional.of(withLargeDrive(path)) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
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
    String text = path.toString().replace('\\', '/');
    try {
      if (text.startsWith("//")) {
        return new URI("file:" + new URI(null, null, text, null).toASCIIString()).toString();
      }
      return "file://"
          + new URI(null, null, text.startsWith("/") ? text : "/" + text, null).toASCIIString();
    } catch (URISyntaxException e) {
      return path.toUri().toString();
    }
  }
}
