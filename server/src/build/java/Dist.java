import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Part of the build: the folder that is shipped, with the program, a Java runtime of its own, and
 * for each way of starting a cache of the classes that it loads.
 *
 * <pre>java Dist.java JAR FOLDER TIMESTAMP JDK TRAINING-PACK</pre>
 *
 * JDK is the one to take the runtime from; empty for the newest of those of Maven's toolchains,
 * {@code JAVA_HOME}, and the folder of the JDK that runs this.
 */
final class Dist {
  /** What the program needs of the JDK; it is run on nothing else before it is shipped. */
  private static final String MODULES = "java.base,java.logging,java.xml,jdk.unsupported";

  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

  /** Small spaces, in which all that one pack or one edit makes dies young. */
  private static final String SURVIVORS = " -XX:SurvivorRatio=2 -XX:TargetSurvivorRatio=90";

  /** What a check runs it mostly runs for less than a second, so little is worth inlining. */
  private static final String CHECK_FLAGS =
      "-Xmx2g -Xmn36m" + SURVIVORS + " -XX:C1MaxInlineSize=20";

  private static final String SERVE_FLAGS = "-Xmx512m -Xms24m -Xmn12m" + SURVIVORS;

  /**
   * What a cache notes of methods makes the compiler do more at the next start, not less. Nothing is
   * noted, so there is nothing to replay either.
   */
  private static final List<String> AOT_FLAGS =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining");

  /** A start touches most of its small heap, and each page that is touched costs. */
  private static final String LINUX_FLAG = "-XX:+UseTransparentHugePages";

  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

  private final Path jar;
  private final Path folder;
  private final FileTime time;
  private final Jdk jdk;
  private final Path pack;
  private final Path results;

  private Dist(String[] args) throws IOException {
    folder = Path.of(args[1]).toAbsolutePath();
    jar = folder.resolve("lib/hld.jar");
    time = FileTime.from(Instant.parse(args[2]));
    jdk = args[3].isBlank() ? Jdk.newest() : Jdk.at(Path.of(args[3]));
    pack = Path.of(args[4]).toAbsolutePath();
    results = folder.resolveSibling("training-results");
  }

