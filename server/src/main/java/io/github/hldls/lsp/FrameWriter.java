package io.github.hldls.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Writes messages as frames of the base protocol, each as a whole. */
final class FrameWriter {
  private final OutputStream out;
  private volatile boolean broken;

  FrameWriter(OutputStream out) {
    this.out = out;
  }

  /** Whether the other side is gone. */
  boolean isBroken() {
    return broken;
  }

  void write(JsonElement message) {
    byte[] body = text(message).getBytes(StandardCharsets.UTF_8);
    byte[] header =
        ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    // Both at once: whoever waits for them is woken once.
    byte[] frame = Arrays.copyOf(header, header.length + body.length);
    System.arraycopy(body, 0, frame, header.length, body.length);
    synchronized (out) {
      try {
        out.write(frame);
        out.flush();
      } catch (IOException e) {
        broken = true;
      }
    }
  }

  private static String text(JsonElement message) {
    StringWriter text = new StringWriter(1024);
    try (JsonWriter json = new JsonWriter(text)) {
      // A result of null must be written; elsewhere absent members are not in the tree at all.
      json.setSerializeNulls(true);
      json.setHtmlSafe(false);
      write(message, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** As Gson does, but without all that Gson sets up for types of any kind. */
  private static void write(JsonElement value, JsonWriter json) throws IOException {
    if (value instanceof JsonObject object) {
      json.beginObject();
      for (Map.Entry<String, JsonElement> member : object.entrySet()) {
        json.name(member.getKey());
        write(member.getValue(), json);
      }
      json.endObject();
    } else if (value instanceof JsonArray array) {
      json.beginArray();
      for (JsonElement element : array) {
        write(element, json);
      }
      json.endArray();
    } else if (value instanceof JsonPrimitive primitive) {
      if (primitive.isString()) {
        json.value(primitive.getAsString());
      } else if (primitive.isBoolean()) {
        json.value(primitive.getAsBoolean());
      } else {
        json.value(primitive.getAsNumber());
      }
    } else {
      json.nullValue();
    }
  }
}
