package io.github.hldls.editor;

import java.util.List;

/**
 * Edits of one file.
 *
 * @param path the file
 * @param isNew whether the file must be made first
 * @param edits ranges refer to the file as it is
 */
public record FileChange(String path, boolean isNew, List<MarkedEdit> edits) {
  public FileChange {
    edits = List.copyOf(edits);
  }
}
