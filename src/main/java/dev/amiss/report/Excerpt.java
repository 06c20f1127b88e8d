package dev.amiss.report;

import java.util.Optional;

/** The line of source that a mutant is about, as its patch shows it. */
final class Excerpt {

  private Excerpt() {}

  /** The first line that the patch takes away, or else the first that it brings. */
  static Optional<String> line(MutantEntry mutant) {
    return mutant.patch().flatMap(patch -> first(patch, '-').or(() -> first(patch, '+')));
  }

  private static Optional<String> first(String patch, char sign) {
    boolean inHunk = false;
    for (String line : patch.split("\n", -1)) {
      inHunk |= line.startsWith("@@");
      if (inHunk && !line.isEmpty() && line.charAt(0) == sign) {
        return Optional.of(line.substring(1));
      }
    }
    return Optional.empty();
  }
}
