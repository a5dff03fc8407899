package io.github.hldls.pack;

import io.github.hldls.template.FileRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one design.
 *
 * @param name the name of its folder
 * @param path its folder, as it is shown to the user, with {@code /}
 * @param files those that are there, in the template's order
 * @param unreadable why others that are there cannot be read, by role id
 * @param whole whether a file that is not among them is missing; else it may be anywhere
 */
public record Pack(
    String name, String path, List<PackFile> files, Map<String, String> unreadable, boolean whole) {
  public Pack {
    files = List.copyOf(files);
    unreadable = Map.copyOf(unreadable);
  }

  public Optional<PackFile> file(FileRole role) {
    return file(role.id());
  }

  public Optional<PackFile> file(String role) {
    return files.stream().filter(file -> file.role().id().equals(role)).findFirst();
  }
}
