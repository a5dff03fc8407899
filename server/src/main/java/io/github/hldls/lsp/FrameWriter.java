package io.github.hldls.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.stream.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes messages as frames of the base protocol, each as a whole. */
final class FrameWriter {
  private final OutputStream out;
  private final Gson gson;
  private volatile boolean broken;

  FrameWriter(OutputStream out, Gson gson) {
    this.out = out;
    this.gson = gson;
  }

  /** Whether the other side is gone. */
  boolean isBroken() {
    return broken;
  }

  void write(JsonElement message) {
    byte[] body = bytes(message);
    byte[] header =
        ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    synchronized (out) {
      try {
        out.write(header);
        out.write(body);
        out.flush();
      } catch (IOException e) {
        broken = true;
      }
    }
  }

  private byte[] bytes(JsonElement message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonWriter json = new JsonWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      // A result of null must be written; elsewhere absent members are not in the tree at all.
      json.setSerializeNulls(true);
      json.setHtmlSafe(false);
      gson.getAdapter(JsonElement.class).write(json, message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
