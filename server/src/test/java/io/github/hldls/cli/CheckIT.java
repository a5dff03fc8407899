package io.github.hldls.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option of {@code hld check}, and what may go wrong, with the packaged program. */
class CheckIT {
  private static final Path WORKSPACES = Path.of("../test-workspaces").toAbsolutePath().normalize();
  private static final String PACK = WORKSPACES.resolve("incomplete").toString();

  @TempDir Path folder;

  private record Ran(int code, String out, String err) {}

  private ProcessBuilder program(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-Dsun.jnu.encoding=UTF-8", "-jar", System.getProperty("hld.jar")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("HLD_CACHE_DIR", folder.resolve("cache").toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder;
  }

  private Ran run(String... arguments) throws Exception {
    return run(program(arguments));
  }

  private Ran run(ProcessBuilder builder) throws Exception {
    Path out = Files.createTempFile("hld", ".out");
    Path err = Files.createTempFile("hld", ".err");
    try {
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private Path copy(String workspace, String to) throws IOException {
    Path target = Files.createDirectories(folder.resolve(to));
    try (Stream<Path> files = Files.list(WORKSPACES.resolve(workspace))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
    return target;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format=text",
        "--format=concise",
        "--format=json",
        "--format=jsonl",
        "--format=sarif",
        "--format=github",
        "--format=gitlab",
        "--format=junit",
        "--format=checkstyle",
        "--format=markdown",
        "--format=html",
        "--output=sarif=out.sarif",
        "-o=html=out.html",
        "--fail-on=error",
        "--show=hint",
        "--color=always",
        "--no-progress",
        "--jobs=1",
        "--baseline=known.json --update-baseline",
        "--report-suppressed",
        "--diff",
        "--diff --unsafe",
        "--shard=1/1",
        "--cache",
        "--statistics",
        "--min-completeness=99",
      })
  void everyOptionWorksInThePackagedProgram(String options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("check", PACK));
    arguments.addAll(List.of(options.split(" ", -1)));
    Ran ran = run(arguments.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isIn(0, 1);
    assertThat(ran.err()).doesNotContain("internal error", "Exception");
    if (!options.equals("--diff")) {
      assertThat(ran.out()).isNotBlank();
    }
    if (options.contains("out.")) {
      assertThat(folder.resolve(options.substring(options.indexOf("out.")))).isNotEmptyFile();
    }
  }

  @Test
  void aCacheAnswersTheSameAndIsNeverTrustedBlindly() throws Exception {
    Path pack = copy("incomplete", "pack");
    String[] check = {"check", "--cache", "--format", "json", pack.toString()};
    String plain = run("check", "--format", "json", pack.toString()).out();
    assertThat(run(check).out()).isEqualTo(plain);
    List<Path> kept = kept();
    assertThat(kept).hasSize(1);
    assertThat(run(check).out()).isEqualTo(plain);
    assertThat(kept()).isEqualTo(kept);

    String content = Files.readString(kept.get(0));
    for (String bad :
        List.of(
            "", "\n", content.substring(0, content.length() / 2), content.replace("met", "mat"))) {
      Files.writeString(kept.get(0), bad);
      assertThat(run(check)).isEqualTo(new Ran(1, plain, ""));
    }
    Files.writeString(pack.resolve("01-problem-requirements.md"), "# Nothing\n");
    assertThat(run(check).out())
        .isNotEqualTo(plain)
        .isEqualTo(run("check", "--format", "json", pack.toString()).out());
    Files.writeString(pack.resolve(".hld.json"), "{\"rules\": {\"*\": \"off\"}}");
    assertThat(run(check).out())
        .isEqualTo(run("check", "--format", "json", pack.toString()).out())
        .contains("\"findings\":[]");
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      return files.toList();
    }
  }

  @Test
  void aCacheThatCannotBeWrittenCostsNothing() throws Exception {
    Files.writeString(folder.resolve("file"), "");
    for (String place : List.of("file/cache", "file", "/dev/full/cache", "/proc/hld")) {
      ProcessBuilder builder = program("check", "--cache", "--format", "concise", PACK);
      builder.environment().put("HLD_CACHE_DIR", folder.resolve(place).toString());
      Ran ran = run(builder);
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err()).isEmpty();
      assertThat(ran.out()).contains("1 pack, 7 files");
    }
  }

