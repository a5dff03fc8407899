/** Findings as text and as data for other programs. */
@NullMarked
package io.github.hldls.report;

import org.jspecify.annotations.NullMarked;
