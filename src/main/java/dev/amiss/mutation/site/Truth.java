package dev.amiss.mutation.site;

/** What is known of a condition before anything runs. */
enum Truth {
  ALWAYS,
  NEVER,
  UNKNOWN;

  static Truth of(boolean value) {
    return value ? ALWAYS : NEVER;
  }

  Truth negated() {
    return switch (this) {
      case ALWAYS -> NEVER;
      case NEVER -> ALWAYS;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