  @Test
  void aFullDiskIsAnErrorWhereAReportIsWanted() throws Exception {
    assumeThat(Path.of("/dev/full")).exists();
    Ran ran = run("check", "-o", "json=/dev/full", WORKSPACES.resolve("complete").toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("/dev/full: cannot be written: ");
  }

  @Test
  void aFixThatIsKilledLeavesWholeFiles() throws Exception {
    Map<String, String> broken = new HashMap<>();
    Map<String, String> mended = new HashMap<>();
    Path pattern = copy("stray-fences", "pattern");
    read(pattern, broken);
    assertThat(run("check", "--fix", "--fail-on", "never", pattern.toString()).code()).isZero();
    read(pattern, mended);
    for (int i = 0; i < 60; i++) {
      copy("stray-fences", "many/" + i);
    }
    Process process =
        program("check", "--fix", "--jobs", "2", "many")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8))) {
      for (int i = 0; i < 20; i++) {
        assertThat(err.readLine()).endsWith(": fixed");
      }
      process.destroyForcibly();
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    int changed = 0;
    for (int i = 0; i < 60; i++) {
      Map<String, String> now = new HashMap<>();
      read(folder.resolve("many/" + i), now);
      assertThat(now.keySet()).isEqualTo(broken.keySet());
      for (Map.Entry<String, String> file : now.entrySet()) {
        assertThat(file.getValue()).isIn(broken.get(file.getKey()), mended.get(file.getKey()));
        changed += file.getValue().equals(broken.get(file.getKey())) ? 0 : 1;
      }
    }
    assertThat(changed).isGreaterThanOrEqualTo(20);
  }

  private static void read(Path pack, Map<String, String> texts) throws IOException {
    try (Stream<Path> files = Files.list(pack)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
  }

  @Test
  void oddNamesAreNamesLikeOthers() throws Exception {
    assumeThat(System.getProperty("os.name")).doesNotStartWith("Windows");
    Path pack = copy("stray-fences", "with space/it's \"quoted\"\nand \u00e4\u6f22");
    Ran patch = run("check", "--diff", "with space");
    assertThat(patch.code()).isEqualTo(1);
    assertThat(run("check", "--fix", "--fail-on", "never", pack.toString()).code()).isZero();
    Ran fixed = run("check", "--diff", "with space");
    assertThat(fixed).isEqualTo(new Ran(0, "", ""));
    assertThat(run("check", "--format", "json", "--fail-on", "never", "with space").out())
        .contains("\"home\":\"with space/it's \\\"quoted\\\"\\nand \u00e4\u6f22\"");
  }

  @Test
  void outputThatCannotBeWrittenIsAFailure() throws Exception {
    assumeThat(Path.of("/dev/full")).exists();
    for (String command : List.of("check", "rules", "--version", "check --help")) {
      ProcessBuilder builder = program(command.split(" ", -1));
      Process process = builder.redirectOutput(Path.of("/dev/full").toFile()).start();
      String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
      assertThat(err).contains("hld: the output cannot be written: ").doesNotContain("Exception");
      assertThat(process.waitFor()).isEqualTo(2);
    }
  }

  @Test
  void aReaderThatHasEnoughEndsTheRunQuietly() throws Exception {
    assumeThat(System.getProperty("os.name")).doesNotStartWith("Windows");
    Process process = program("check", "--format", "jsonl", WORKSPACES.toString()).start();
    process.getInputStream().close();
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(err).isEmpty();
    assertThat(process.exitValue()).isEqualTo(2);
  }

  @Test
  void watchesUntilItIsStopped() throws Exception {
    Path pack = copy("complete", "tree/pack");
    copy("incomplete", "tree/other");
    Process process =
        program("check", "--watch", "--format=concise", "-o=jsonl=all.jsonl", "tree").start();
    try (BufferedReader out =
            new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        BufferedReader err =
            new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8))) {
      String line = out.readLine();
      while (!line.startsWith("2 packs, 14 files: ")) {
        assertThat(line).startsWith("tree/other/");
        line = out.readLine();
      }
      assertThat(err.readLine()).isEqualTo("hld: watching; stop with Ctrl+C");
      Files.writeString(pack.resolve("02-capacity-estimation.md"), "# Nothing\n");
      // What has not changed is not told again, but is in the file.
      line = out.readLine();
      while (!line.startsWith("1 pack, 7 files: ")) {
        assertThat(line).startsWith("tree/pack/");
        line = out.readLine();
      }
      assertThat(err.readLine()).isEqualTo("hld: watching; stop with Ctrl+C");
      assertThat(Files.readString(folder.resolve("all.jsonl")))
          .contains("\"path\":\"other\"", "\"path\":\"pack\"", "\"packs\":2,\"files\":14");
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }
}
