package dev.amiss.project;

import java.util.Locale;
import java.util.Set;

/** Which extras, groups and requirements files are for running tests, by their names. */
final class RequirementNames {

  private static final Set<String> FOR_TESTS = Set.of("test", "tests", "testing", "dev");

  private RequirementNames() {}

  static boolean isForTests(String name) {
    return FOR_TESTS.contains(normalized(name));
  }

  /** As packaging tools compare names: {@code My_Pkg.x} is {@code my-pkg-x}. */
  static String normalized(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
  }
}
