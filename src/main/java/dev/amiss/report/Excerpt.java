package dev.amiss.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line of source that a mutant is about, as its patch shows it. */
final class Excerpt {

  private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? ");

  private Excerpt() {}

  /**
   * The line that the mutant begins on, if its patch takes that away; else the first that it takes,
   * or that it brings.
   */
  static Optional<String> line(MutantEntry mutant) {
    return mutant
        .patch()
        .flatMap(
            patch ->
                taken(patch, mutant.file(), mutant.line())
                    .or(() -> first(patch, '-'))
                    .or(() -> first(patch, '+')));
  }

  private static Optional<String> taken(String patch, String file, int wanted) {
    boolean isInFile = false;
    int line = 0;
    int left = 0;
    for (String text : patch.split("\n", -1)) {
      Matcher hunk = HUNK.matcher(text);
      if (left == 0 && text.startsWith("--- ")) {
        isInFile = text.stripTrailing().endsWith("/" + file);
      } else if (left == 0 && hunk.lookingAt()) {
        line = Integer.parseInt(hunk.group(1));
        left = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
      } else if (left > 0 && (text.startsWith("-") || text.startsWith(" "))) {
        if (isInFile && line == wanted && text.startsWith("-")) {
          return Optional.of(text.substring(1));
        }
        line++;
        left--;
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
