package dev.amiss.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line of source that a mutant is about, as its patch shows it. */
final class Excerpt {

  private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)");

  private Excerpt() {}

  /** The line that the mutant's place is on, or else the first that the patch takes or brings. */
  static Optional<String> line(MutantEntry mutant) {
    return mutant
        .patch()
        .flatMap(
            patch ->
                at(patch, mutant).or(() -> first(patch, '-')).or(() -> first(patch, '+')));
  }

  /** The line of the mutant's place as it was, if the patch shows it. */
  private static Optional<String> at(String patch, MutantEntry mutant) {
    boolean isFile = false;
    int number = 0;
    for (String line : patch.split("\n", -1)) {
      Matcher hunk = HUNK.matcher(line);
      if (line.startsWith("--- ")) {
        isFile = line.stripTrailing().equals("--- a/" + mutant.file());
      } else if (hunk.lookingAt()) {
        number = Integer.parseInt(hunk.group(1));
      } else if (isFile && (line.startsWith(" ") || line.startsWith("-"))) {
        if (number == mutant.line()) {
          return Optional.of(line.substring(1));
        }
        number++;
      }
    }
    return Optional.empty();
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
