package io.github.hldls.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, which knows what went wrong with it: whoever writes through a {@code
 * PrintWriter} learns no more than that something did.
 */
final class StandardOutput extends OutputStream {
  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private @Nullable IOException failure;

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /** Whether something could not be written. */
  synchronized boolean hasFailed() {
    return failure != null;
  }

  /** Why; empty if nothing failed, or the reader has had enough, as {@code head} soon has. */
  synchronized String reason() {
    String reason = failure == null ? "" : String.valueOf(failure.getMessage());
    return reason.toLowerCase(Locale.ROOT).contains("pipe") ? "" : reason;
  }
}
