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
 * @param isolations those that the project allows
 * @param memoryBytes how much a mutant's tests may use; empty for what the baseline suggests
 */
record TestBed(Suite suite, Baseline baseline, Isolations isolations, OptionalLong memoryBytes) {

  /** Green tests that start another Python process, where nobody sees what they reach. */
  Set<String> spawning() {
    return baseline.tests().stream()
        .map(TestOutcome::id)
        .filter(baseline.spawning()::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same with more arguments for pytest, which it has to be started anew to read. */
  TestBed with(List<String> arguments) {
    Suite other = suite.with(arguments);
    return new TestBed(other, baseline, isolations.with(other), memoryBytes);
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
        List.of(),
        Optional.empty());
  }

  /** How many tests a selection holds; all of them where it is empty. */
  int size(Optional<Set<String>> selection) {
    return selection.map(tests -> inSuiteOrder(tests).size()).orElse(baseline.tests().size());
  }

  private List<String> inSuiteOrder(Set<String> selection) {
    return baseline.tests().stream().map(TestOutcome::id).filter(selection::contains).toList();
  }
}
