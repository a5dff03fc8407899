package io.github.hldls.workspace;

import io.github.hldls.template.TemplateException;
import io.github.hldls.template.TemplateSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A template in a folder on disk. */
public final class TemplateFolder implements TemplateSource {
  private static final long MAX_BYTES = 4L << 20;
  private static final long MAX_TOTAL = 32L << 20;
  private static final Pattern NAME = Pattern.compile("[\\w-][\\w.-]{0,100}");

  private final Path folder;
  private final Path top;
  private long total;

  /**
   * @param top what its files must be inside of
   */
  public TemplateFolder(Path folder, Path top) {
    this.folder = folder;
    this.top = top;
  }

  @Override
  public Optional<String> find(String name) {
    if (!Files.isDirectory(folder)) {
      throw new TemplateException(folder + ": there is no such folder");
    }
    if (!NAME.matcher(name).matches()) {
      throw new TemplateException("\"" + name + "\" is no name of a file beside template.json");
    }
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    TextFiles.checkInside(file, top);
    TextFiles.Content content = TextFiles.read(file, Math.min(MAX_BYTES, MAX_TOTAL - total));
    if (!content.reason().isEmpty()) {
      throw new TemplateException(file + ": cannot be read: " + content.reason());
    }
    total += content.text().length();
    return Optional.of(content.text());
  }
}
