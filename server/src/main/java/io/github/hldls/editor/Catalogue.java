package io.github.hldls.editor;

import io.github.hldls.check.PackChecker;
import io.github.hldls.template.Examples;
import io.github.hldls.template.Template;
import io.github.hldls.template.TemplateLoader;
import io.github.hldls.template.TemplateSource;

/**
 * What packs are held against.
 *
 * @param template what a pack must hold
 * @param examples a section for each row
 * @param checker the judge
 */
public record Catalogue(Template template, Examples examples, PackChecker checker) {

  /** The catalogue that comes with the program. */
  public static Catalogue builtIn() {
    TemplateSource source = TemplateSource.builtIn();
    Template template = TemplateLoader.load(source);
    return new Catalogue(
        template, Examples.load(source, template.rowFiles()), new PackChecker(template));
  }
}
