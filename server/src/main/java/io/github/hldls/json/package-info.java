/** JSON with comments, and where things stand in it. */
@NullMarked
package io.github.hldls.json;

import org.jspecify.annotations.NullMarked;
