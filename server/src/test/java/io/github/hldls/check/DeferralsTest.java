package io.github.hldls.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hldls.TestWorkspaces;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file says what belongs into it, and does not send its reader to another. */
class DeferralsTest {
  private static final CheckTexts TEXTS = new CheckTexts(TestWorkspaces.TEMPLATE);

  private static List<Finding> findings(String text) {
    return TEXTS.findings(
        "rules/self-contained", "-- 05B-production-deep-dives-ops.md --\n# Lots\n\n" + text + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalidation is covered elsewhere.",
        "For the schema see file 04.",
        "The shards are as discussed in the deep dive.",
        "Please refer to the architecture document.",
        "Retries are described in another file.",
        "Capacity: see 02-capacity-estimation.md.",
        "For search, see the Search Engine HLD.",
        "The keys are explained in the core deep dive.",
        "The numbers are not repeated here.",
        "Details stand in a separate document."
      })
  void tellsWhatSendsTheReaderAway(String text) {
    assertThat(findings(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See the table below, and section 3 above.",
        "See [the paper](https://example.org/paper) for the proof.",
        "Users see the file that they uploaded.",
        "Marks in brackets refer to the assumptions at the end of the document.",
        "The record is in file 481, which was closed at noon.",
        "The peak of 2,315/s comes from 50 M scans a day.",
        "As described above, the breaker opens.",
        "```\n# see file 04\n```"
      })
  void leavesOrdinaryReferencesAlone(String text) {
    assertThat(findings(text)).isEmpty();
  }
}
