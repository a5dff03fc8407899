package io.github.hldls.editor;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.facts.TechnologyUse;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.template.Technology;
import io.github.hldls.text.TextRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The technologies that a pack names: where they are explained and where they are used. */
public final class Technologies {

  private Technologies() {}

  /** A name in a text. */
  public record Word(String name, TextRange range) {}

  /** A name in a file of the pack. */
  public record Mention(PackFile file, TextRange range) {
    private static Mention of(Use use) {
      return new Mention(use.file(), use.use().range());
    }
  }

  private record Use(PackFile file, TechnologyUse use) {}

  /** The technology whose name an offset is in. */
  public static Optional<Word> at(FileView file, int offset) {
    return uses(file, file.facts())
        .filter(use -> use.range().start() <= offset && offset <= use.range().end())
        .map(use -> new Word(use.technology().name(), use.range()))
        .findFirst();
  }

  /** What the template or the configuration says of a technology. */
  static Optional<Technology> known(FileView file, String name) {
    return file.catalogue().template().technologyNames().named(name);
  }

  /** Every place of the pack that names a technology, by file and place. */
  public static List<Mention> mentions(FileView file, String name) {
    return named(file, name).map(Mention::of).toList();
  }

  private static Stream<Use> named(FileView file, String name) {
    return file.result().facts().files().values().stream()
        .flatMap(
            facts ->
                uses(file, facts)
                    .filter(use -> use.technology().name().equalsIgnoreCase(name))
                    .map(use -> new Use(facts.file(), use)));
  }

  /** The uses in a file, but not in links, whose targets name files or headings. */
  private static Stream<TechnologyUse> uses(FileView file, FileFacts facts) {
    List<TextRange> targets = Links.of(facts).stream().map(Links.Link::range).toList();
    return file.result().facts().technologies(facts).stream()
        .filter(use -> targets.stream().noneMatch(target -> target.contains(use.range())));
  }

  /** All technologies that a file names, in the order in which it does. */
  public static List<String> namedIn(FileView file) {
    return uses(file, file.facts()).map(use -> use.technology().name()).distinct().toList();
  }

  /**
   * Where the pack says what a technology is: the part of a step that explains its concept, if it
   * names it; else the first words that explain it; else the first heading that names it; else the
   * first mention at all.
   */
  public static Optional<Mention> explained(FileView file, String name) {
    for (Step step : file.catalogue().template().steps()) {
      Optional<Mention> concept = concept(file, step, name);
      if (concept.isPresent()) {
        return concept;
      }
    }
    List<Mention> mentions = mentions(file, name);
    return named(file, name)
        .filter(use -> use.use().explains())
        .map(Mention::of)
        .findFirst()
        .or(() -> mentions.stream().filter(mention -> isHeading(file, mention)).findFirst())
        .or(() -> mentions.stream().findFirst());
  }

  private static Optional<Mention> concept(FileView file, Step step, String name) {
    return step.requirements().stream()
        .filter(row -> row.kind() == Kind.PART && row.part().equals("A"))
        .flatMap(row -> file.verdict(row).evidence().stream())
        .flatMap(
            evidence ->
                mentions(file, name).stream()
                    .filter(m -> m.file().path().equals(evidence.file().path()))
                    .filter(m -> evidence.range().contains(m.range())))
        .findFirst();
  }

  private static boolean isHeading(FileView file, Mention mention) {
    return file.result().facts().file(mention.file().role().id()).stream()
        .flatMap(facts -> Sections.of(facts).stream())
        .map(Passage::title)
        .anyMatch(title -> title.contains(mention.range()));
  }

  /** Whether a step is about a technology, by what the template says of the step. */
  static boolean isOfStep(String name, Step step, FileView file) {
    String lower = name.toLowerCase(Locale.ROOT);
    return step.topic().isPresent()
        && step.topic().get().titles().phrases().stream()
            .anyMatch(
                phrase ->
                    phrase.elements().size() == 1
                        && phrase.elements().get(0).words().stream()
                            .anyMatch(word -> word.text().equals(lower)))
        && step.requirements().stream().map(Requirement::id).anyMatch(id -> !id.isEmpty());
  }
}
