package io.github.hldls.editor;

import io.github.hldls.check.PackChecker;
import io.github.hldls.template.Edition;
import io.github.hldls.template.Examples;
import io.github.hldls.template.Template;

/**
 * What packs are held against.
 *
 * @param template what a pack must hold
 * @param examples a section for each row
 * @param checker the judge
 */
public record Catalogue(Template template, Examples examples, PackChecker checker) {

  public static Catalogue of(Edition edition) {
    return new Catalogue(
        edition.template(), edition.examples(), new PackChecker(edition.template()));
  }

  /** The same with a judge who looks at some things differently. */
  public Catalogue with(PackChecker other) {
    return new Catalogue(template, examples, other);
  }

  /** The same with other examples. */
  Catalogue with(Examples others) {
    return new Catalogue(template, others, checker);
  }
}
