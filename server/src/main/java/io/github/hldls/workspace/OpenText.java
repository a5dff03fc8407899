package io.github.hldls.workspace;

import io.github.hldls.text.SourceText;
import java.nio.file.Path;

/**
 * A text that is open in an editor.
 *
 * @param path its file, which need not be there
 * @param uri how the editor names it
 * @param version the editor's count of its states
 */
public record OpenText(Path path, String uri, int version, SourceText source) {}
