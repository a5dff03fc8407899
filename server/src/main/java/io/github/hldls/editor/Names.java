package io.github.hldls.editor;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.text.TextEdit;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where names lead: from a technology, a heading or a link to its places in the pack. */
public final class Names {
  private Names() {}

  /** A place in a file of the pack. */
  public record Place(FileFacts file, TextRange range) {}

  /** Where the thing at an offset is explained. */
  public static Optional<Place> definition(FileView file, int offset) {
    return linkAt(file, offset)
        .map(found -> new Place(found.target().file(), found.target().range()))
        .or(
            () ->
                Technologies.at(file, offset)
                    .flatMap(word -> Technologies.explained(file, word.name()))
                    .flatMap(mention -> place(file, mention)));
  }

  private static Optional<Links.Resolved> linkAt(FileView file, int offset) {
    return Links.within(file).stream()
        .filter(found -> found.link().range().contains(offset))
        .findFirst();
  }

  private static Optional<Place> place(FileView file, Technologies.Mention mention) {
    return file.result()
        .facts()
        .file(mention.file().role().id())
        .map(facts -> new Place(facts, mention.range()));
  }

  /**
   * Every place of the pack that names what is at an offset.
   *
   * @param declared whether the place that explains it is one of them
   */
  public static List<Place> references(FileView file, int offset, boolean declared) {
    Optional<Technologies.Word> word = Technologies.at(file, offset);
    if (word.isPresent()) {
      Optional<Technologies.Mention> explained =
          declared ? Optional.empty() : Technologies.explained(file, word.get().name());
      return Technologies.mentions(file, word.get().name()).stream()
          .filter(mention -> !explained.equals(Optional.of(mention)))
          .flatMap(mention -> place(file, mention).stream())
          .toList();
    }
    List<Place> places = new ArrayList<>();
    Sections.headedAt(file.facts(), offset)
        .ifPresent(
            heading -> {
              if (declared) {
                places.add(new Place(file.facts(), heading.title()));
              }
              linksTo(file, heading).forEach(l -> places.add(new Place(l.file(), l.range())));
            });
    return places;
  }

  /** The part of a link that names a heading. */
  private record AnchorUse(FileFacts file, TextRange range) {}

  private static List<AnchorUse> linksTo(FileView file, Passage heading) {
    List<AnchorUse> uses = new ArrayList<>();
    for (FileFacts facts : file.result().facts().files().values()) {
      FileView view = new FileView(file.catalogue(), file.result(), facts);
      for (Links.Resolved found : Links.within(view)) {
        int hash = found.link().target().indexOf('#');
        if (hash >= 0
            && found.target().file() == file.facts()
            && found.target().range().equals(heading.title())) {
          TextRange range = found.link().range();
          uses.add(new AnchorUse(facts, new TextRange(range.start() + hash + 1, range.end())));
        }
      }
    }
    return uses;
  }

  /** The places of the same file that name what is at an offset. */
  public static List<TextRange> highlights(FileView file, int offset) {
    return references(file, offset, true).stream()
        .filter(place -> place.file() == file.facts())
        .map(Place::range)
        .toList();
  }

  /** The heading that could be renamed at an offset. */
  public static Optional<TextRange> renamable(FileView file, int offset) {
    return Sections.headedAt(file.facts(), offset).map(Passage::title);
  }

  /** An edit of one of the pack's files. */
  public record Rename(FileFacts file, TextEdit edit) {}

  /** The edits that rename a heading and the links to it. */
  public static List<Rename> rename(FileView file, int offset, String name) {
    List<Rename> edits = new ArrayList<>();
    Optional<Passage> heading = Sections.headedAt(file.facts(), offset);
    String title = name.replaceAll("\\s+", " ").strip();
    if (heading.isEmpty() || title.isEmpty()) {
      return edits;
    }
    edits.add(new Rename(file.facts(), new TextEdit(heading.get().title(), title)));
    String anchor = newAnchor(file.facts(), heading.get(), title);
    for (AnchorUse use : linksTo(file, heading.get())) {
      edits.add(new Rename(use.file(), new TextEdit(use.range(), anchor)));
    }
    return edits;
  }

  /** A heading that is called as one before it gets a number. */
  private static String newAnchor(FileFacts file, Passage renamed, String title) {
    String slug = Anchors.slug(title);
    long same =
        Anchors.of(file).entrySet().stream()
            .filter(entry -> entry.getValue().range().start() < renamed.range().start())
            .map(Map.Entry::getValue)
            .filter(section -> Anchors.slug(Sections.title(file, section)).equals(slug))
            .count();
    return same == 0 ? slug : slug + "-" + same;
  }
}
