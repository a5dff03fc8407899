package io.github.hldls.pack;

import io.github.hldls.markdown.MarkdownFile;
import io.github.hldls.template.FileRole;

/**
 * A file of a pack that is there.
 *
 * @param role which of the pack's files it is
 * @param path where it is, as it is shown to the user, with {@code /}
 * @param markdown what it holds
 */
public record PackFile(FileRole role, String path, MarkdownFile markdown) {}
