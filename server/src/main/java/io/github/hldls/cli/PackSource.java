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
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A pack that is still to be read.
 *
 * @param path how it is shown
 * @param home what it is known by: its folder, or its file if each file is a pack of its own
 * @param folder where its files are
 * @param near its home from the folder at hand, with {@code /}; empty for that folder itself
 * @param config what holds for it
 * @param files where those of its files are that are there, by role id; none for a stream
 * @param reader reads it, and tells of what is odd about its files
 */
record PackSource(
    String path,
    Path home,
    Path folder,
    String near,
    Config config,
    Map<String, Path> files,
    Function<Consumer<String>, Pack> reader) {

  PackSource {
    files = Map.copyOf(files);
  }

  Pack read(Consumer<String> warnings) {
    return reader.apply(warnings);
  }

  Template template() {
    return config.edition().template();
  }

  /** Whether a file is one of the pack's, or would be if it were there. */
  boolean has(Path file) {
    boolean beside = folder.equals(file.getParent());
    boolean isPart = template().role(String.valueOf(file.getFileName())).isPresent();
    return file.equals(home) || (!template().isPerFile() && beside && isPart);
  }

  static PackSource of(PackFolder found) {
    Path home = absolute(found.home());
    return new PackSource(
        found.path(),
        home,
        absolute(found.folder()),
        near(home),
        found.config(),
        found.files(),
        warnings -> PackReader.read(found, warnings));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static String near(Path home) {
    Path here = absolute(Path.of(""));
    boolean isNear = home.getRoot() != null && home.getRoot().equals(here.getRoot());
    return (isNear ? here.relativize(home) : home).toString().replace('\\', '/');
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
    Pack pack = new Pack("stdin", ".", List.of(file), Map.of(), false);
    return new PackSource(".", home, folder, "", config, Map.of(), warnings -> pack);
  }

  private static UsageException unknown(String name, Template template) {
    String names = template.files().stream().map(FileRole::name).collect(Collectors.joining(", "));
    return new UsageException(
        "--stdin-filename must name the file that standard input is ("
            + names
            + (name.isEmpty() ? ")" : "), not " + name));
  }
}
