package io.github.hldls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of frames, right and wrong ones. */
class FrameReaderTest {
  private static final int MOST = 1000;

  private final List<Integer> skipped = new ArrayList<>();

  private static String frame(String body) {
    return frame(body.length(), body);
  }

  private static String frame(int length, String body) {
    return "Content-Length: " + length + "\r\n\r\n" + body;
  }

  /** All bodies of a stream; those that are no JSON object are taken back. */
  private List<String> bodies(String stream) throws IOException {
    FrameReader reader =
        new FrameReader(
            new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)), MOST, skipped::add);
    List<String> bodies = new ArrayList<>();
    for (Optional<byte[]> body = reader.next(); body.isPresent(); body = reader.next()) {
      String text = new String(body.get(), StandardCharsets.UTF_8);
      if (text.startsWith("{") && text.endsWith("}")) {
        bodies.add(text);
      } else {
        reader.retry(body.get());
      }
    }
    return bodies;
  }

  @Test
  void readsOneAfterTheOther() throws IOException {
    assertThat(bodies(frame("{}") + "content-length:3\n\n{1}" + frame("{2}")))
        .containsExactly("{}", "{1}", "{2}");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 15, 16, 17, 18, 19, 20, 23})
  void findsTheNextFrameAfterOneThatSaidTooMuch(int excess) throws IOException {
    assertThat(bodies(frame(3 + excess, "{1}") + frame("{2}") + frame("{3}")))
        .containsExactly("{2}", "{3}");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void findsTheNextFrameAfterOneThatSaidTooLittle(int lack) throws IOException {
    assertThat(bodies(frame(3 - lack, "{1}") + frame("{2}"))).containsExactly("{2}");
  }

  @Test
  void findsTheNextFrameAfterOneWithoutABody() throws IOException {
    assertThat(bodies(frame(9, "") + frame("{2}"))).containsExactly("{2}");
  }

  @Test
  void neverTiresOfWrongLengths() throws IOException {
    StringBuilder stream = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      stream.append(frame(8, "{1}"));
    }
    assertThat(bodies(stream + "\r\n" + frame("{2}"))).endsWith("{2}");
  }

  @Test
  void skipsABodyThatIsTooLong() throws IOException {
    assertThat(bodies(frame("x".repeat(MOST + 1)) + frame("{2}"))).containsExactly("{2}");
    assertThat(skipped).containsExactly(MOST + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "x", "99999999999", "2147483647", ""})
  void takesAHeaderThatMakesNoSenseForRubbish(String length) throws IOException {
    assertThat(bodies("Content-Length: " + length + "\r\n\r\n" + frame("{2}")))
        .containsExactly("{2}");
  }

  @Test
  void endsWithTheStream() throws IOException {
    assertThat(bodies("")).isEmpty();
    assertThat(bodies(frame(9, "{1}"))).isEmpty();
    assertThat(bodies("x".repeat(10_000) + "\r\n" + frame("{2}"))).containsExactly("{2}");
  }
}
