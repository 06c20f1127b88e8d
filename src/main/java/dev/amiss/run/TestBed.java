package dev.amiss.run;

import dev.amiss.pytest.Baseline;
import dev.amiss.pytest.Isolation;
import dev.amiss.pytest.Limits;
import dev.amiss.pytest.RunRequest;
import dev.amiss.pytest.Suite;
import dev.amiss.pytest.TestOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What every trial has in common.
 *
 * @param isolation the fastest that the project allows
 * @param isolationReason why not a faster one; empty where it is the one asked for
 * @param coldOnly tests that end otherwise in a fork than in a fresh process
 * @param memoryBytes how much a mutant's tests may use; empty for what the baseline suggests
 */
record TestBed(
    Suite suite,
    Baseline baseline,
    Isolation isolation,
    Optional<String> isolationReason,
    Set<String> coldOnly,
    OptionalLong memoryBytes) {

  TestBed {
    coldOnly = Set.copyOf(coldOnly);
  }

  /** How the tests of a selection are run; the whole suite where it is empty. */
  Isolation isolation(Optional<Set<String>> selection) {
    boolean needsCold =
        selection.isPresent()
            ? selection.get().stream().anyMatch(coldOnly::contains)
            : !coldOnly.isEmpty();
    return needsCold ? Isolation.COLD : isolation;
  }

  /** Why a run was isolated as it was, where not as well as could be. */
  Optional<String> isolationReason(Isolation chosen) {
    return chosen == isolation
        ? isolationReason
        : Optional.of("a test ends otherwise in a fork than in a fresh process");
  }

  /** Green tests that start another Python process, where nobody sees what they reach. */
  Set<String> spawning() {
    return baseline.tests().stream()
        .map(TestOutcome::id)
        .filter(baseline.spawning()::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A run that stops as soon as a verdict is known. */
  RunRequest request(Isolation chosen, Optional<Set<String>> selection, Limits.Policy policy) {
    return new RunRequest(
        chosen,
        suite.arguments(),
        selection.map(this::inSuiteOrder),
        baseline.deselected(),
        true,
        Map.of(),
        false,
        Limits.of(baseline, policy, memoryBytes),
        List.of());
  }

  /** How many tests a selection holds; all of them where it is empty. */
  int size(Optional<Set<String>> selection) {
    return selection.map(tests -> inSuiteOrder(tests).size()).orElse(baseline.tests().size());
  }

  private List<String> inSuiteOrder(Set<String> selection) {
    return baseline.tests().stream().map(TestOutcome::id).filter(selection::contains).toList();
  }
}
