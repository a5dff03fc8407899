package io.github.hldls.template;

import com.google.gson.JsonElement;
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

  /** What a file of JSON holds, if it has been read before and was found in order. */
  default Optional<JsonElement> json(String name) {
    return Optional.empty();
  }

  /** Whether all expressions are known to be well formed, so that they are read when needed. */
  default boolean isProven() {
    return false;
  }

  /** The template that comes with the program. */
  static TemplateSource builtIn() {
    return BuiltInSource.INSTANCE;
  }
}
