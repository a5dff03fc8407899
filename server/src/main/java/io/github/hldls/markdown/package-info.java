/** Markdown as immutable blocks with ranges: the only place that knows commonmark-java. */
@NullMarked
package io.github.hldls.markdown;

import org.jspecify.annotations.NullMarked;
