package dev.amiss.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.TestPython;
import dev.amiss.mutation.Mutant;
import dev.amiss.process.Processes;
import dev.amiss.project.GivenSettings;
import dev.amiss.project.Project;
import dev.amiss.project.Settings;
import dev.amiss.pytest.Baseline;
import dev.amiss.pytest.BaselineRuns;
import dev.amiss.pytest.Deadline;
import dev.amiss.pytest.HotChange;
import dev.amiss.pytest.Isolation;
import dev.amiss.pytest.Limits;
import dev.amiss.pytest.RunRequest;
import dev.amiss.pytest.Suite;
import dev.amiss.pytest.TestRun;
import dev.amiss.pytest.Worker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hot run has two ways to take a dropped {@code await} in, and they are to say the same. */
class SwitchAndSwapTest {

  /**
   * The clock waits for the busiest machine; a loop that spins is known by its processor time, of
   * which these tests take a tenth of a second.
   */
  private static final Limits LIMITS =
      new Limits(Map.of(), new Deadline(600, 3, 600), 600, 600, Limits.LEAST_MEMORY);

  @TempDir Path folder;

  @Test
  void agree_on_every_dropped_await_of_the_progress_tool() throws Exception {
    Path root = Path.of("sample-projects", "progress-tool");
    try (Processes processes = new Processes()) {
      Settings settings = Settings.load(root, Optional.empty(), GivenSettings.onCommandLine(root));
      Plan plan = Plan.of(Project.discover(root, settings, processes), settings);
      Suite suite = new Suite(plan.project().root(), TestPython.lean(), List.of());
      try (Worker worker = Worker.open(suite, processes, folder)) {
        assertThat(disagreements(worker, plan, suite)).isEmpty();
      }
    }
  }

  private static List<String> disagreements(Worker worker, Plan plan, Suite suite)
      throws IOException, InterruptedException {
    Sites sites = new Sites(plan.modules());
    Baseline baseline = new BaselineRuns(worker, suite, sites.counts(), List::of, false).measure(2);
    Coverage coverage = new Coverage(baseline, sites);
    HotRules rules = new HotRules(coverage, sites);
    assertThat(worker.collect(suite.arguments(), List.of(), sites.counts(), List.of(), 600))
        .isEmpty();
    List<String> disagreements = new ArrayList<>();
    int compared = 0;
    for (Mutant mutant : plan.mutants()) {
      Optional<HotChange> change = rules.answer(mutant).change();
      Optional<Set<String>> tests = coverage.reach(mutant).selection();
      if (change.orElse(null) instanceof HotChange.AwaitSwitch off
          && !tests.orElseThrow().isEmpty()) {
        RunRequest request = request(suite, baseline, tests.orElseThrow());
        String switched = said(run(worker, mutant, request, off));
        String swapped = said(run(worker, mutant, request, new HotChange.CodeSwap()));
        compared++;
        if (!switched.equals(swapped)) {
          disagreements.add(mutant.id() + " switched: " + switched + " swapped: " + swapped);
        }
      }
    }
    assertThat(compared).as("dropped awaits that tests reach").isGreaterThan(30);
    return disagreements;
  }

  private static TestRun run(Worker worker, Mutant mutant, RunRequest request, HotChange change)
      throws IOException, InterruptedException {
    return worker.run(
        mutant.mutation().orElseThrow().mutated(), request.changing(Optional.of(change)));
  }

  private static RunRequest request(Suite suite, Baseline baseline, Set<String> tests) {
    return new RunRequest(
        Isolation.HOT,
        suite.arguments(),
        Optional.of(
            baseline.tests().stream().map(test -> test.id()).filter(tests::contains).toList()),
        List.of(),
        true,
        Map.of(),
        false,
        LIMITS,
        List.of(),
        Optional.empty());
  }

  /** What a verdict depends on. Messages may hold addresses. */
  private static String said(TestRun run) {
    return run.outcome()
        + " "
        + run.exitStatus()
        + " "
        + run.failures().stream().map(TestRun.Failure::id).toList()
        + " "
        + run.hang().flatMap(TestRun.Hang::test)
        + " "
        + run.warnings().stream().map(TestRun.CoroutineWarning::text).distinct().sorted().toList();
  }
}
