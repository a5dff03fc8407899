package io.github.hldls.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template and where it was read from.
 *
 * @param source holds its examples, too
 */
public record Edition(Template template, TemplateSource source) {
  /** A template that asks for nothing. */
  public static final Edition EMPTY =
      new Edition(
          new Template(
              "none",
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              TechnologyNames.NONE,
              Map.of(),
              List.of(),
              Expression.NONE,
              Likeness.NONE),
          name -> Optional.empty());

  /** The template that comes with the program. */
  public static Edition builtIn() {
    return of(TemplateSource.builtIn(), Additions.NONE);
  }

  /**
   * Reads a template.
   *
   * @throws TemplateException if it cannot be used
   * @throws AdditionException if something added does not fit it
   */
  public static Edition of(TemplateSource source, Additions additions) {
    return new Edition(TemplateLoader.load(source, additions), source);
  }

  /** The sections that would meet its rows. */
  public Examples examples() {
    return Examples.load(source, template.rowFiles());
  }
}
