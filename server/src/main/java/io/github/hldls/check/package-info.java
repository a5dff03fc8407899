/** Judges facts against a template: pure functions from a pack to findings. */
@NullMarked
package io.github.hldls.check;

import org.jspecify.annotations.NullMarked;
