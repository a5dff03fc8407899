package io.github.hldls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder that is shipped, run as users run it. */
class DistIT {
  private static final Path DIST = Path.of(System.getProperty("hld.dist"));
  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
  private static final Path PACK = Path.of("../test-workspaces/incomplete").toAbsolutePath();

  @TempDir Path temporary;

  private record Ran(int code, String output) {}

  private static Ran run(Path home, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(home.resolve(WINDOWS ? "bin/hld.bat" : "bin/hld").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Java says so on the error stream when it takes options from there.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    return new Ran(process.exitValue(), output);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "check --format json",
        "check --format sarif",
        "check --format junit",
        "check --format html",
        "check --diff --unsafe",
        "rules",
        "explain caching/ttl",
        "help",
        "completion"
      })
  void everyCommandRunsOnTheRuntimeBesideIt(String line) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(line.split(" ", -1)));
    if (line.startsWith("check")) {
      arguments.addAll(List.of("--fail-on", "never", PACK.toString()));
    }
    Ran ran = run(DIST, arguments.toArray(String[]::new));
    assertThat(ran.code()).as(ran.output()).isEqualTo(line.contains("--diff") ? 1 : 0);
    assertThat(ran.output()).isNotBlank().doesNotContain("Exception", "warning][");
  }

  @Test
  void itServesModelsOnTheRuntimeBesideIt() throws Exception {
    assertThat(run(DIST, "mcp", PACK.toString())).isEqualTo(new Ran(0, ""));
  }

  @Test
  void itServesOnTheRuntimeBesideIt() throws Exception {
    Ran ran = run(DIST, "serve");
    assertThat(ran).isEqualTo(new Ran(1, ""));
  }

  @Test
  void namesOfFilesAreReadInAnyLocale() throws Exception {
    assumeThat(WINDOWS).isFalse();
    // By a script, since this program may run in a locale of its own.
    Path script = temporary.resolve("script");
    Files.writeString(
        script,
        """
        mkdir 'd\u00e4s \u6f22'
        echo '# Nothing' > 'd\u00e4s \u6f22/01-problem-requirements.md'
        LC_ALL=C exec "$0" check --format=concise 'd\u00e4s \u6f22'
        """);
    Process process =
        new ProcessBuilder(
                "/bin/sh", "-c", ". ./script", DIST.resolve("bin/hld").toAbsolutePath().toString())
            .directory(temporary.toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .contains("d\u00e4s \u6f22/01-problem-requirements.md:1:1: ");
  }

  @Test
  void theCacheIsUsedWhereverTheFolderIsPut() throws Exception {
    Path moved = copy(temporary.resolve("some where else"));
    assertThat(isCached(moved)).isTrue();
  }

  @Test
  void anotherJarNeverRunsTheClassesOfTheCache() throws Exception {
    Path changed = copy(temporary.resolve("hld"));
    replaceVersion(changed.resolve("lib/hld.jar"), "9.9.9-other");
    assertThat(isCached(changed)).isFalse();
    assertThat(run(changed, "--version").output())
        .isEqualTo("hld 9.9.9-other" + System.lineSeparator());
  }

  @Test
  void anOlderJarThatIsPutInIsSeenByItsTime() throws Exception {
    Path changed = copy(temporary.resolve("hld"));
    Files.setLastModifiedTime(
        changed.resolve("lib/hld.jar"),
        FileTime.from(
            Files.getLastModifiedTime(DIST.resolve("lib/hld.jar"))
                .toInstant()
                .minus(Duration.ofDays(400))));
    assertThat(isCached(changed)).isFalse();
  }

  @Test
  void aLinkToTheLauncherIsFollowed() throws Exception {
    assumeThat(WINDOWS).as("links need rights on Windows").isFalse();
    Path link =
        Files.createSymbolicLink(
            temporary.resolve("hld"), DIST.toAbsolutePath().resolve("bin/hld"));
    Process process = new ProcessBuilder(link.toString(), "--version").start();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).startsWith("hld ");
  }

  /** Whether the program's own classes come from the cache. */
  private static boolean isCached(Path home) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            home.resolve(WINDOWS ? "bin/hld.bat" : "bin/hld").toString(), "--version");
    builder.environment().put("HLD_JAVA_OPTIONS", "-Xlog:class+load:stdout");
    String output = new String(builder.start().getInputStream().readAllBytes(), UTF_8);
    return output
        .lines()
        .anyMatch(l -> l.contains("hldls.cli.Main ") && l.contains("shared objects"));
  }

  private static Path copy(Path to) throws IOException {
    Files.walkFileTree(
        DIST,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copy = to.resolve(DIST.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
    return to;
  }

  /** Writes another version into a jar, as a rebuilt one has it. */
  private static void replaceVersion(Path jar, String version) throws IOException {
    Path changed = jar.resolveSibling("changed.jar");
    try (ZipFile in = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(changed);
        ZipOutputStream out = new ZipOutputStream(file);
        Stream<? extends ZipEntry> entries = in.stream()) {
      for (ZipEntry entry : entries.toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream content = in.getInputStream(entry)) {
          String name = entry.getName();
          if (name.equals("META-INF/MANIFEST.MF")) {
            String text = new String(content.readAllBytes(), UTF_8);
            out.write(
                text.replaceAll("Implementation-Version: .*", "Implementation-Version: " + version)
                    .getBytes(UTF_8));
          } else {
            content.transferTo(out);
          }
        }
      }
    }
    Files.move(changed, jar, StandardCopyOption.REPLACE_EXISTING);
  }
}
