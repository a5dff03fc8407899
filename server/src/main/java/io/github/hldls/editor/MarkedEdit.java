package io.github.hldls.editor;

import io.github.hldls.template.Examples;
import io.github.hldls.text.TextEdit;
import io.github.hldls.text.TextRange;

/**
 * A replacement whose new text may mark what a writer would replace.
 *
 * @param range what goes
 * @param text what comes
 * @param marked whether {@code {{values}}} in the text are marks
 */
public record MarkedEdit(TextRange range, String text, boolean marked) {

  static MarkedEdit plain(TextEdit edit) {
    return new MarkedEdit(edit.range(), edit.newText(), false);
  }

  static MarkedEdit insert(int offset, String text) {
    return new MarkedEdit(new TextRange(offset, offset), text, true);
  }

  MarkedEdit withText(String other) {
    return new MarkedEdit(range, other, marked);
  }

  /** The edit with the usual values in place. */
  public TextEdit plain() {
    return new TextEdit(range, marked ? Examples.plainText(text) : text);
  }
}
