package dev.amiss.report;

import dev.amiss.result.LintResult;
import dev.amiss.result.MutantStatus;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Mutants that nothing notices: neither a test nor a linter as the project has it. */
final class Escapes {

  private Escapes() {}

  /**
   * Their ids, in order; empty where no linter was asked.
   *
   * @param preserving operators whose mutants no test is expected to notice
   */
  static Optional<List<String>> of(List<MutantEntry> mutants, Set<String> preserving) {
    if (mutants.stream().allMatch(mutant -> mutant.linters().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        mutants.stream()
            .filter(mutant -> isUnnoticed(mutant, preserving) && isMissed(mutant))
            .map(MutantEntry::id)
            .toList());
  }

  /** A decoy is no defect, so there is nothing to notice. */
  private static boolean isUnnoticed(MutantEntry mutant, Set<String> preserving) {
    if (mutant.twinOf().isPresent() || mutant.status() == MutantStatus.IGNORED) {
      return false;
    }
    return mutant.status() == MutantStatus.SURVIVED
        || mutant.status() == MutantStatus.NO_COVERAGE
        || (preserving.contains(mutant.operator()) && mutant.status() != MutantStatus.INVALID);
  }

  /** No linter counts that gave no answer, unless none gave one. */
  private static boolean isMissed(MutantEntry mutant) {
    List<LintResult> judging =
        mutant.linters().stream()
            .map(LintResult::linter)
            .distinct()
            .flatMap(linter -> judging(linter, mutant.linters()).stream())
            .toList();
    return judging.stream().anyMatch(result -> result.status() == LintResult.Status.MISSED)
        && judging.stream().noneMatch(LintResult::isDetected);
  }

  /** As the project has it, and without any configuration where the project has none. */
  private static Optional<LintResult> judging(String linter, Collection<LintResult> results) {
    return Stream.of("project", "default")
        .flatMap(
            profile ->
                results.stream()
                    .filter(
                        result ->
                            result.linter().equals(linter) && result.profile().equals(profile)))
        .findFirst();
  }
}
