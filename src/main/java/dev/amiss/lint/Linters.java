package dev.amiss.lint;

import dev.amiss.project.CustomLinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The linters that amiss knows. A new one is a class in this package and a line here. */
public final class Linters {

  /** All of them, in the order that reports show them. */
  public static final List<Linter> ALL =
      List.of(
          new Ruff(),
          new Mypy(),
          new Pyright(),
          new Basedpyright(),
          new Pylint(),
          new Flake8(),
          new Ty(),
          new Pyrefly(),
          new Sonar());

  private Linters() {}

  /** All of them, and behind them those that a project describes. */
  public static List<Linter> with(List<CustomLinter> custom) {
    List<Linter> linters = new ArrayList<>(ALL);
    custom.forEach(described -> linters.add(new Anybodys(described)));
    return linters;
  }

  /** What is found of each, in the order of {@link #ALL}. */
  public static List<Found> found(Toolbox toolbox) throws InterruptedException {
    List<Found> found = new ArrayList<>();
    for (Linter linter : ALL) {
      found.add(new Found(linter, linter.find(toolbox)));
    }
    return found;
  }

  /** A linter, and where it is, if anywhere. */
  public record Found(Linter linter, Optional<Installation> installation) {}
}
