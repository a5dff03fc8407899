package io.github.hldls.template;

/**
 * What a step is about, for a step that is judged only where the file speaks of it.
 *
 * @param titles what the title of a section about it says
 * @param words the words that such a section is full of
 * @param absent how people say that it does not apply
 * @param reason what gives a reason for that
 * @param change what says how a change would be met
 */
public record Topic(
    Expression titles, Expression words, Expression absent, Expression reason, Expression change) {}
