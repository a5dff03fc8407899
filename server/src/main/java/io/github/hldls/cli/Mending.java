package io.github.hldls.cli;

import io.github.hldls.check.PackChecker;
import io.github.hldls.editor.Catalogue;
import io.github.hldls.editor.FileChange;
import io.github.hldls.editor.MarkedEdit;
import io.github.hldls.editor.Repairs;
import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Template;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextEdit;
import io.github.hldls.workspace.TextFiles;
import io.github.hldls.workspace.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Mends packs on disk, or says what that would change. */
final class Mending {
  /** One mending may make room for another one. */
  private static final int MOST_PASSES = 10;

  private final Checkers checkers;
  private final boolean unsafe;
  private final boolean writes;
  private final Console console;

  /**
   * @param unsafe whether headings are put in for what is missing
   * @param writes whether files are changed
   */
  Mending(Checkers checkers, boolean unsafe, boolean writes, Console console) {
    this.checkers = checkers;
    this.unsafe = unsafe;
    this.writes = writes;
    this.console = console;
  }

  /**
   * A pack as it stands on disk afterwards.
   *
   * @param diff what would be changed; empty if files are written
   * @param failed whether a file could not be written
   */
  record Mended(Pack pack, String diff, boolean failed) {
    static Mended nothing(Pack pack) {
      return new Mended(pack, "", false);
    }
  }

  Mended mend(PackSource source, Pack pack) {
    PackChecker checker = checkers.of(source);
    Catalogue catalogue =
        new Catalogue(source.template(), source.config().edition().examples(), checker);
    Pack mended = mended(pack, source, now -> Repairs.safe(catalogue, checker.check(now)));
    if (unsafe) {
      // A step that now has a heading may make others ask for more.
      mended = mended(mended, source, now -> Repairs.skeletons(catalogue, checker.check(now)));
    }
    return writes ? written(source, pack, mended) : told(source, pack, mended);
  }

  /** A pack after changes until there are no more. */
  private static Pack mended(
      Pack pack, PackSource source, Function<Pack, List<FileChange>> changes) {
    Pack mended = pack;
    for (int i = 0; i < MOST_PASSES; i++) {
      List<FileChange> next = changes.apply(mended);
      if (next.isEmpty()) {
        break;
      }
      mended = changed(mended, next, source.template());
    }
    return mended;
  }

  private static Pack changed(Pack pack, List<FileChange> changes, Template template) {
    List<PackFile> files = new ArrayList<>(pack.files());
    for (FileChange change : changes) {
      String name = change.path().substring(change.path().lastIndexOf('/') + 1);
      FileRole role = template.role(name).orElseThrow();
      Optional<PackFile> old =
          change.isNew()
              ? Optional.empty()
              : files.stream().filter(file -> file.path().equals(change.path())).findFirst();
      String text = text(old.map(file -> file.markdown().source().text()).orElse(""), change);
      String shown = pack.path().equals(".") ? name : pack.path() + "/" + name;
      PackFile file =
          new PackFile(
              old.map(PackFile::role).orElse(role),
              old.map(PackFile::path).orElse(shown),
              MarkdownParser.parse(new SourceText(text)));
      old.ifPresentOrElse(o -> files.set(files.indexOf(o), file), () -> files.add(file));
    }
    files.sort(Comparator.comparingInt(file -> template.files().indexOf(file.role())));
    return new Pack(pack.name(), pack.path(), files, pack.unreadable(), pack.whole());
  }

  /** What comes in ends its lines as the file does. */
  private static String text(String before, FileChange change) {
    boolean crlf = before.contains("\r\n");
    List<TextEdit> edits = new ArrayList<>();
    for (MarkedEdit edit : change.edits()) {
      TextEdit plain = edit.plain();
      String text = plain.newText().replace("\r\n", "\n");
      edits.add(new TextEdit(plain.range(), crlf ? text.replace("\n", "\r\n") : text));
    }
    return TextEdit.apply(before, edits);
  }

  /** A file before and after. */
  private record Change(Path file, String shown, Optional<String> before, String after) {}

  private static List<Change> changes(PackSource source, Pack before, Pack after) {
    List<Change> changes = new ArrayList<>();
    for (PackFile file : after.files()) {
      Optional<String> old = before.file(file.role()).map(f -> f.markdown().source().text());
      String text = file.markdown().source().text();
      if (old.isEmpty() || !old.get().equals(text)) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        Path path = source.files().getOrDefault(file.role().id(), source.folder().resolve(name));
        String near = source.near().isEmpty() ? name : source.near() + "/" + name;
        boolean alone = source.template().isPerFile();
        changes.add(new Change(path, alone ? source.near() : near, old, text));
      }
    }
    return changes;
  }

  private Mended written(PackSource source, Pack before, Pack after) {
    boolean failed = false;
    List<Change> changes = changes(source, before, after);
    for (Change change : changes) {
      String reason = write(change);
      failed |= !reason.isEmpty();
      console.warn(
          change.shown()
              + (reason.isEmpty()
                  ? change.before().isPresent() ? ": fixed" : ": made"
                  : ": left alone: " + reason));
    }
    return new Mended(failed ? source.read(warning -> {}) : after, "", failed);
  }

  /** Writes a file, unless it is not what was read; why not, or empty. */
  private static String write(Change change) {
    Path file = change.file();
    try {
      if (change.before().isEmpty()) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
          return "it is there already";
        }
      } else if (Files.isSymbolicLink(file)) {
        return "it is a link";
      } else if (!isStill(file, change.before().get())) {
        return "it is not UTF-8, or has changed meanwhile";
      } else if (!Files.isWritable(file)) {
        return "permission denied";
      }
      WholeFile.replace(file, change.after().getBytes(StandardCharsets.UTF_8));
      return "";
    } catch (IOException e) {
      return WholeFile.reason(e);
    }
  }

  private static boolean isStill(Path file, String text) {
    TextFiles.Content now = TextFiles.read(file);
    return now.reason().isEmpty() && now.warnings().isEmpty() && now.text().equals(text);
  }

  private Mended told(PackSource source, Pack before, Pack after) {
    StringBuilder diff = new StringBuilder();
    for (Change change : changes(source, before, after)) {
      diff.append(
          Differences.of(change.shown(), change.before(), change.after(), console.isTerminal()));
    }
    return new Mended(before, diff.toString(), false);
  }
}
