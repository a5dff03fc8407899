/**
 * Recomputes the calculations that a design writes down; its units are a table of its own, because
 * libraries such as Indriya know neither requests nor dollars nor the loose notation (units only on
 * the result, {@code B} for bytes or billion) that has to be read with several meanings at once.
 */
@NullMarked
package io.github.hldls.calculation;

import org.jspecify.annotations.NullMarked;
