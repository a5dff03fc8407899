/** Packs on disk: the only place that reads files. */
@NullMarked
package io.github.hldls.workspace;

import org.jspecify.annotations.NullMarked;
