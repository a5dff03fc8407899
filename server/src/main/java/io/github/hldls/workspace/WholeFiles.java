package io.github.hldls.workspace;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Writes files so that whoever reads one sees the old file or the new one, never a part. */
public final class WholeFiles {
  private static final int TRIES = 100;

  private WholeFiles() {}

  /**
   * Puts a file in the place of another one, with its rights, or where there was none.
   *
   * @throws IOException if that cannot be done; the old file is as it was
   */
  public static void replace(Path file, byte[] content) throws IOException {
    Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(real) && !Files.isRegularFile(real)) {
      // A pipe or a device is written to, not replaced.
      Files.write(real, content);
      return;
    }
    Path part = part(real, content);
    try {
      copyRights(real, part);
      Files.move(part, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Writes beside a file, under a name of which no other program thinks. */
  private static Path part(Path file, byte[] content) throws IOException {
    for (int i = 0; ; i++) {
      Path part =
          file.resolveSibling(
              ".hld-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + i);
      try {
        Files.write(part, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return part;
      } catch (FileAlreadyExistsException e) {
        if (i >= TRIES) {
          throw e;
        }
      } catch (IOException e) {
        Files.deleteIfExists(part);
        throw e;
      }
    }
  }

  private static void copyRights(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (old != null && Files.exists(from)) {
      Files.setPosixFilePermissions(to, old.readAttributes().permissions());
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
