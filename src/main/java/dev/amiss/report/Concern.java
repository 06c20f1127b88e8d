package dev.amiss.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A mutant that a person should hear of, in words that need no context: tests let it through, or
 * tests and linters did.
 *
 * @param sentence whole sentences, on one line
 */
record Concern(MutantEntry mutant, Level level, String title, String sentence) {

  /** How much it matters, the most first. */
  enum Level {
    /** A condition that decides nothing any more, and nobody notices. */
    ERROR,
    WARNING,
    /** Not reached at all, or of a kind that is shown apart. */
    NOTE
  }

  /** All of them, those that matter most first. */
  static List<Concern> of(Results results) {
    Set<String> escaped = Set.copyOf(results.summary().escaped().orElse(List.of()));
    return results.mutants().stream()
        .flatMap(mutant -> of(results, mutant, escaped.contains(mutant.id())).stream())
        .sorted(
            Comparator.comparing(Concern::level)
                .thenComparing(Concern::mutant, SurvivorsSection.MOST_DANGEROUS_FIRST))
        .toList();
  }

  private static Optional<Concern> of(Results results, MutantEntry mutant, boolean escaped) {
    if (results.preservesBehaviour(mutant.operator()) || isDecoy(mutant)) {
      return escaped ? Optional.of(unseenByLinters(mutant)) : Optional.empty();
    }
    return switch (mutant.status()) {
      case SURVIVED -> Optional.of(survivor(mutant, escaped));
      case NO_COVERAGE -> Optional.of(uncovered(mutant));
      case KILLED, TIMEOUT, INVALID, IGNORED, PENDING -> Optional.empty();
    };
  }

  private static boolean isDecoy(MutantEntry mutant) {
    return mutant.twinOf().isPresent();
  }

  private static Concern unseenByLinters(MutantEntry mutant) {
    return new Concern(
        mutant,
        Level.NOTE,
        "Escaped: " + mutant.operator(),
        "No linter notices this defect (" + mutant.operator() + ").");
  }

  private static Concern uncovered(MutantEntry mutant) {
    return new Concern(
        mutant,
        Level.NOTE,
        "No coverage: " + mutant.operator(),
        "No test runs this line, so a defect here (" + mutant.operator() + ") goes unnoticed.");
  }

  private static Concern survivor(MutantEntry mutant, boolean escaped) {
    boolean isTested = SurvivorsSection.isTested(mutant);
    Level level = isTested ? Level.ERROR : Level.WARNING;
    String sentence =
        Stream.of(
                Optional.of("Every test passes with this defect (" + mutant.operator() + ")."),
                isTested
                    ? Optional.of(
                        "A coroutine is always true, so this condition would decide nothing.")
                    : Optional.<String>empty(),
                Optional.of(
                    mutant.warned()
                        ? "Python warned of it, and pytest let that pass."
                        : "Nothing at all could be seen of it."),
                escaped ? Optional.of("No linter notices it either.") : Optional.<String>empty(),
                mutant.cause().map(cause -> "Why: " + ended(cause)))
            .flatMap(Optional::stream)
            .reduce((a, b) -> a + " " + b)
            .orElseThrow();
    return new Concern(
        mutant,
        mutant.group().isPresent() ? Level.NOTE : level,
        "Survived: " + mutant.operator(),
        sentence);
  }

  private static String ended(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }
}
