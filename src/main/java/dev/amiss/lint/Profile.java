package dev.amiss.lint;

import java.util.Locale;

/** How a linter is set up. */
public enum Profile {
  /** As the project has it. */
  PROJECT,
  /** Without any configuration. */
  DEFAULT,
  /** With the tool's own strict switch, and every rule that an operator lists. */
  STRICT;

  /** The word in {@code results.json}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
