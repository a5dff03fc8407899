package io.github.hldls.template;

import io.github.hldls.text.Glob;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One of the files of a pack.
 *
 * @param id short and stable, such as {@code 05A}
 * @param name the file's name; with a {@code *} or the like in it, each file that is called so is a
 *     pack of its own
 * @param title what the file is about
 * @param otherNames what it may be called as well
 */
public record FileRole(String id, String name, String title, List<String> otherNames) {
  public FileRole {
    otherNames = List.copyOf(otherNames);
  }

  public FileRole(String id, String name, String title) {
    this(id, name, title, List.of());
  }

  /** Whether a text can be the name of a file, or a pattern for one, and is no path. */
  public static boolean isName(String text) {
    return !text.isBlank() && text.chars().noneMatch(c -> c == '/' || c == '\\' || c < ' ');
  }

  public boolean isPattern() {
    return Glob.isPattern(name);
  }

  /** Whether a file of this name, in any case of letters, has this role. */
  public boolean isCalled(String file) {
    return fits(name, file) || otherNames.stream().anyMatch(other -> fits(other, file));
  }

  private static boolean fits(String name, String file) {
    return Glob.isPattern(name)
        ? Glob.ofName(lower(name)).matches(lower(file))
        : name.equalsIgnoreCase(file);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileRole o
        && id.equals(o.id)
        && name.equals(o.name)
        && title.equals(o.title)
        && otherNames.equals(o.otherNames);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + name.hashCode();
  }
}
