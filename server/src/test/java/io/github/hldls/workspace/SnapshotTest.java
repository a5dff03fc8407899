package io.github.hldls.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.template.Edition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new look at the disk changes. */
class SnapshotTest {
  private static final String FIRST = "01-problem-requirements.md";
  private static final String SECOND = "02-capacity-estimation.md";

  @TempDir Path folder;

  private Snapshot look(Snapshot now, List<DiskPack> found) {
    return now.withDisk(f -> f.startsWith(folder), found);
  }

  @Test
  void keepsWhatIsKnownOfTextsThatWereReadTwiceAtOnce() throws Exception {
    Files.writeString(folder.resolve(FIRST), "# A\n");
    Path second = Files.writeString(folder.resolve(SECOND), "# B\n");
    Configs configs = Configs.in(List.of(folder), Edition::builtIn);
    Snapshot empty = Snapshot.empty(configs);
    DiskReader reader = new DiskReader(configs, warning -> {});
    List<DiskPack> one = reader.in(folder, empty);
    List<DiskPack> other = reader.in(folder, empty);
    Snapshot known = look(empty, one);
    assertThat(look(known, other)).isSameAs(known);

    Files.writeString(second, "# C\n");
    PackView before = known.pack(folder).orElseThrow();
    PackView after = look(known, reader.in(folder, empty)).pack(folder).orElseThrow();
    assertThat(after.file(folder.resolve(FIRST)))
        .containsSame(before.file(folder.resolve(FIRST)).orElseThrow());
    assertThat(after.file(second).orElseThrow().source().text()).isEqualTo("# C\n");
  }
}
