package io.github.hldls.workspace;

import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Template;
import io.github.hldls.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the files of a pack from disk. */
public final class PackReader {
  private PackReader() {}

  /**
   * Reads a pack; a file that cannot be read is among its unreadable ones.
   *
   * @param warnings told of what is odd about a file
   */
  public static Pack read(PackFolder folder, Consumer<String> warnings) {
    Template template = folder.config().edition().template();
    List<PackFile> files = new ArrayList<>();
    Map<String, String> unreadable = new HashMap<>();
    for (FileRole role : template.files()) {
      Path file = folder.files().get(role.id());
      if (file == null) {
        continue;
      }
      TextFiles.Content content = TextFiles.read(file);
      String path =
          file.equals(folder.home())
              ? folder.path()
              : path(folder.path(), String.valueOf(file.getFileName()));
      content.warnings().forEach(warning -> warnings.accept(path + ": " + warning));
      if (content.reason().isEmpty()) {
        files.add(new PackFile(role, path, MarkdownParser.parse(new SourceText(content.text()))));
      } else {
        unreadable.put(role.id(), content.reason());
        warnings.accept(path + ": cannot be read: " + content.reason());
      }
    }
    return new Pack(folder.name(), folder.path(), files, unreadable, true);
  }

  private static String path(String folder, String name) {
    return folder.equals(".") ? name : folder + "/" + name;
  }
}
