package io.github.hldls.lsp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Reads the frames of the base protocol: header lines, a blank line, and a body of as many bytes as
 * the header says. What is no frame is skipped up to the next header.
 */
final class FrameReader {
  private static final String LENGTH = "content-length:";
  private static final int MAX_LINE = 4096;

  /** A header that says more is rubbish: to wait for such a body would be to wait for ever. */
  private static final int MAX_BODY = 256 << 20;

  private final InputStream in;
  private final int most;
  private final IntConsumer skipped;

  /** Bytes that were taken back, and how many of them have been read again. */
  private byte[] again = {};

  private int next;

  /**
   * @param most how many bytes a body may have
   * @param skipped told of the length of each body that has more, which is thrown away
   */
  FrameReader(InputStream in, int most, IntConsumer skipped) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.most = most;
    this.skipped = skipped;
  }

  /** The body of the next frame; empty at the end of the stream. */
  Optional<byte[]> next() throws IOException {
    int length = -1;
    while (true) {
      Optional<String> line = line();
      if (line.isEmpty()) {
        return Optional.empty();
      }
      if (line.get().isEmpty() && length > most) {
        skip(length);
        skipped.accept(length);
        length = -1;
      } else if (line.get().isEmpty() && length >= 0) {
        byte[] body = body(length);
        return body.length < length ? Optional.empty() : Optional.of(body);
      } else {
        int found = length(line.get());
        length = found >= 0 ? found : line.get().isEmpty() ? -1 : length;
      }
    }
  }

  /**
   * Takes back a body that turned out not to be one message. A frame whose length was too large has
   * swallowed the beginning of the next one, which is read again.
   */
  void retry(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int header = text.indexOf(LENGTH);
    for (int i = Math.max(0, body.length - LENGTH.length()); header < 0; i++) {
      header = LENGTH.startsWith(text.substring(i)) ? i : -1;
    }
    int taken = body.length - header;
    if (next >= taken && next < again.length) {
      next -= taken;
    } else {
      again = Arrays.copyOfRange(body, header, body.length);
      next = 0;
    }
  }

  private int read() throws IOException {
    return next < again.length ? again[next++] & 0xFF : in.read();
  }

  private byte[] body(int length) throws IOException {
    if (next == again.length) {
      return in.readNBytes(length);
    }
    int known = Math.min(length, again.length - next);
    byte[] body = Arrays.copyOfRange(again, next, next + length);
    next += known;
    int got = in.readNBytes(body, known, length - known);
    return Arrays.copyOf(body, known + got);
  }

  private void skip(int length) throws IOException {
    int left = length;
    while (left > 0 && read() >= 0) {
      left--;
    }
  }

  /** A header line without its ending; the last part of one that is too long. */
  private Optional<String> line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
    for (int b = read(); b >= 0; b = read()) {
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
    int name = line.toLowerCase(Locale.ROOT).lastIndexOf(LENGTH);
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
