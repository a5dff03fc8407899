package io.github.hldls.template;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The template that comes with the program. The build proves its JSON and writes it down again in a
 * form that is read faster; without that form it is read as it was written.
 */
public final class BuiltInSource implements TemplateSource {
  /** The name of the prepared form. */
  public static final String PREPARED = "prepared.bin";

  static final BuiltInSource INSTANCE = new BuiltInSource();

  /** The files' contents by name; empty if they were not prepared. */
  private final JsonObject prepared;

  private BuiltInSource() {
    byte[] bytes = bytes(PREPARED);
    prepared = bytes.length == 0 ? new JsonObject() : CompactJson.read(bytes).getAsJsonObject();
  }

  /**
   * The prepared form of the built-in template.
   *
   * @throws TemplateException if the template cannot be used
   */
  public static byte[] prepare() {
    JsonObject files = new JsonObject();
    TemplateSource recording =
        new TemplateSource() {
          @Override
          public String read(String name) {
            return INSTANCE.read(name);
          }

          @Override
          public JsonElement json(String name) {
            JsonElement json = TemplateSource.super.json(name);
            files.add(name, json);
            return json;
          }
        };
    TemplateLoader.load(recording);
    recording.json(TemplateLoader.OWN_FINDINGS + ".json");
    return CompactJson.write(files);
  }

  @Override
  public String read(String name) {
    byte[] bytes = bytes(name);
    if (bytes.length == 0) {
      throw new TemplateException(name + ": there is no such file in the template");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public JsonElement json(String name) {
    JsonElement known = prepared.get(name);
    return known == null ? TemplateSource.super.json(name) : known;
  }

  @Override
  public boolean isProven() {
    return prepared.size() > 0;
  }

  /** A file's bytes; none if there is no such file. */
  private static byte[] bytes(String name) {
    try (InputStream in = BuiltInSource.class.getResourceAsStream("/templates/hld/" + name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException e) {
      throw new TemplateException(name + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
