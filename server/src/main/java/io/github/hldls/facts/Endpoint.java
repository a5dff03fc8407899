package io.github.hldls.facts;

import io.github.hldls.template.Template;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A place where a file names an endpoint of an API, such as {@code GET /v1/lots/{id}}.
 *
 * @param method in capitals
 * @param path its segments in small letters, with {@code *} for what varies
 * @param range method and path as they stand there
 */
public record Endpoint(String method, List<String> path, TextRange range) {
  private static final String ENDS = " \t\r\n`\"'()[]<│|,;?#";

  public Endpoint {
    path = List.copyOf(path);
  }

  /** The endpoints that a file names, in document order; not those of other hosts, nor of files. */
  public static List<Endpoint> of(FileFacts file, Template template) {
    return file.once(Endpoint.class, "", () -> read(file, template));
  }

  private static List<Endpoint> read(FileFacts file, Template template) {
    List<Endpoint> endpoints = new ArrayList<>();
    String text = file.source().text();
    for (int token : file.mentionsOf(template.phrase("methods"))) {
      int start = file.tokens().start(token);
      int slash = pathFrom(text, file.tokens().end(token));
      String method = text.substring(start, file.tokens().end(token));
      if (slash < text.length()
          && text.charAt(slash) == '/'
          && method.equals(method.toUpperCase(Locale.ROOT))) {
        int end = slash;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
          end++;
        }
        String path = trimmed(text.substring(slash, end));
        List<String> segments = segments(path);
        if (!segments.isEmpty()) {
          endpoints.add(
              new Endpoint(method, segments, new TextRange(start, slash + path.length())));
        }
      }
    }
    return endpoints;
  }

  /** Where a path would begin: behind blanks, marks of code, and the border of a cell. */
  private static int pathFrom(String text, int method) {
    int from = method;
    while (from < text.length() && " \t`|*".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    return from > method ? from : text.length();
  }

  private static String trimmed(String path) {
    int end = path.length();
    while (end > 0 && "./:*…".indexOf(path.charAt(end - 1)) >= 0) {
      end--;
    }
    return path.substring(0, end);
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty()) {
        boolean varies = segment.chars().anyMatch(c -> "{}:$<>.…".indexOf(c) >= 0);
        segments.add(varies || isExample(segment) ? "*" : segment.toLowerCase(Locale.ROOT));
      }
    }
    return segments;
  }

  /** Whether a segment is the id of something: it has digits, but is no version. */
  private static boolean isExample(String segment) {
    boolean version = segment.startsWith("v") && segment.length() <= 3;
    return !version && segment.chars().anyMatch(Character::isDigit);
  }

  /** Whether two may be the same: what varies may be anything, and a path may be cut short. */
  public boolean mayBe(Endpoint other) {
    int from = base();
    int otherFrom = other.base();
    int length = path.size() - from;
    if (!method.equals(other.method) || length > other.path.size() - otherFrom) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      String mine = path.get(from + i);
      String theirs = other.path.get(otherFrom + i);
      if (!mine.equals(theirs) && !mine.equals("*") && !theirs.equals("*")) {
        return false;
      }
    }
    return true;
  }

  /** How many segments only say which version of which API it is: {@code /api/v1}. */
  private int base() {
    int base = 0;
    while (base + 1 < path.size() && (path.get(base).equals("api") || isVersion(path.get(base)))) {
      base++;
    }
    return base;
  }

  private static boolean isVersion(String segment) {
    return segment.length() > 1
        && segment.length() <= 3
        && segment.startsWith("v")
        && Character.isDigit(segment.charAt(1));
  }

  /** Whether two belong to one API: they begin alike, up to the first thing that is named. */
  public boolean isSibling(Endpoint other) {
    int first = path.get(0).startsWith("v") && path.size() > 1 ? 1 : 0;
    return path.get(0).equals(other.path.get(0)) && !path.get(first).equals("*");
  }
}
