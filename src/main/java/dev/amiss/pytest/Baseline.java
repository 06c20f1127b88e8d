package dev.amiss.pytest;

import java.util.List;
import java.util.Set;

/**
 * The suite without any mutation: the green tests that every mutant is held against.
 *
 * @param tests the tests that count, in suite order: neither flaky nor left out
 * @param flaky ids of tests whose outcome differed between runs
 * @param leftOut ids of tests that fail without any mutation
 * @param spawning ids of tests that start another Python process, which nobody watches
 * @param modules third-party modules that the suite loads
 * @param lateModules those of them that are loaded after the last test
 * @param seconds wall-clock time of one plain run
 * @param cpuSeconds processor time of one plain run
 * @param switchedOff options of the project that amiss runs without
 */
public record Baseline(
    List<TestOutcome> tests,
    List<String> flaky,
    List<String> leftOut,
    Set<String> spawning,
    List<String> modules,
    List<String> lateModules,
    List<TestRun.CoroutineWarning> warnings,
    Observation observation,
    double seconds,
    double cpuSeconds,
    long peakMemoryBytes,
    List<String> switchedOff) {

  public Baseline {
    tests = List.copyOf(tests);
    flaky = List.copyOf(flaky);
    leftOut = List.copyOf(leftOut);
    spawning = Set.copyOf(spawning);
    modules = List.copyOf(modules);
    lateModules = List.copyOf(lateModules);
    warnings = List.copyOf(warnings);
    switchedOff = List.copyOf(switchedOff);
  }

  /** The tests' own share of {@link #seconds}. */
  double testSeconds() {
    return tests.stream().mapToDouble(TestOutcome::seconds).sum();
  }

  /** Ids of the tests that are run without: red or flaky. */
  public List<String> deselected() {
    return java.util.stream.Stream.concat(flaky.stream(), leftOut.stream()).toList();
  }
}
