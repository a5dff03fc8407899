package io.github.hldls.report;

import io.github.hldls.template.Severity;

/** How words are set off in a text report. */
public enum Style {
  PLAIN("", ""),
  BOLD("1", "22"),
  FAINT("2", "22"),
  RED("31", "39"),
  YELLOW("33", "39"),
  BLUE("34", "39"),
  GREEN("32", "39"),
  CYAN("36", "39");

  private final String on;
  private final String off;

  Style(String on, String off) {
    this.on = on;
    this.off = off;
  }

  static Style of(Severity severity) {
    return switch (severity) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case INFO -> BLUE;
      case HINT -> CYAN;
    };
  }

  String paint(String text) {
    return this == PLAIN ? text : "\u001b[" + on + "m" + text + "\u001b[" + off + "m";
  }
}
