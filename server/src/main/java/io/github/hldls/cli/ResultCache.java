package io.github.hldls.cli;

import io.github.hldls.report.PackReport;
import io.github.hldls.report.PackReports;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Template;
import io.github.hldls.workspace.Configs;
import io.github.hldls.workspace.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * What was said of packs before, by a hash of all that it follows from: the program, every
 * configuration and template that was looked at, where the pack is, and its texts. Each file says
 * what it must hash to, and nothing that goes wrong with it is more than a result that is not
 * known.
 */
final class ResultCache {
  private static final int MOST_FILES = 4000;
  private static final long MOST_BYTES = 128L << 20;
  private static final String ENDING = ".jsonl";
  private static final int SUM = Integer.BYTES * 2 + 1;
  private static final Duration DAY = Duration.ofDays(1);

  private final Path folder;
  private final byte[] common;
  private final AtomicInteger kept = new AtomicInteger();

  private ResultCache(Path folder, byte[] common) {
    this.folder = folder;
    this.common = common;
  }

  /**
   * The user's cache; empty if there is no place for it, or the program cannot tell which one it
   * is.
   *
   * @param configs when all packs have been found
   * @param excerpts how many lines of each passage are kept
   */
  static Optional<ResultCache> open(Configs configs, int excerpts, Console console) {
    Optional<String> program = BuildVersion.identity();
    Optional<Path> folder = folder(console.environment());
    if (program.isEmpty() || folder.isEmpty()) {
      return Optional.empty();
    }
    try {
      MessageDigest digest = sha256();
      add(digest, program.get());
      add(digest, String.valueOf(excerpts));
      for (Path file : new TreeSet<>(configs.sources())) {
        addFiles(digest, file);
      }
      return Optional.of(new ResultCache(folder.get(), digest.digest()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> folder(Map<String, String> environment) {
    String home = System.getProperty("user.home", "");
    String windows = environment.getOrDefault("LOCALAPPDATA", "");
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    boolean isMac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
    String usual =
        !xdg.isEmpty()
            ? xdg
            : !windows.isEmpty()
                ? windows
                : home.isEmpty() ? "" : home + (isMac ? "/Library/Caches" : "/.cache");
    String named = environment.getOrDefault("HLD_CACHE_DIR", usual.isEmpty() ? "" : usual + "/hld");
    try {
      return named.isEmpty() ? Optional.empty() : Optional.of(Path.of(named).toAbsolutePath());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a text with its length, so that no two lists of texts come to the same. */
  private static void add(MessageDigest digest, String text) {
    add(digest, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  /** Adds a file, or the files of a folder, or that there is none. */
  private static void addFiles(MessageDigest digest, Path file) throws IOException {
    add(digest, file.toString());
    if (Files.isDirectory(file)) {
      try (Stream<Path> inside = Files.list(file)) {
        for (Path each : inside.filter(Files::isRegularFile).sorted().toList()) {
          add(digest, each.toString());
          add(digest, Files.readAllBytes(each));
        }
      }
    } else {
      add(digest, Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0]);
    }
  }

  /** What a pack's result is kept under; empty if it cannot be read now, or is no file. */
  String key(PackSource source) {
    if (source.files().isEmpty()) {
      return "";
    }
    try {
      MessageDigest digest = sha256();
      digest.update(common);
      add(digest, source.home().toString());
      add(digest, source.path());
      add(digest, source.near());
      for (FileRole role : source.template().files()) {
        Path file = source.files().get(role.id());
        if (file != null) {
          add(digest, role.id());
          add(digest, file.toString());
          add(digest, Files.readAllBytes(file));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | OutOfMemoryError e) {
      return "";
    }
  }

  /** What was said under a key before. */
  Optional<PackReport> find(String key, Template template) {
    Path file = folder.resolve(key + ENDING);
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      byte[] content = Files.readAllBytes(file);
      int body = Math.min(SUM, content.length);
      byte[] sum = sum(key, content, body);
      if (!Arrays.equals(sum, 0, SUM, content, 0, body)) {
        Files.deleteIfExists(file);
        return Optional.empty();
      }
      String said = new String(content, body, content.length - body, StandardCharsets.UTF_8);
      List<PackReport> found = PackReports.read(said, (home, name) -> template);
      if (Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(DAY))) {
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(Instant.now()));
      }
      return found.stream().findFirst();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * What a file starts with: a sum that tells whether it is whole and its own, and a line's end.
   */
  private static byte[] sum(String key, byte[] content, int body) {
    CRC32C sum = new CRC32C();
    sum.update(key.getBytes(StandardCharsets.US_ASCII));
    sum.update(content, body, content.length - body);
    return (HexFormat.of().toHexDigits((int) sum.getValue()) + "\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Keeps what was said, if that can be done. */
  void keep(String key, PackReport report) {
    try {
      Files.createDirectories(folder);
      byte[] said = PackReports.write(report).getBytes(StandardCharsets.UTF_8);
      byte[] content = Arrays.copyOf(sum(key, said, 0), SUM + said.length);
      System.arraycopy(said, 0, content, SUM, said.length);
      WholeFile.replace(folder.resolve(key + ENDING), content);
      kept.incrementAndGet();
    } catch (IOException e) {
      // A full disk or a folder that is not ours costs time, not the result.
    }
  }

  /** Forgets what was not asked for the longest, if there is too much. */
  void prune() {
    if (kept.get() == 0) {
      return;
    }
    record Kept(Path file, Instant used, long size) {}
    List<Kept> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
        all.add(new Kept(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
      }
      long bytes = all.stream().mapToLong(Kept::size).sum();
      int count = all.size();
      if (count > MOST_FILES || bytes > MOST_BYTES) {
        all.sort(Comparator.comparing(Kept::used));
        for (Kept oldest : all) {
          if (count <= MOST_FILES / 2 && bytes <= MOST_BYTES / 2) {
            break;
          }
          Files.deleteIfExists(oldest.file());
          count--;
          bytes -= oldest.size();
        }
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      // Another run prunes at the same time, or the folder is gone.
    }
  }
}
