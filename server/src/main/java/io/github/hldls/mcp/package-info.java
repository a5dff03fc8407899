/** The Model Context Protocol: what a language model may ask about packs. */
@NullMarked
package io.github.hldls.mcp;

import org.jspecify.annotations.NullMarked;
