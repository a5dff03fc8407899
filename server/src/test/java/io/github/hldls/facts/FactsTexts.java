package io.github.hldls.facts;

import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.Expression;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.TemplateTexts;
import io.github.hldls.text.SourceText;
import java.util.Arrays;
import java.util.List;

/** The facts of texts written in tests. */
public final class FactsTexts {
  private static final FileRole ROLE = new FileRole("01", "01-all.md", "All");

  private FactsTexts() {}

  public static PackFile file(String markdown) {
    return new PackFile(ROLE, ROLE.name(), MarkdownParser.parse(new SourceText(markdown)));
  }

  static FileFacts facts(String markdown, Expression... expressions) {
    return FileFacts.of(file(markdown), new Vocabulary(List.of(expressions)));
  }

  /** The words at which the mentions of an expression begin, as they are written. */
  static List<String> mentions(String expression, String markdown) {
    Expression parsed = TemplateTexts.expression(expression);
    FileFacts facts = facts(markdown, parsed);
    return Arrays.stream(facts.mentionsOf(parsed))
        .mapToObj(t -> markdown.substring(facts.tokens().start(t), facts.tokens().end(t)))
        .toList();
  }
}
