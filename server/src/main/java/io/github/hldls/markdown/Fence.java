package io.github.hldls.markdown;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line that could open or close a fenced code block.
 *
 * @param marker {@code `} or {@code ~}
 * @param length how many markers, at least 3
 * @param info the info string's first word in lower case; empty without one
 */
record Fence(char marker, int length, String info) implements Comparable<Fence> {

  /** What a block's lines may look like without being prose. */
  enum Language {
    /** No info string: anything. */
    UNKNOWN,
    /** A language in which {@code #} begins a comment. */
    HASH_COMMENTS,
    /** Markdown, in which nothing is out of place. */
    MARKDOWN,
    OTHER
  }

  private static final Set<String> HASH_COMMENTS =
      Set.of(
          "bash",
          "sh",
          "shell",
          "zsh",
          "console",
          "python",
          "py",
          "ruby",
          "yaml",
          "yml",
          "toml",
          "conf",
          "ini",
          "properties",
          "dockerfile",
          "makefile",
          "nginx",
          "perl",
          "r",
          "hcl",
          "terraform",
          "redis",
          "text",
          "txt",
          "promql",
          "graphql",
          "elixir");

  /** By marker, length, then language. */
  @Override
  public int compareTo(Fence other) {
    int byMarker = Character.compare(marker, other.marker);
    int byLength = Integer.compare(length, other.length);
    return byMarker != 0 ? byMarker : byLength != 0 ? byLength : info.compareTo(other.info);
  }

  // The JDK would make these when they are first called, which takes longer than to read a file.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fence fence && compareTo(fence) == 0;
  }

  @Override
  public int hashCode() {
    return (marker * 31 + length) * 31 + info.hashCode();
  }

  Language language() {
    if (info.isEmpty()) {
      return Language.UNKNOWN;
    }
    if (info.equals("markdown") || info.equals("md")) {
      return Language.MARKDOWN;
    }
    return HASH_COMMENTS.contains(info) ? Language.HASH_COMMENTS : Language.OTHER;
  }

  /** The same fence for all purposes but its words: languages of a kind are one state. */
  Fence kind() {
    return switch (language()) {
      case UNKNOWN -> this;
      case HASH_COMMENTS -> new Fence(marker, length, "sh");
      case MARKDOWN -> new Fence(marker, length, "md");
      case OTHER -> new Fence(marker, length, "java");
    };
  }

  // spec: The closing code fence may be preceded by up to three spaces of indentation, and may be
  // followed only by spaces or tabs. A block in a list is indented by more, so any is taken here.
  boolean closes(Fence open) {
    return marker == open.marker && length >= open.length && info.isEmpty();
  }

  /** Whether this fence is text of an open block, whose writer chose the outer fence to hold it. */
  boolean belongsInside(Fence open) {
    return open.language() == Language.MARKDOWN
        || (open.marker == '~' && marker == '`')
        || (open.marker == marker && length < open.length);
  }

  /** The fence in {@code text[start, end)}, or null where that line is none. */
  static @Nullable Fence at(String text, int start, int end) {
    int i = start;
    while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    if (i + 3 > end) {
      return null;
    }
    char marker = text.charAt(i);
    if (marker != '`' && marker != '~') {
      return null;
    }
    int run = i;
    while (run < end && text.charAt(run) == marker) {
      run++;
    }
    if (run - i < 3) {
      return null;
    }
    // spec: Info strings for backtick code blocks cannot contain backticks.
    int tick = marker == '`' ? text.indexOf('`', run) : -1;
    if (tick >= 0 && tick < end) {
      return null;
    }
    String info = text.substring(run, end).strip();
    int space = info.indexOf(' ');
    String word = (space < 0 ? info : info.substring(0, space)).toLowerCase(Locale.ROOT);
    return new Fence(marker, run - i, word);
  }
}
