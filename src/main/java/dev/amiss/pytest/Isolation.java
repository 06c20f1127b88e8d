package dev.amiss.pytest;

import java.util.Locale;

/** How far a run is kept apart from others. */
public enum Isolation {
  /** A fresh interpreter: what a person gets who types {@code python -m pytest}. */
  COLD,
  /** A fork of a process that has pytest and every third-party module loaded. */
  WARM,
  /** A fork of a process that has collected the tests: nothing is left but to run some of them. */
  HOT;

  /** The word in reports and options. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
