package io.github.hldls;

import io.github.hldls.check.PackChecker;
import io.github.hldls.check.PackResult;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.markdown.MarkdownFile;
import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.template.Edition;
import io.github.hldls.workspace.Configs;
import io.github.hldls.workspace.PackFinder;
import io.github.hldls.workspace.PackReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What each stage of the engine costs for one whole pack, with the flags that are shipped. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgs = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
public class EngineBenchmark {
  private Pack pack;
  private PackChecker checker;

  @Setup
  public void read() {
    Edition edition = Edition.builtIn();
    checker = new PackChecker(edition.template());
    Path folder = Path.of("../test-workspaces/complete");
    pack = PackReader.read(PackFinder.find(folder, "", Configs.none(edition), w -> {}).get(0), w -> {});
  }

  @Benchmark
  public PackChecker start() {
    return new PackChecker(Edition.builtIn().template());
  }

  @Benchmark
  public List<MarkdownFile> parse() {
    return pack.files().stream()
        .map(file -> MarkdownParser.parse(file.markdown().source()))
        .toList();
  }

  @Benchmark
  public List<FileFacts> facts() {
    return pack.files().stream().map(checker::read).toList();
  }

  @Benchmark
  public PackResult check() {
    // New facts remember nothing of the run before.
    return checker.check(pack, facts());
  }
}
