package io.github.hldls.cli;

import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Template;
import io.github.hldls.text.SourceText;
import io.github.hldls.workspace.PackFolder;
import io.github.hldls.workspace.PackReader;
import io.github.hldls.workspace.TextFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A pack that is still to be read. */
@FunctionalInterface
interface PackSource {
  Pack read();

  static PackSource of(PackFolder folder, Template template, Consumer<String> warnings) {
    return () -> PackReader.read(folder, template, warnings);
  }

  /** One file of a pack from a stream; its siblings are taken to be elsewhere, not missing. */
  static PackSource ofStream(InputStream in, String name, Template template) throws IOException {
    Path fileName = Path.of(name).getFileName();
    String lower = fileName == null ? "" : fileName.toString().toLowerCase(Locale.ROOT);
    FileRole role =
        template.files().stream()
            .filter(file -> file.name().toLowerCase(Locale.ROOT).equals(lower))
            .findFirst()
            .orElseThrow(() -> unknown(name, template));
    TextFiles.Content content = TextFiles.decode(in.readAllBytes());
    if (!content.reason().isEmpty()) {
      throw new UsageException(name + ": cannot be read: " + content.reason());
    }
    PackFile file = new PackFile(role, name, MarkdownParser.parse(new SourceText(content.text())));
    return () -> new Pack("stdin", ".", List.of(file), Map.of(), false);
  }

  private static UsageException unknown(String name, Template template) {
    String names = template.files().stream().map(FileRole::name).collect(Collectors.joining(", "));
    return new UsageException(
        "--stdin-filename must name the file that standard input is ("
            + names
            + (name.isEmpty() ? ")" : "), not " + name));
  }
}
