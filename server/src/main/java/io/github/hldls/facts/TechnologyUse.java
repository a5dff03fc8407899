package io.github.hldls.facts;

import io.github.hldls.template.Technology;
import io.github.hldls.text.TextRange;

/**
 * A place of a file that names a technology.
 *
 * @param technology which
 * @param range its name as it stands there
 * @param token the name's first token
 * @param passage the index of the innermost passage around it
 * @param explains whether the words around it say what it is or why it was chosen
 * @param compares whether it is only compared with, or said to be possible
 */
public record TechnologyUse(
    Technology technology,
    TextRange range,
    int token,
    int passage,
    boolean explains,
    boolean compares) {}
