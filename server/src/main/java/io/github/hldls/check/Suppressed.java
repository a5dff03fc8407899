package io.github.hldls.check;

/**
 * A finding that its file asks not to be told of.
 *
 * @param by the comment that asks
 */
public record Suppressed(Finding finding, Suppression by) {}
