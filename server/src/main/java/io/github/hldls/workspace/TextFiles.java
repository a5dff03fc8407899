package io.github.hldls.workspace;

import io.github.hldls.template.TemplateException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads text files of any kind without ever failing. */
public final class TextFiles {
  /** A larger file is no design document, and what is found out about it would not fit the heap. */
  public static final long MAX_BYTES = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 40);

  private static final int BINARY_PROBE = 8192;

  private TextFiles() {}

  /**
   * What came of reading a file.
   *
   * @param text its text; empty if there is a reason
   * @param reason why it cannot be read as text; empty if it can
   * @param warnings what is odd about it all the same
   */
  public record Content(String text, String reason, List<String> warnings) {
    public Content {
      warnings = List.copyOf(warnings);
    }

    static Content unreadable(String reason) {
      return new Content("", reason, List.of());
    }
  }

  public static Content read(Path file) {
    return read(file, MAX_BYTES);
  }

  /** Reads a file unless it has more bytes than it may. */
  static Content read(Path file, long most) {
    try {
      long size = Files.size(file);
      return size > most
          ? Content.unreadable("it has " + (size >> 20) + " MB, more than " + (most >> 20))
          : decode(Files.readAllBytes(file));
    } catch (IOException | SecurityException e) {
      return Content.unreadable(reason(e));
    }
  }

  /**
   * Sees to it that a file is where it seems to be, whatever links lead to it.
   *
   * @throws TemplateException if it is not inside of a folder
   */
  static void checkInside(Path file, Path folder) {
    try {
      if (Files.exists(file) && !file.toRealPath().startsWith(folder.toRealPath())) {
        throw new TemplateException(file + " is outside of " + folder);
      }
    } catch (IOException e) {
      throw new TemplateException(file + ": cannot be read: " + reason(e), e);
    }
  }

  private static String reason(Exception e) {
    return e instanceof java.nio.file.AccessDeniedException
        ? "permission denied"
        : e instanceof java.nio.file.NoSuchFileException
            ? "there is no such file"
            : String.valueOf(e.getMessage());
  }

  /** Whether bytes begin with the mark of UTF-16, in either order. */
  private static boolean isUtf16(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    return mark == 0xfeff || mark == 0xfffe;
  }

  /** The text of bytes that should be UTF-8. */
  public static Content decode(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, BINARY_PROBE); i++) {
      if (bytes[i] == 0) {
        return Content.unreadable(
            isUtf16(bytes) ? "it is UTF-16, not UTF-8" : "it is binary, not text");
      }
    }
    String plain = new String(bytes, StandardCharsets.UTF_8);
    // What is not UTF-8 is read as this; the decoder tells where that is, but takes longer.
    if (plain.indexOf('\uFFFD') < 0) {
      return new Content(plain, "", List.of());
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      CharBuffer text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(buffer);
      return new Content(text.toString(), "", List.of());
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < buffer.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      return new Content(
          plain, "", List.of("line " + line + " is not UTF-8; its odd bytes are read as U+FFFD"));
    }
  }
}
