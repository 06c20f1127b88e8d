package dev.amiss.lint;

import java.util.List;

/** The linters that amiss knows. A new one is a class in this package and a line here. */
public final class Linters {

  /** All of them, in the order that reports show them. */
  public static final List<Linter> ALL = List.of(new Ruff(), new Mypy());

  private Linters() {}
}
