package io.github.hldls.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Writes JSON in which what a terminal would obey, or an editor would hide, is an escape. In JSON
 * such characters stand in texts alone, so the escape means the same.
 */
public final class JsonSafe extends FilterWriter {
  public JsonSafe(Writer out) {
    super(out);
  }

  private static boolean isPlain(int c) {
    return c < 0x7f || (c > 0x9f && Character.getType(c) != Character.FORMAT);
  }

  @Override
  public void write(int c) throws IOException {
    if (isPlain(c)) {
      out.write(c);
    } else {
      out.write(String.format(Locale.ROOT, "\\u%04x", c));
    }
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    int done = offset;
    for (int i = offset; i < offset + length; i++) {
      if (!isPlain(text.charAt(i))) {
        out.write(text, done, i - done);
        write(text.charAt(i));
        done = i + 1;
      }
    }
    out.write(text, done, offset + length - done);
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    write(new String(text, offset, length), 0, length);
  }
}
