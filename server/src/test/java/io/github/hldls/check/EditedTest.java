package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pack that is edited, and read only where it differs, is judged like one that is read anew. */
class EditedTest {
  private static final int EDITS = 60;
  private static final String[] PIECES = {
    "Redis ", "\n## Cache\n", "```\n", "10 × 2 = 30\n", "|", "# ", "\n\n", "-->", "<!-- ", "é", "="
  };

  @ParameterizedTest
  @ValueSource(strings = {"incomplete", "stray-fences", "prose-style"})
  void editsComeToTheSame(String workspace) {
    Random random = new Random(workspace.hashCode());
    Pack pack = TestWorkspaces.check(workspace).facts().pack();
    List<PackFile> files = new ArrayList<>(pack.files());
    List<FileFacts> facts = new ArrayList<>();
    files.forEach(file -> facts.add(TestWorkspaces.CHECKER.read(file)));
    for (int i = 0; i < EDITS; i++) {
      int which = random.nextInt(files.size());
      PackFile file = files.get(which);
      SourceText text = new SourceText(edited(file.markdown().source().text(), random));
      files.set(
          which,
          new PackFile(file.role(), file.path(), MarkdownParser.parse(text, file.markdown())));
      facts.set(which, TestWorkspaces.CHECKER.read(files.get(which), facts.get(which)));
      if (i % 6 == 0) {
        assertSame(with(pack, files), facts);
      }
    }
    assertSame(with(pack, files), facts);
  }

  /** A character typed, a piece put in, or some lines taken out. */
  private static String edited(String text, Random random) {
    int start = random.nextInt(text.length() + 1);
    int end = random.nextInt(3) == 0 ? Math.min(text.length(), start + random.nextInt(300)) : start;
    return text.substring(0, start) + PIECES[random.nextInt(PIECES.length)] + text.substring(end);
  }

  private static Pack with(Pack pack, List<PackFile> files) {
    return new Pack(pack.name(), pack.path(), files, Map.of(), true);
  }

  private static void assertSame(Pack edited, List<FileFacts> facts) {
    List<PackFile> fresh =
        edited.files().stream()
            .map(
                file -> {
                  SourceText text = new SourceText(file.markdown().source().text());
                  return new PackFile(file.role(), file.path(), MarkdownParser.parse(text));
                })
            .toList();
    PackResult expected = TestWorkspaces.CHECKER.check(with(edited, fresh));

    PackResult result = TestWorkspaces.CHECKER.check(edited, facts);

    assertThat(result.findings()).isEqualTo(expected.findings());
    assertThat(result.verdicts())
        .extracting(Verdict::status)
        .isEqualTo(expected.verdicts().stream().map(Verdict::status).toList());
    for (FileFacts file : facts) {
      FileFacts other = expected.facts().file(file.file().role().id()).orElseThrow();
      assertThat(file.calculations()).isEqualTo(other.calculations());
      assertThat(file.passages())
          .extracting(Passage::range)
          .isEqualTo(other.passages().stream().map(Passage::range).toList());
    }
  }
}
