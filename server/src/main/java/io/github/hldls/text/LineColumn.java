package io.github.hldls.text;

/**
 * A place in a text by line.
 *
 * @param line counted from 0
 * @param column UTF-16 code units from the start of the line, counted from 0
 */
public record LineColumn(int line, int column) {}
