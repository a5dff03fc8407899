package io.github.hldls.workspace;

import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.FileRole;
import io.github.hldls.text.SourceText;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The text of one of a pack's files at one moment, from disk or from an editor. It is parsed when
 * it is first asked for, and kept parsed until that is {@linkplain PackView#release given up}.
 */
public final class TextFile {
  private final Path path;
  private final FileRole role;
  private final SourceText source;
  private @Nullable PackFile parsed;

  public TextFile(Path path, FileRole role, SourceText source) {
    this.path = path;
    this.role = role;
    this.source = source;
  }

  public Path path() {
    return path;
  }

  public FileRole role() {
    return role;
  }

  public SourceText source() {
    return source;
  }

  /** The same text as a part of its pack. */
  public synchronized PackFile file() {
    PackFile file = parsed;
    if (file == null) {
      file = new PackFile(role, name(path), MarkdownParser.parse(source));
      parsed = file;
    }
    return file;
  }

  /** Forgets the parse, which can be had again. */
  synchronized void release() {
    parsed = null;
  }

  /** How findings name a file: its whole path with {@code /}. */
  public static String name(Path path) {
    return path.toString().replace('\\', '/');
  }
}
