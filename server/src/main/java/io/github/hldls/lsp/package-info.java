/** The language server: the only package that knows the Language Server Protocol. */
@NullMarked
package io.github.hldls.lsp;

import org.jspecify.annotations.NullMarked;
