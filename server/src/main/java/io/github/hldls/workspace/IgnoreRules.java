package io.github.hldls.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import nl.basjes.gitignore.GitIgnore;

/** The {@code .gitignore} files that hold for the folder at hand, innermost first. */
final class IgnoreRules {
  private static final long MAX_BYTES = 1 << 20;

  /** The rules of a folder's own {@code .gitignore}. */
  private record Rules(Path folder, GitIgnore rules) {}

  private final Deque<Rules> stack = new ArrayDeque<>();

  /** The rules from the top of the repository around a folder down to its parent. */
  static IgnoreRules above(Path root) {
    IgnoreRules rules = new IgnoreRules();
    List<Path> folders = new ArrayList<>();
    Path absolute = root.toAbsolutePath().normalize();
    boolean inRepository = false;
    for (Path folder = absolute; folder != null && !inRepository; folder = folder.getParent()) {
      folders.add(0, folder);
      inRepository = Files.exists(folder.resolve(".git"));
    }
    if (inRepository) {
      folders.remove(folders.size() - 1);
      folders.forEach(rules::enter);
    }
    return rules;
  }

  void enter(Path folder) {
    Path file = folder.resolve(".gitignore");
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        stack.push(new Rules(folder.toAbsolutePath().normalize(), new GitIgnore(text)));
      }
    } catch (IOException | RuntimeException e) {
      // A broken ignore file ignores nothing, as it does in git.
      return;
    }
  }

  void leave(Path folder) {
    if (!stack.isEmpty() && stack.peek().folder().equals(folder.toAbsolutePath().normalize())) {
      stack.pop();
    }
  }

  /** Whether the innermost rules that speak of a path ignore it. */
  boolean ignores(Path path, boolean isFolder) {
    Path absolute = path.toAbsolutePath().normalize();
    for (Rules rules : stack) {
      String relative = rules.folder().relativize(absolute).toString().replace('\\', '/');
      Boolean answer = rules.rules().isIgnoredFile("/" + relative + (isFolder ? "/" : ""));
      if (answer != null) {
        return answer;
      }
    }
    return false;
  }
}
