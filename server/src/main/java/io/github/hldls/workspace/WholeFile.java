package io.github.hldls.workspace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A file that is written beside where it belongs, and put there when it is finished: whoever reads
 * it sees the old file or the new one, never a part. If it is closed before, the old one stays.
 */
public final class WholeFile implements AutoCloseable {
  private static final int TRIES = 100;

  private final Path file;
  private final Path part;
  private final OutputStream out;

  private WholeFile(Path file, Path part, OutputStream out) {
    this.file = file;
    this.part = part;
    this.out = out;
  }

  /**
   * Begins a file in the place of another one, or where there is none. What is there and is no
   * file, such as a pipe, is written to and not replaced.
   */
  public static WholeFile begin(Path file) throws IOException {
    Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(real) && !Files.isRegularFile(real)) {
      return new WholeFile(real, real, Files.newOutputStream(real));
    }
    // A name of which no other program thinks.
    for (int i = 0; ; i++) {
      Path part =
          real.resolveSibling(
              ".hld-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + i);
      try {
        OutputStream out =
            Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new WholeFile(real, part, out);
      } catch (FileAlreadyExistsException e) {
        if (i >= TRIES) {
          throw e;
        }
      }
    }
  }

  /**
   * Writes a whole file.
   *
   * @throws IOException if that cannot be done; the old file is as it was
   */
  public static void replace(Path file, byte[] content) throws IOException {
    try (WholeFile whole = begin(file)) {
      whole.out().write(content);
      whole.finish();
    }
  }

  public OutputStream out() {
    return out;
  }

  /** Puts the file where it belongs, with the rights of the one that was there. */
  public void finish() throws IOException {
    out.close();
    if (!part.equals(file)) {
      PosixFileAttributeView old = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (old != null && Files.exists(file)) {
        Files.setPosixFilePermissions(part, old.readAttributes().permissions());
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      if (!part.equals(file)) {
        Files.deleteIfExists(part);
      }
    }
  }

  /** Why a file cannot be written, in words. */
  public static String reason(IOException e) {
    return e instanceof java.nio.file.AccessDeniedException
        ? "permission denied"
        : e instanceof java.nio.file.NoSuchFileException
            ? "there is no such folder"
            : e instanceof java.nio.file.FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
  }
}
