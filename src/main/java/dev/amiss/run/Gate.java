package dev.amiss.run;

import dev.amiss.pytest.Baseline;
import dev.amiss.pytest.Isolation;
import dev.amiss.pytest.Limits;
import dev.amiss.pytest.RunRequest;
import dev.amiss.pytest.Suite;
import dev.amiss.pytest.TestOutcome;
import dev.amiss.pytest.TestRun;
import dev.amiss.pytest.Worker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The null gate: before a process may serve forks, all green tests run in one without any mutation.
 * A test that ends otherwise than in a fresh process is not judged in forks.
 */
final class Gate {

  private final Suite suite;
  private final Baseline baseline;
  private final Map<Path, Integer> awaits;

  /**
   * @param awaits the code under test, with how many {@code await}s each file has
   */
  Gate(Suite suite, Baseline baseline, Map<Path, Integer> awaits) {
    this.suite = suite;
    this.baseline = baseline;
    this.awaits = Map.copyOf(awaits);
  }

  /** The same for another suite of the same tests. */
  Gate with(Suite other) {
    return new Gate(other, baseline, awaits);
  }

  /**
   * Starts what runs are forked from.
   *
   * @return why there can be no such runs; empty where there can
   */
  Optional<String> open(Worker worker, Isolation isolation)
      throws IOException, InterruptedException {
    return switch (isolation) {
      case HOT -> collect(worker, baseline.lateModules());
      case WARM -> worker.warmUp(baseline.modules());
      case COLD -> Optional.empty();
    };
  }

  private Optional<String> collect(Worker worker, List<String> late)
      throws IOException, InterruptedException {
    return worker.collect(
        suite.arguments(), baseline.deselected(), awaits, late, limits().startupSeconds());
  }

  /** Tests that end otherwise on a worker than they did in the baseline. */
  Set<String> differing(Worker worker, Isolation isolation)
      throws IOException, InterruptedException {
    RunRequest request =
        RunRequest.wholeSuite(isolation, suite, limits()).without(baseline.deselected());
    TestRun run = worker.run(Map.of(), request);
    if (run.outcome() == TestRun.Outcome.UNFIT && collect(worker, List.of()).isEmpty()) {
      // The tests are in the way of what the end of the session imports: each run does so itself.
      run = worker.run(Map.of(), request);
    }
    Map<String, TestOutcome.Kind> seen =
        run.tests().stream()
            .collect(Collectors.toMap(TestOutcome::id, TestOutcome::kind, (one, other) -> one));
    Set<String> differing = new HashSet<>();
    for (TestOutcome test : baseline.tests()) {
      if (seen.get(test.id()) != test.kind()) {
        differing.add(test.id());
      }
    }
    if (differing.isEmpty() && !run.isGreen()) {
      // No single test is to blame: then none of them is above suspicion.
      baseline.tests().forEach(test -> differing.add(test.id()));
    }
    return differing;
  }

  private Limits limits() {
    return Limits.of(baseline, Limits.Policy.ALONE, OptionalLong.empty());
  }
}
