package dev.amiss.project;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The oldest Python that fits a declaration such as {@code >=3.10,<4} or Poetry's {@code ^3.10}.
 */
final class OldestPython {

  /** A condition that no version below its own fits. */
  private static final Pattern LEAST =
      Pattern.compile("\\s*(?:>=?|===?|~=?|\\^)?\\s*3\\.(?<minor>\\d{1,3})(?:\\.[\\w.*]+)?\\s*");

  private OldestPython() {}

  /** The 9 of 3.9; empty where nothing says how old is too old, or alternatives do. */
  static OptionalInt of(String declaration) {
    OptionalInt oldest = OptionalInt.empty();
    if (declaration.contains("|")) {
      return oldest;
    }
    for (String condition : declaration.split(",", -1)) {
      Matcher least = LEAST.matcher(condition);
      if (least.matches()) {
        int minor = Integer.parseInt(least.group("minor"));
        oldest = OptionalInt.of(Math.max(minor, oldest.orElse(minor)));
      }
    }
    return oldest;
  }
}
