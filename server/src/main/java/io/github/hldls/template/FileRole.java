package io.github.hldls.template;

/**
 * One of the files of a pack.
 *
 * @param id short and stable, such as {@code 05A}
 * @param name the file's name
 * @param title what the file is about
 */
public record FileRole(String id, String name, String title) {}
