/**
 * What a design must hold, as data: files, steps, requirements, and the vocabulary that finds them.
 */
@NullMarked
package io.github.hldls.template;

import org.jspecify.annotations.NullMarked;
