package dev.amiss.lint;

import java.nio.file.Path;

/**
 * A linter that is there.
 *
 * @param linter its name
 * @param program what to start
 * @param version what {@code --version} says, the number alone
 * @param where {@link #PROJECT} or {@link #AMISS}
 */
public record Installation(String linter, Path program, String version, String where) {

  /** In the project's own environment. */
  public static final String PROJECT = "the project's environment";

  /** In the environment that {@code amiss linters install} makes. */
  public static final String AMISS = "amiss's own tools";

  /** Where the settings of the project say. */
  public static final String SETTINGS = "tool.amiss.linters";

  /** Another program of the same installation. */
  Path sibling(String name) {
    return program.resolveSibling(name);
  }

  /** Whether the project has it itself. */
  public boolean isOfProject() {
    return !where.equals(AMISS);
  }
}
