package dev.amiss.mutation;

import dev.amiss.syntax.PythonModule;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The comments {@code # amiss: ignore[operator] reason} of a module. One stands on the line that
 * its mutants begin on, may name several operators with commas between, and is about all of them
 * where it names none.
 */
final class IgnoreComments {

  private static final Pattern COMMENT =
      Pattern.compile("#\\s*amiss:\\s*ignore\\b(?:\\[(?<operators>[^]]*)])?(?<reason>.*)");

  private final PythonModule module;

  IgnoreComments(PythonModule module) {
    this.module = module;
  }

  /** Why a comment ignores a mutant; empty where none does. */
  Optional<String> reason(Mutant mutant) {
    int line = mutant.start().line();
    String text = module.lines().line(line);
    if (!text.contains("amiss")) {
      return Optional.empty();
    }
    Matcher matcher = COMMENT.matcher(text);
    return matcher.find()
            && isAbout(matcher.group("operators"), mutant.operator())
            && new Comments(module).contain(module.lines().start(line) + matcher.start())
        ? Optional.of(reason(matcher.group("reason")))
        : Optional.empty();
  }

  private static boolean isAbout(@Nullable String operators, String operator) {
    return operators == null
        || Arrays.stream(operators.split(",", -1)).map(String::strip).anyMatch(operator::equals);
  }

  private static String reason(String words) {
    String reason = words.replaceFirst("^[\\s:,-]+", "").strip();
    return reason.isEmpty() ? "a comment says so" : "a comment says: " + reason;
  }
}
