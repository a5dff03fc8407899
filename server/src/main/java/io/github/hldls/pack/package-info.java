/** The files of one design. */
@NullMarked
package io.github.hldls.pack;

import org.jspecify.annotations.NullMarked;
