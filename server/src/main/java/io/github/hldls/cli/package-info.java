/** The command line. */
@NullMarked
package io.github.hldls.cli;

import org.jspecify.annotations.NullMarked;
