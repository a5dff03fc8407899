package io.github.hldls.template;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Where the files of a template come from. */
@FunctionalInterface
public interface TemplateSource {

  /**
   * The text of a file.
   *
   * @throws TemplateException if there is none
   */
  String read(String name);

  /**
   * What a file of JSON holds.
   *
   * @throws TemplateException if there is no such file, or it is no JSON
   */
  default JsonElement json(String name) {
    try {
      return JsonParser.parseString(read(name));
    } catch (JsonParseException e) {
      throw new TemplateException(name + ": no JSON: " + e.getMessage(), e);
    }
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
