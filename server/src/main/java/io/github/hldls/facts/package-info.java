/** What a pack says, found once: passages, mentions of vocabulary, topics, statements. */
@NullMarked
package io.github.hldls.facts;

import org.jspecify.annotations.NullMarked;
