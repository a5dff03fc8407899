/** Text and positions in it: the only place where offsets become lines and columns. */
@NullMarked
package io.github.hldls.text;

import org.jspecify.annotations.NullMarked;
