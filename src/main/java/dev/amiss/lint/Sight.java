package dev.amiss.lint;

/** What a linter sees of the other files of a project when it looks at one. */
public enum Sight {
  /** Nothing: it looks at each file by itself. */
  NOTHING,

  /**
   * Of a function that says what it returns only that, and of no function its local variables; so
   * do <a href="https://microsoft.github.io/pyright/#/type-inference">pyright</a> and what comes of
   * it. What a function that says nothing returns, and what is put into attributes, it infers.
   */
  DECLARATIONS,

  /** All that stands there may count. */
  EVERYTHING;

  /** Whether a change may show in files that import the changed one. */
  boolean reaches(Change change) {
    return switch (this) {
      case NOTHING -> false;
      case DECLARATIONS -> !change.isLocal();
      case EVERYTHING -> true;
    };
  }
}
