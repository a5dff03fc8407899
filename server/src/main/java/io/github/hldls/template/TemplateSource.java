package io.github.hldls.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where the files of a template come from. */
@FunctionalInterface
public interface TemplateSource {

  /** The text of a file, or empty if there is none of this name. */
  Optional<String> find(String name);

  /**
   * The text of a file.
   *
   * @throws TemplateException if there is none
   */
  default String read(String name) {
    return find(name)
        .orElseThrow(() -> new TemplateException(name + ": there is no such file in the template"));
  }

  /** The template that comes with the program. */
  static TemplateSource builtIn() {
    return name -> {
      String path = "/templates/hld/" + name;
      try (InputStream in = TemplateSource.class.getResourceAsStream(path)) {
        return in == null
            ? Optional.empty()
            : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new TemplateException(name + ": cannot be read: " + e.getMessage(), e);
      }
    };
  }
}
