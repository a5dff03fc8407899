package io.github.hldls.cli;

import io.github.hldls.config.Config;
import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Template;
import io.github.hldls.text.SourceText;
import io.github.hldls.workspace.Configs;
import io.github.hldls.workspace.PackFolder;
import io.github.hldls.workspace.PackReader;
import io.github.hldls.workspace.TextFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A pack that is still to be read.
 *
 * @param home what it is known by: its folder, or its file if each file is a pack of its own
 * @param folder where its files are
 * @param config what holds for it
 */
record PackSource(Path home, Path folder, Config config, Supplier<Pack> reader) {

  Pack read() {
    return reader.get();
  }

  static PackSource of(PackFolder found, Consumer<String> warnings) {
    return new PackSource(
        absolute(found.home()),
        absolute(found.folder()),
        found.config(),
        () -> PackReader.read(found, warnings));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** One file of a pack from a stream; its siblings are taken to be elsewhere, not missing. */
  static PackSource ofStream(InputStream in, String name, Configs configs) throws IOException {
    Path path = absolute(Path.of(name));
    Path folder = path.resolveSibling("").normalize();
    Config config = configs.of(folder);
    Template template = config.edition().template();
    FileRole role =
        template
            .role(String.valueOf(path.getFileName()))
            .orElseThrow(() -> unknown(name, template));
    TextFiles.Content content = TextFiles.decode(in.readAllBytes());
    if (!content.reason().isEmpty()) {
      throw new UsageException(name + ": cannot be read: " + content.reason());
    }
    PackFile file = new PackFile(role, name, MarkdownParser.parse(new SourceText(content.text())));
    Path home = template.isPerFile() ? path : folder;
    return new PackSource(
        home, folder, config, () -> new Pack("stdin", ".", List.of(file), Map.of(), false));
  }

  private static UsageException unknown(String name, Template template) {
    String names = template.files().stream().map(FileRole::name).collect(Collectors.joining(", "));
    return new UsageException(
        "--stdin-filename must name the file that standard input is ("
            + names
            + (name.isEmpty() ? ")" : "), not " + name));
  }
}
