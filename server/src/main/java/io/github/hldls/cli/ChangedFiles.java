package io.github.hldls.cli;

import io.github.hldls.workspace.Configs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What git says has changed: since a commit, in the work tree, and not yet under its care. */
final class ChangedFiles {
  private final String reference;
  private final Map<Path, Path> topOf = new HashMap<>();
  private final Map<Path, Set<Path>> changedIn = new HashMap<>();

  /**
   * @param reference a commit; what counts is where the work at hand left its line
   */
  ChangedFiles(String reference) {
    this.reference = reference;
  }

  /** Those of some packs that have changed, or of which a configuration or template has. */
  List<PackSource> touched(List<PackSource> packs, Configs configs) {
    List<PackSource> touched = new ArrayList<>();
    for (PackSource pack : packs) {
      Set<Path> changed = changed(top(pack.folder()));
      if (changed.stream().anyMatch(file -> pack.has(file) || configs.dependsOn(file))) {
        touched.add(pack);
      }
    }
    return touched;
  }

  private Path top(Path folder) {
    return topOf.computeIfAbsent(
        folder,
        f -> {
          String up = git(f, "rev-parse", "--show-cdup").orElseThrow(() -> noRepository(f));
          return f.resolve(up.strip()).normalize();
        });
  }

  private static UsageException noRepository(Path folder) {
    return new UsageException("--changed-since needs git, and a repository around " + folder);
  }

  private Set<Path> changed(Path top) {
    return changedIn.computeIfAbsent(top, this::ask);
  }

  private Set<Path> ask(Path top) {
    String commit =
        git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}")
            .map(String::strip)
            .orElseThrow(
                () -> new UsageException("--changed-since: git knows no commit " + reference));
    // In a shallow clone there may be no common ancestor; then the commit itself must do.
    String base = git(top, "merge-base", commit, "HEAD").map(String::strip).orElse(commit);
    Set<Path> changed = new HashSet<>();
    for (String listing :
        List.of(
            git(top, "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", base)
                .orElseThrow(() -> noRepository(top)),
            git(top, "ls-files", "--others", "--exclude-standard", "-z").orElse(""))) {
      int start = 0;
      for (int end = listing.indexOf('\0'); end >= 0; end = listing.indexOf('\0', start)) {
        changed.add(top.resolve(listing.substring(start, end)).normalize());
        start = end + 1;
      }
    }
    return changed;
  }

  /** What git prints; empty if it is not there or fails. */
  private static Optional<String> git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String output;
      try (InputStream in = process.getInputStream()) {
        output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
