package io.github.hldls.editor;

import io.github.hldls.check.Suppression;
import io.github.hldls.check.Suppression.Kind;
import io.github.hldls.markdown.Block;
import io.github.hldls.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Comments that silence findings, put where the checker obeys them and the text stays as it is. */
final class Suppressions {
  private Suppressions() {}

  /** Whether a finding stands at a place that a comment can stand before. */
  static boolean hasLine(FileView file, TextRange finding) {
    boolean isWholeFile = finding.isEmpty() && finding.start() == 0;
    // A comment beside a stray fence would change which fences make pairs.
    boolean isFence =
        file.facts().file().markdown().fenceProblems().stream()
            .anyMatch(problem -> problem.range().contains(finding.start()));
    return !isWholeFile && !isFence && finding.start() >= top(file);
  }

  /** The arguments are a rule and the offset of its finding. */
  static List<FileChange> forLine(FileView file, List<String> arguments) {
    return rule(file, arguments)
        .map(finding -> change(file, Kind.NEXT_LINE, arguments.get(0), above(file, finding)))
        .orElse(List.of());
  }

  /** The arguments are a rule and the offset of its finding. */
  static List<FileChange> forFile(FileView file, List<String> arguments) {
    return rule(file, arguments)
        .map(finding -> change(file, Kind.FILE, arguments.get(0), top(file)))
        .orElse(List.of());
  }

  /** The place of the finding, if it is still there. */
  private static Optional<Integer> rule(FileView file, List<String> arguments) {
    return file.findings().stream()
        .filter(f -> arguments.equals(List.of(f.rule(), String.valueOf(f.range().start()))))
        .map(f -> f.range().start())
        .findFirst();
  }

  private static List<FileChange> change(FileView file, Kind kind, String rule, int offset) {
    String before = offset == file.text().length() && !endsLine(file, offset) ? "\n" : "";
    String text = before + Suppression.text(kind, rule) + "\n";
    return Changes.inFile(file, List.of(MarkedEdit.insert(offset, text)));
  }

  private static boolean endsLine(FileView file, int offset) {
    return offset == 0 || file.text().charAt(offset - 1) == '\n';
  }

  /** The start of the line, or of the paragraph, list, table or code that it is a part of. */
  private static int above(FileView file, int offset) {
    int start =
        file.facts().file().markdown().blocks().stream()
            .filter(block -> !(block instanceof Block.FrontMatter))
            .map(Block::range)
            .filter(range -> range.start() <= offset && offset <= range.end())
            .mapToInt(TextRange::start)
            .findFirst()
            .orElse(offset);
    return Math.max(top(file), file.source().lineStart(file.source().lineOf(start)));
  }

  /** Where the text begins: after a byte order mark, or the line after the front matter. */
  private static int top(FileView file) {
    int start = file.text().startsWith("\uFEFF") ? 1 : 0;
    return file.facts().file().markdown().blocks(Block.FrontMatter.class).stream()
        .mapToInt(block -> file.source().lineStart(file.source().lineOf(block.range().end()) + 1))
        .findFirst()
        .orElse(start);
  }
}
