/** What an editor shows of a pack, as plain records: hovers, completions, fixes and the like. */
@NullMarked
package io.github.hldls.editor;

import org.jspecify.annotations.NullMarked;
