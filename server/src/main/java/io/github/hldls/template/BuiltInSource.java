package io.github.hldls.template;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

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
        name -> {
          Optional<String> text = INSTANCE.find(name);
          if (name.endsWith(".json")) {
            text.ifPresent(json -> files.add(name, JsonParser.parseString(json)));
          }
          return text;
        };
    TemplateLoader.load(recording);
    recording.read(TemplateLoader.OWN_FINDINGS + ".json");
    return CompactJson.write(files);
  }

  @Override
  public Optional<String> find(String name) {
    byte[] bytes = bytes(name);
    return bytes.length == 0
        ? Optional.empty()
        : Optional.of(new String(bytes, StandardCharsets.UTF_8));
  }

  @Override
  public Optional<JsonElement> json(String name) {
    return Optional.ofNullable(prepared.get(name));
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
