package dev.amiss.lint;

/** From where a linter is fetched, and so by which program. */
public enum Registry {
  /** Python packages, by pip. */
  PYPI,
  /** Java libraries, by Maven. */
  MAVEN
}
