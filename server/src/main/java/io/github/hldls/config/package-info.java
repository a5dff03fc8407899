/** What a team chooses in its configuration files, and where each choice was made. */
@NullMarked
package io.github.hldls.config;

import org.jspecify.annotations.NullMarked;