  public static void main(String[] args) throws Exception {
    Dist dist = new Dist(args);
    clear(dist.folder);
    clear(dist.results);
    Files.createDirectories(dist.jar.getParent());
    Files.copy(Path.of(args[0]), dist.jar);
    // A cache notes when its jar was changed last.
    Files.setLastModifiedTime(dist.jar, dist.time);
    System.out.println("Java runtime: JDK " + dist.jdk.version + ", " + dist.jdk.home);
    dist.runtime();
    dist.launchers();
    dist.papers(Path.of(args[0]).toAbsolutePath().getParent());
    // All packs beside the one: what no pack of the training has is loaded and made at run time.
    List<String> check =
        List.of("check", "--cache", "--fail-on", "never", dist.pack.resolveSibling("").toString());
    dist.results(check);
    dist.cache("check", check);
    clear(dist.results);
    dist.cache("serve", List.of("serve"));
    dist.stamp();
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private void runtime() throws Exception {
    run(
        jdk.tool("jlink"),
        "--add-modules", MODULES,
        "--output", folder.resolve("runtime").toString(),
        "--strip-debug", "--no-header-files", "--no-man-pages",
        "--compress=" + (jdk.version >= 21 ? "zip-6" : "2"));
    if (!jdk.hasAotCache()) {
      // The cache of an older JDK stands on one of the JDK's own classes.
      run(java(), "-XX:+UseSerialGC", "-Xshare:dump");
    }
  }

  private void launchers() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Map<String, String> values =
        Map.of(
            "@HASH@", hash(),
            "@CACHE@", jdk.hasAotCache() ? "aot" : "jsa",
            "@CACHE_FLAG@", jdk.hasAotCache() ? "-XX:AOTCache" : "-XX:SharedArchiveFile",
            "@FLAGS@", String.join(" ", flags()),
            "@CHECK_FLAGS@", CHECK_FLAGS,
            "@SERVE_FLAGS@", SERVE_FLAGS + " -XX:+ExitOnOutOfMemoryError");
    for (String name : List.of("hld", "hld.bat")) {
      String text = Files.readString(Path.of("src/build/dist/bin", name));
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace(value.getKey(), value.getValue());
      }
      Files.writeString(bin.resolve(name), name.endsWith("bat") ? text.replace("\n", "\r\n") : text);
      bin.resolve(name).toFile().setExecutable(true, false);
    }
  }

  private List<String> flags() {
    List<String> flags = new ArrayList<>(FLAGS);
    if (jdk.hasAotCache()) {
      flags.addAll(AOT_FLAGS);
      if (System.getProperty("os.name").equals("Linux")) {
        flags.add(LINUX_FLAG);
      }
    }
    return flags;
  }

  /** What a cache is known by: the jar's bytes, so that no other jar ever meets it. */
  private String hash() throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps the results of every second pack, so that the training checks packs and reads results. */
  private void results(List<String> check) throws Exception {
    List<String> command = new ArrayList<>(List.of(java(), "-jar", jar.toString()));
    command.addAll(check);
    quiet(command).start().waitFor();
    try (Stream<Path> all = Files.list(results)) {
      List<Path> kept = all.sorted().toList();
      for (int i = 0; i < kept.size(); i += 2) {
        Files.delete(kept.get(i));
      }
    }
  }

  /** A run that prints nothing, and has results of its own. */
  private ProcessBuilder quiet(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HLD_CACHE_DIR", results.toString());
    return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  private String java() {
    return folder.resolve("runtime/bin/java").toString();
  }

  private void cache(String kind, List<String> arguments) throws Exception {
    String name = "hld-" + hash() + "-" + kind + (jdk.hasAotCache() ? ".aot" : ".jsa");
    Path cache = folder.resolve("lib").resolve(name);
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(FLAGS);
    command.addAll(List.of((kind.equals("serve") ? SERVE_FLAGS : CHECK_FLAGS).split(" ")));
    command.add((jdk.hasAotCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + cache);
    if (jdk.hasAotCache()) {
      command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
    }
    command.add("-Xlog:disable");
    command.add("-jar");
    command.add(jar.toString());
    command.addAll(arguments);
    Path log = folder.resolveSibling("training-" + kind + ".log");
    if (kind.equals("serve")) {
      // All packs, for what no single one of them has.
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
      new Editor(builder.start()).work(pack.resolveSibling(""));
    } else {
      quiet(command).redirectError(log.toFile()).start().waitFor();
    }
    if (!Files.exists(cache)) {
      throw new IOException(cache + " was not made; see " + log);
    }
  }

  /** What else belongs into the folder: manual, completions, licences, list of parts. */
  private void papers(Path target) throws IOException {
    copy(target.resolve("man1"), folder.resolve("share/man/man1"));
    copy(target.resolve("completions"), folder.resolve("share/completions"));
    copy(target.resolve("licenses"), folder.resolve("share/licenses"));
    copy(Path.of("src/build/licenses"), folder.resolve("share/licenses"));
    if (Files.exists(target.resolve("sbom.json"))) {
      copy(target.resolve("sbom.json"), folder.resolve("share/sbom.json"));
    } else {
      System.out.println("share/sbom.json is left out: its plugin does nothing where Maven is offline");
    }
    copy(Path.of("../docs/rules.md"), folder.resolve("share/doc/rules.md"));
    copy(Path.of("../LICENSE"), folder.resolve("LICENSE"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        String name = from.relativize(path).toString();
        Path copy = name.isEmpty() ? to : to.resolve(name);
        Files.createDirectories(copy.toAbsolutePath().getParent());
        Files.copy(path, copy);
      }
    }
  }

  /** One time stamp for all: the launcher goes by it, and archives are the same for the same files. */
  private void stamp() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        Files.setLastModifiedTime(path, time);
      }
    }
  }

  private static void run(String... command) throws Exception {
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(command[0] + " failed: " + code);
    }
  }

  private record Jdk(Path home, int version) {
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
    private static final Pattern TOOLCHAIN = Pattern.compile("<jdkHome>\\s*([^<]+?)\\s*</jdkHome>");

    static Jdk newest() throws IOException {
      List<Path> homes = new ArrayList<>();
      Path toolchains = Path.of(System.getProperty("user.home"), ".m2", "toolchains.xml");
      if (Files.exists(toolchains)) {
        Matcher home = TOOLCHAIN.matcher(Files.readString(toolchains));
        while (home.find()) {
          homes.add(Path.of(home.group(1)));
        }
      }
      if (System.getenv("JAVA_HOME") != null) {
        homes.add(Path.of(System.getenv("JAVA_HOME")));
      }
      Path running = Path.of(System.getProperty("java.home"));
      homes.add(running);
      try (Stream<Path> beside = Files.list(running.toAbsolutePath().getParent())) {
        beside.forEach(homes::add);
      }
      List<Jdk> all = new ArrayList<>();
      for (Path home : homes) {
        if (Files.exists(home.resolve("release")) && Files.exists(tool(home, "jlink"))) {
          all.add(at(home));
        }
      }
      return all.stream()
          .max(Comparator.comparingInt(Jdk::version))
          .orElseThrow(() -> new IOException("no JDK with jlink was found; set -Dhld.dist.jdk"));
    }

    static Jdk at(Path home) throws IOException {
      Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
      if (!version.find() || Integer.parseInt(version.group(1)) < 17) {
        throw new IOException(home + " is no JDK of version 17 or newer");
      }
      return new Jdk(home, Integer.parseInt(version.group(1)));
    }

    private static Path tool(Path home, String name) {
      return home.resolve("bin").resolve(WINDOWS ? name + ".exe" : name);
    }

    String tool(String name) {
      return tool(home, name).toString();
    }

    boolean hasAotCache() {
      return version >= 25;
    }
  }

  /** An editor that does with the server what people do in a first minute. */
  private static final class Editor {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"?(\\d+)");
    private static final Pattern METHOD = Pattern.compile("\"method\"\\s*:");

    private final Process server;
    private final OutputStream out;
    private final InputStream in;
    private int requests;

    Editor(Process server) {
      this.server = server;
      this.out = server.getOutputStream();
      this.in = new BufferedInputStream(server.getInputStream());
    }

    void work(Path packs) throws Exception {
      String root = packs.toUri().toString();
      request(
          "initialize",
          """
          {"processId": %d, "rootUri": "%s", "workspaceFolders": [{"uri": "%s", "name": "pack"}],
           "capabilities": {"workspace": {"workspaceFolders": true, "applyEdit": true,
             "configuration": true},
            "textDocument": {"synchronization": {}, "hover": {"contentFormat": ["markdown"]},
             "publishDiagnostics": {"relatedInformation": true, "versionSupport": true,
              "codeDescriptionSupport": true, "dataSupport": true, "tagSupport": {"valueSet": [1]}},
             "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
             "completion": {"completionItem": {"snippetSupport": true}},
             "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}},
              "resolveSupport": {"properties": ["edit"]}}}}}
          """
              .formatted(ProcessHandle.current().pid(), root, root));
      notify("initialized", "{}");
      try (Stream<Path> files = Files.walk(packs)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
          edit(file);
        }
      }
      request("workspace/executeCommand", "{\"command\": \"hld.packStatus\", \"arguments\": []}");
      request("shutdown", "null");
      notify("exit", "null");
      in.transferTo(OutputStream.nullOutputStream());
      server.waitFor();
    }

    private void edit(Path file) throws IOException {
      String document = "\"textDocument\": {\"uri\": \"" + file.toUri() + "\"";
      String place = "{\"line\": 3, \"character\": 2}";
      notify(
          "textDocument/didOpen",
          "{" + document + ", \"languageId\": \"markdown\", \"version\": 1, \"text\": "
              + quoted(Files.readString(file)) + "}}");
      notify(
          "textDocument/didChange",
          "{" + document + ", \"version\": 2}, \"contentChanges\": [{\"range\": {\"start\":"
              + " {\"line\": 0, \"character\": 0}, \"end\": {\"line\": 0, \"character\": 0}},"
              + " \"text\": \"\\n\"}]}");
      for (String method :
          List.of(
              "diagnostic", "hover", "completion", "documentSymbol", "foldingRange",
              "documentLink", "codeLens", "inlayHint", "codeAction")) {
        request(
            "textDocument/" + method,
            "{" + document + "}, \"position\": " + place + ", \"range\": {\"start\": " + place
                + ", \"end\": {\"line\": 200, \"character\": 0}}, \"context\": {\"diagnostics\": []}}");
      }
    }

    private static String quoted(String text) {
      StringBuilder quoted = new StringBuilder("\"");
      for (char c : text.toCharArray()) {
        if (c == '"' || c == '\\') {
          quoted.append('\\').append(c);
        } else if (c < ' ') {
          quoted.append("\\u%04x".formatted((int) c));
        } else {
          quoted.append(c);
        }
      }
      return quoted.append('"').toString();
    }

    private void notify(String method, String params) throws IOException {
      send("\"method\": \"" + method + "\", \"params\": " + params);
    }

    private void request(String method, String params) throws IOException {
      int id = ++requests;
      send("\"id\": " + id + ", \"method\": \"" + method + "\", \"params\": " + params);
      while (true) {
        String message = receive();
        Matcher answered = ID.matcher(message);
        if (!answered.find()) {
          continue;
        }
        if (METHOD.matcher(message).find()) {
          send("\"id\": " + message.replaceAll("(?s).*?\"id\"\\s*:\\s*(\"[^\"]*\"|\\d+).*", "$1")
              + ", \"result\": null");
        } else if (Integer.parseInt(answered.group(1)) == id) {
          return;
        }
      }
    }

    private void send(String content) throws IOException {
      byte[] body = ("{\"jsonrpc\": \"2.0\", " + content + "}").getBytes(StandardCharsets.UTF_8);
      out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
    }

    private String receive() throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("the server ended while it was being trained");
        }
        head.write(next);
      }
      Matcher length =
          Pattern.compile("(?i)content-length:\\s*(\\d+)")
              .matcher(head.toString(StandardCharsets.US_ASCII));
      if (!length.find()) {
        throw new IOException("a message without its length");
      }
      return new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8);
    }
  }
}
