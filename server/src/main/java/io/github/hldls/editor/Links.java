package io.github.hldls.editor;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links between the files of a pack. */
public final class Links {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]{1,500})\\)");

  private Links() {}

  /**
   * A link.
   *
   * @param range where its target is written
   * @param target what is written
   */
  public record Link(TextRange range, String target) {}

  /** A place that a link leads to. */
  public record Target(FileFacts file, TextRange range) {}

  /** The inline links of a file, in order. */
  static List<Link> of(FileFacts file) {
    List<Link> links = new ArrayList<>();
    Matcher matcher = LINK.matcher(file.source().text());
    while (matcher.find()) {
      TextRange range = new TextRange(matcher.start(1), matcher.end(1));
      links.add(new Link(range, matcher.group(1)));
    }
    return links;
  }

  /** A link to a place of the pack, and the place. */
  public record Resolved(Link link, Target target) {}

  /** The links of a file that lead to a place of its pack. */
  public static List<Resolved> within(FileView file) {
    List<Resolved> found = new ArrayList<>();
    for (Link link : of(file.facts())) {
      resolve(file, link.target()).ifPresent(target -> found.add(new Resolved(link, target)));
    }
    return found;
  }

  static Optional<Target> resolve(FileView file, String target) {
    int hash = target.indexOf('#');
    String name = hash < 0 ? target : target.substring(0, hash);
    return target(file, name)
        .flatMap(
            facts -> {
              if (hash < 0) {
                return Optional.of(new Target(facts, new TextRange(0, 0)));
              }
              Passage section = Anchors.of(facts).get(target.substring(hash + 1));
              return Optional.ofNullable(section).map(s -> new Target(facts, s.title()));
            });
  }

  /** The file of the pack that a link's path names; the file itself for no path. */
  static Optional<FileFacts> target(FileView file, String path) {
    if (path.isEmpty()) {
      return Optional.of(file.facts());
    }
    String name = path.startsWith("./") ? path.substring(2) : path;
    return file.result().facts().files().values().stream()
        .filter(facts -> facts.file().path().endsWith("/" + name) && name.indexOf('/') < 0)
        .findFirst();
  }
}
