package io.github.hldls.template;

import java.util.List;

/** Something added to a template does not fit it. */
public final class AdditionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final List<String> path;

  AdditionException(String message, String... path) {
    super(message);
    this.path = List.of(path);
  }

  /** The keys of a configuration under which it stands, outermost first. */
  public List<String> path() {
    return path;
  }
}
