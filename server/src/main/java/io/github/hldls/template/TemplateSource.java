package io.github.hldls.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Where the files of a template come from. */
public interface TemplateSource {

  /**
   * The text of a file.
   *
   * @throws TemplateException if there is none
   */
  String read(String name);

  /** The template that comes with the program. */
  static TemplateSource builtIn() {
    return name -> {
      String path = "/templates/hld/" + name;
      try (InputStream in = TemplateSource.class.getResourceAsStream(path)) {
        if (in == null) {
          throw new TemplateException(name + ": there is no such file in the template");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new TemplateException(name + ": cannot be read: " + e.getMessage(), e);
      }
    };
  }
}
