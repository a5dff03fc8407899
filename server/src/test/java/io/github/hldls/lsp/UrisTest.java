package io.github.hldls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files as clients write them. */
@DisabledOnOs(OS.WINDOWS)
class UrisTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file:///a/b.md|/a/b.md",
        "FILE:///a/b.md|/a/b.md",
        "file:/a/b.md|/a/b.md",
        "file://localhost/a/b.md|/a/b.md",
        "file:///a/./c/../b.md|/a/b.md",
        "file:///a/with%20space.md|/a/with space.md",
        "file:///a/with space.md|/a/with space.md",
        "file:///a/%5Bb%5D.md|/a/[b].md",
        "file:///a/[b]{c}^`.md|/a/[b]{c}^`.md",
        "file:///a/100%.md|/a/100%.md",
        "file:///a/%2520.md|/a/%20.md",
        "file:///a/%C3%BC.md|/a/ü.md",
        "file:///a/ü.md|/a/ü.md",
        "file:///a/b%23c%3F.md|/a/b#c?.md",
        "file:///a/b.md?x#y|/a/b.md",
        "file:///c%3A/b.md|/c:/b.md"
      })
  void readsWhatClientsWrite(String uri, String path) {
    assertThat(Uris.path(uri)).contains(Path.of(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "file:",
        "file://",
        "file://host",
        "file://host/a.md",
        "file:a.md",
        "file:///%00",
        "untitled:Untitled-1",
        "git:/a/b.md?%7B%7D",
        "vscode-notebook-cell:/a/b.md#C1",
        "/a/b.md"
      })
  void takesNoOtherForAFile(String uri) {
    assertThat(Uris.path(uri)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/b.md",
        "/a b/c.md",
        "/100%/a%20b.md",
        "/a#b?c",
        "/it's/a+b&c=d;e,f@g",
        "/\uD83D\uDE00",
        "/back\\slash",
        "/[x]{y}<z>\"q\"|^`",
        "/composed-\u00E9",
        "/decomposed-e\u0301"
      })
  void namesEveryFile(String path) {
    String uri = Uris.uri(Path.of(path));
    assertThat(uri).startsWith("file:///").matches("[!-~]*");
    assertThat(Uris.path(uri)).contains(Path.of(path));
  }

  @Test
  void leavesAloneWhatNeedsNoEscape() {
    assertThat(Uris.uri(Path.of("/a-b_c.d~e/f(1)!.md"))).isEqualTo("file:///a-b_c.d~e/f(1)!.md");
  }
}
