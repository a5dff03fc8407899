package io.github.hldls.template;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON as bytes that are read in a fraction of the time: each distinct text once, then the values
 * in order. Holds what templates are made of: objects, arrays, texts, whole numbers.
 */
public final class CompactJson {
  private static final int OBJECT = 0;
  private static final int ARRAY = 1;
  private static final int TEXT = 2;
  private static final int NUMBER = 3;

  private final int[] in;
  private int at;
  private final String[] texts;
  private final JsonPrimitive[] values;

  private CompactJson(byte[] bytes) {
    texts = new String[ints(bytes, 0, 1)[0]];
    values = new JsonPrimitive[texts.length];
    int[] lengths = ints(bytes, 4, texts.length);
    int start = 4 + 4 * texts.length;
    for (int i = 0; i < texts.length; i++) {
      texts[i] = new String(bytes, start, lengths[i], StandardCharsets.UTF_8);
      start += lengths[i];
    }
    in = ints(bytes, start, (bytes.length - start) / 4);
  }

  /** Some numbers at once: one by one takes much longer until it is compiled. */
  private static int[] ints(byte[] bytes, int start, int count) {
    int[] ints = new int[count];
    ByteBuffer.wrap(bytes, start, 4 * count).asIntBuffer().get(ints);
    return ints;
  }

  /** The value that {@link #write} wrote. */
  public static JsonElement read(byte[] bytes) {
    return new CompactJson(bytes).value();
  }

  private JsonElement value() {
    int head = in[at++];
    int count = head >>> 2;
    switch (head & 3) {
      case OBJECT -> {
        JsonObject object = new JsonObject();
        for (int i = 0; i < count; i++) {
          String key = texts[in[at++]];
          object.add(key, value());
        }
        return object;
      }
      case ARRAY -> {
        JsonArray array = new JsonArray(count);
        for (int i = 0; i < count; i++) {
          array.add(value());
        }
        return array;
      }
      case TEXT -> {
        JsonPrimitive known = values[count];
        if (known == null) {
          known = new JsonPrimitive(texts[count]);
          values[count] = known;
        }
        return known;
      }
      default -> {
        return new JsonPrimitive(count);
      }
    }
  }

  /**
   * The bytes of a value.
   *
   * @throws IllegalArgumentException if it holds what no template holds
   */
  public static byte[] write(JsonElement value) {
    Map<String, Integer> texts = new LinkedHashMap<>();
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(values);
        DataOutputStream file = new DataOutputStream(all)) {
      write(value, texts, out);
      file.writeInt(texts.size());
      for (String text : texts.keySet()) {
        file.writeInt(text.getBytes(StandardCharsets.UTF_8).length);
      }
      for (String text : texts.keySet()) {
        file.write(text.getBytes(StandardCharsets.UTF_8));
      }
      file.write(values.toByteArray());
      return all.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written", e);
    }
  }

  private static void write(JsonElement value, Map<String, Integer> texts, DataOutputStream out)
      throws IOException {
    if (value.isJsonObject()) {
      JsonObject object = value.getAsJsonObject();
      out.writeInt(object.size() << 2 | OBJECT);
      for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
        out.writeInt(number(entry.getKey(), texts));
        write(entry.getValue(), texts, out);
      }
    } else if (value.isJsonArray()) {
      JsonArray array = value.getAsJsonArray();
      out.writeInt(array.size() << 2 | ARRAY);
      for (JsonElement element : array) {
        write(element, texts, out);
      }
    } else if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) {
      out.writeInt(number(value.getAsString(), texts) << 2 | TEXT);
    } else if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
      out.writeInt(value.getAsInt() << 2 | NUMBER);
    } else {
      throw new IllegalArgumentException("not for templates: " + value);
    }
  }

  private static int number(String text, Map<String, Integer> texts) {
    return texts.computeIfAbsent(text, t -> texts.size());
  }
}
