package io.github.hldls.lsp;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the frames of the base protocol: header lines, a blank line, and a body of as many bytes as
 * the header says. What is no frame is skipped up to the next header.
 */
final class FrameReader {
  private static final String LENGTH = "content-length:";
  private static final int MAX_BODY = 256 << 20;
  private static final int MAX_LINE = 4096;

  private InputStream in;

  FrameReader(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** The body of the next frame; empty at the end of the stream. */
  Optional<byte[]> next() throws IOException {
    int length = -1;
    while (true) {
      Optional<String> line = line();
      if (line.isEmpty()) {
        return Optional.empty();
      }
      if (line.get().isEmpty() && length >= 0) {
        byte[] body = in.readNBytes(length);
        return body.length < length ? Optional.empty() : Optional.of(body);
      }
      int found = length(line.get());
      length = found >= 0 ? found : line.get().isEmpty() ? -1 : length;
    }
  }

  /**
   * Takes back a body that turned out not to be one message. A frame whose length was too large has
   * swallowed the beginning of the next one, which is read again.
   */
  void retry(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT);
    int header = text.indexOf(LENGTH);
    if (header > 0) {
      in =
          new SequenceInputStream(new ByteArrayInputStream(body, header, body.length - header), in);
    }
  }

  /** A header line without its ending; the last part of one that is too long. */
  private Optional<String> line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return Optional.of(bytes.toString(StandardCharsets.ISO_8859_1).strip());
      }
      if (bytes.size() >= MAX_LINE) {
        byte[] all = bytes.toByteArray();
        bytes.reset();
        bytes.write(all, all.length / 2, all.length - all.length / 2);
      }
      bytes.write(b);
    }
    return Optional.empty();
  }

  /** The length that a header line gives, or -1. Rubbish before the name does no harm. */
  private static int length(String line) {
    int name = line.toLowerCase(java.util.Locale.ROOT).lastIndexOf(LENGTH);
    if (name < 0) {
      return -1;
    }
    try {
      int length = Integer.parseInt(line.substring(name + LENGTH.length()).strip());
      return length <= MAX_BODY ? length : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
