package io.github.hldls.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** The formats of reports. Docs/ci.md says what of each stays as it is. */
public enum Format {
  /** For people: each finding with its line, then how complete each step is. */
  TEXT,
  /** A line for each finding, as compilers write them. */
  CONCISE,
  /** All that is known, as one document. */
  JSON,
  /** The same, a line for each pack. */
  JSONL,
  /** Static Analysis Results Interchange Format 2.1.0. */
  SARIF,
  /** Annotations of GitHub's workflows. */
  GITHUB,
  /** A code quality report for GitLab. */
  GITLAB,
  /** JUnit's XML, in which each requirement is a test. */
  JUNIT,
  /** Checkstyle's XML. */
  CHECKSTYLE,
  /** A comment on a pull request. */
  MARKDOWN,
  /** One page to look at, with all that it needs in it. */
  HTML;

  /** As people write it: in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it tells the passages that meet requirements in their own words. */
  public boolean hasExcerpts() {
    return this == HTML;
  }

  /** Begins a report. Only the classes of the format that is asked for are loaded. */
  public Report begin(Writer out, Options options) throws IOException {
    return switch (this) {
      case TEXT ->
          new TextReport(out, options.colour(), options.least(), options.tellsSuppressed());
      case CONCISE -> new ConciseReport(out, options.colour(), options.least());
      case JSON -> new JsonReport(out, options.tellsSuppressed());
      case JSONL -> new JsonLinesReport(out, options.tellsSuppressed());
      case SARIF -> new SarifReport(out, options.version(), options.tellsSuppressed());
      case GITHUB -> new GithubReport(out, options.least());
      case GITLAB -> new GitlabReport(out);
      case JUNIT -> new JunitReport(out);
      case CHECKSTYLE -> new CheckstyleReport(out);
      case MARKDOWN -> new MarkdownReport(out, options.least());
      case HTML -> new HtmlReport(out);
    };
  }

  /**
   * How reports are written, as far as their formats leave a choice.
   *
   * @param colour whether the reader is a terminal
   * @param least the least severe findings that formats for people show
   * @param tellsSuppressed whether findings are told that files ask not to be told of
   * @param version the program's own
   */
  public record Options(
      boolean colour,
      io.github.hldls.template.Severity least,
      boolean tellsSuppressed,
      String version) {}
}
