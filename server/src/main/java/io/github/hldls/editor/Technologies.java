package io.github.hldls.editor;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.Kind;
import io.github.hldls.template.Requirement;
import io.github.hldls.template.Step;
import io.github.hldls.template.Technology;
import io.github.hldls.template.Template;
import io.github.hldls.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The technologies that a pack names: where they are explained and where they are used. */
public final class Technologies {

  private Technologies() {}

  /** What finds the names of a template's technologies in a text. */
  static Pattern names(Template template) {
    String names =
        template.technologies().stream()
            .flatMap(technology -> technology.names().stream())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return Pattern.compile(
        names.isEmpty() ? "(?!)" : "(?<![\\p{L}\\p{N}_.-])(?:" + names + ")(?![\\p{L}\\p{N}_])",
        Pattern.CASE_INSENSITIVE);
  }

  /** A name in a text. */
  public record Word(String name, TextRange range) {}

  /** A name in a file of the pack. */
  public record Mention(PackFile file, TextRange range) {}

  /** The technology whose name an offset is in. */
  public static Optional<Word> at(FileView file, int offset) {
    int line = file.source().lineOf(offset);
    int start = file.source().lineStart(line);
    Matcher matcher = file.catalogue().technologies().matcher(file.source().lineText(line));
    while (matcher.find()) {
      if (start + matcher.start() <= offset && offset <= start + matcher.end()) {
        return Optional.of(
            new Word(
                canonical(file, matcher.group()),
                new TextRange(start + matcher.start(), start + matcher.end())));
      }
    }
    return Optional.empty();
  }

  /** The name of a technology that may be written in other letters, or by an alias. */
  private static String canonical(FileView file, String written) {
    return known(file, written).map(Technology::name).orElse(written);
  }

  private static Optional<Technology> known(FileView file, String written) {
    return file.catalogue().template().technologies().stream()
        .filter(technology -> technology.names().stream().anyMatch(written::equalsIgnoreCase))
        .findFirst();
  }

  /** Every place of the pack that names a technology, by file and place. */
  public static List<Mention> mentions(FileView file, String name) {
    List<String> names = known(file, name).map(Technology::names).orElse(List.of(name));
    List<Mention> mentions = new ArrayList<>();
    for (FileFacts facts : file.result().facts().files().values()) {
      List<Mention> here = new ArrayList<>();
      names.forEach(written -> mentions(facts, written, here));
      here.sort(Comparator.comparingInt(mention -> mention.range().start()));
      mentions.addAll(here);
    }
    return mentions;
  }

  private static void mentions(FileFacts facts, String name, List<Mention> mentions) {
    String text = facts.source().text();
    // The target of a link names a file or a heading, not a technology.
    List<TextRange> targets = Links.of(facts).stream().map(Links.Link::range).toList();
    for (int i = next(text, name, 0); i >= 0; i = next(text, name, i + 1)) {
      int end = i + name.length();
      boolean alone =
          (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
              && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
      TextRange range = new TextRange(i, end);
      if (alone && targets.stream().noneMatch(target -> target.contains(range))) {
        mentions.add(new Mention(facts.file(), range));
      }
    }
  }

  private static int next(String text, String name, int from) {
    for (int i = from; i + name.length() <= text.length(); i++) {
      if (text.regionMatches(true, i, name, 0, name.length())) {
        return i;
      }
    }
    return -1;
  }

  /** All technologies that a file names, in the order in which it does. */
  public static List<String> namedIn(FileView file) {
    return file.catalogue()
        .technologies()
        .matcher(file.text())
        .results()
        .map(result -> canonical(file, result.group()))
        .distinct()
        .toList();
  }

  /**
   * Where the pack says what a technology is: the part of a step that explains its concept, if it
   * names it; else the first heading that does; else the first mention at all.
   */
  public static Optional<Mention> explained(FileView file, String name) {
    for (Step step : file.catalogue().template().steps()) {
      Optional<Mention> concept = concept(file, step, name);
      if (concept.isPresent()) {
        return concept;
      }
    }
    List<Mention> mentions = mentions(file, name);
    return mentions.stream()
        .filter(mention -> isHeading(file, mention))
        .findFirst()
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
