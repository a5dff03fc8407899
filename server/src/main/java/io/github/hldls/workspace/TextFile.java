package io.github.hldls.workspace;

import io.github.hldls.markdown.MarkdownFile;
import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.FileRole;
import io.github.hldls.text.SourceText;
import java.nio.file.Path;
import java.util.Optional;
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

  /** An earlier state of the text, until this one is parsed. */
  private @Nullable MarkdownFile before;

  /** What somebody made of this text, or of the earlier state. */
  private @Nullable Object note;

  private boolean isOfEarlier;

  public TextFile(Path path, FileRole role, SourceText source) {
    this.path = path;
    this.role = role;
    this.source = source;
  }

  /** The same file with another text; what it shares with this one is not parsed again. */
  synchronized TextFile with(SourceText newer) {
    TextFile edited = new TextFile(path, role, newer);
    edited.before = parsed == null ? before : parsed.markdown();
    edited.note = note;
    edited.isOfEarlier = true;
    return edited;
  }

  /** Another state of the same file if that says the same, else this one. */
  TextFile or(TextFile other) {
    boolean same =
        path.equals(other.path)
            && role.equals(other.role)
            && source.text().equals(other.source.text());
    return same ? other : this;
  }

  /** What somebody made of this text: kept here, it goes when the text does. */
  public synchronized <T> Optional<T> note(Class<T> kind) {
    return isOfEarlier ? Optional.empty() : noted(kind);
  }

  /** What somebody made of an earlier state of the text, as long as nothing is noted of this. */
  public synchronized <T> Optional<T> earlierNote(Class<T> kind) {
    return isOfEarlier ? noted(kind) : Optional.empty();
  }

  private <T> Optional<T> noted(Class<T> kind) {
    return kind.isInstance(note) ? Optional.of(kind.cast(note)) : Optional.empty();
  }

  public synchronized void setNote(Object made) {
    note = made;
    isOfEarlier = false;
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
      MarkdownFile markdown =
          before == null ? MarkdownParser.parse(source) : MarkdownParser.parse(source, before);
      file = new PackFile(role, name(path), markdown);
      parsed = file;
      before = null;
    }
    return file;
  }

  /** Forgets the parse and the note, which can be had again. */
  synchronized void release() {
    parsed = null;
    before = null;
    note = null;
  }

  /** How findings name a file: its whole path with {@code /}. */
  public static String name(Path path) {
    return path.toString().replace('\\', '/');
  }
}
