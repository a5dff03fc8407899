package io.github.hldls.template;

import java.util.List;

/**
 * One row of a template.
 *
 * @param id stable, {@code group/name}; also the id of the rule that reports it
 * @param step the id of its step; empty for a rule about every file
 * @param part the letter of its part of the step; empty without parts
 * @param kind what sort it is
 * @param severity of the finding when it is missing
 * @param title a heading for the section that meets it
 * @param text what is required
 * @param quote the template's own line
 * @param why why a reader wants it
 * @param satisfies what meets it
 * @param requires the step that must be used for a conditional row to be asked; empty for none
 * @param follows the rows from which it follows, for a rule about every file
 * @param forbids what no file may say, for a rule about every file
 * @param check the check of the program that reports it beyond its rows, by name; empty for none
 * @param evidence the ways to meet it, in no order
 */
public record Requirement(
    String id,
    String step,
    String part,
    Kind kind,
    Severity severity,
    String title,
    String text,
    String quote,
    String why,
    String satisfies,
    String requires,
    List<String> follows,
    Expression forbids,
    String check,
    List<Way> evidence) {

  public Requirement {
    follows = List.copyOf(follows);
    evidence = List.copyOf(evidence);
  }
}
