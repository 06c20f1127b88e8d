package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutation;
import dev.amiss.pytest.Isolation;
import dev.amiss.pytest.Limits;
import dev.amiss.pytest.Observation.Reach;
import dev.amiss.pytest.TestOutcome;
import dev.amiss.pytest.TestRun;
import dev.amiss.pytest.Worker;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import dev.amiss.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out what the whole suite says of a mutant, by running as little of it as is sound: the
 * tests that reach the mutated code first, and all of them before a survivor is believed.
 */
final class Judge {

  private final TestBed bed;
  private final Coverage coverage;
  private final Controls controls;
  private final Limits.Policy policy;
  private final boolean isAlone;

  /**
   * @param policy how long to wait
   * @param isAlone whether nothing else runs meanwhile, so that a hang is believed which only the
   *     clock claims
   */
  Judge(TestBed bed, Coverage coverage, Controls controls, Limits.Policy policy, boolean isAlone) {
    this.bed = bed;
    this.coverage = coverage;
    this.controls = controls;
    this.policy = policy;
    this.isAlone = isAlone;
  }

  /** The verdict; empty where only a second opinion, alone on the machine, can give it. */
  Optional<Verdict> judge(Worker worker, Mutant mutant) throws IOException, InterruptedException {
    Case open = new Case(worker, mutant);
    Optional<String> problem = worker.compileProblem(open.replaced);
    if (problem.isPresent()) {
      return Optional.of(Verdict.withoutRun(MutantStatus.INVALID, problem));
    }
    Reach reach = coverage.reach(mutant);
    if (!reach.isReached()) {
      return open.uncovered(coverage.showsAtImport(mutant.mutation().orElseThrow()));
    }
    return open.covered(reach.selection());
  }

  /** One mutant on its way to a verdict: adds up what its trials cost. */
  private final class Case {
    private final Worker worker;
    private final Mutant mutant;
    private final Mutation mutation;
    private final Map<Path, SourceFile> replaced;
    private int covering;
    private int ran;
    private double seconds;
    private double cpuSeconds;
    private Isolation isolation = bed.isolation();

    private Case(Worker worker, Mutant mutant) {
      this.worker = worker;
      this.mutant = mutant;
      this.mutation = mutant.mutation().orElseThrow();
      this.replaced = mutation.mutated();
    }

    private Optional<Verdict> covered(Optional<Set<String>> selection)
        throws IOException, InterruptedException {
      covering = bed.size(selection);
      Trial trial = run(selection);
      if (trial.says() == Trial.Says.FAILED && !isOwnFault(trial, selection)) {
        trial = run(Optional.empty());
      }
      // What only some tests reach may still matter to others: through state it leaves behind.
      if (trial.says() == Trial.Says.PASSED && covering < bed.baseline().tests().size()) {
        trial = run(Optional.empty());
      }
      if (trial.says() == Trial.Says.FAILED && isByUntouched(trial)) {
        return concludeWithoutUntouched(trial);
      }
      return conclude(trial, trial.status());
    }

    /** Whether only tests failed that were left as they are while what they call has changed. */
    private boolean isByUntouched(Trial trial) {
      return !trial.failed().isEmpty()
          && trial.failed().stream().allMatch(test -> Interface.isAmong(test, mutant.untouched()));
    }

    /** Any other test that fails says more than that a function has become async. */
    private Optional<Verdict> concludeWithoutUntouched(Trial trivial)
        throws IOException, InterruptedException {
      Set<String> others =
          bed.baseline().tests().stream()
              .map(TestOutcome::id)
              .filter(test -> !Interface.isAmong(test, mutant.untouched()))
              .collect(Collectors.toUnmodifiableSet());
      Optional<Verdict> trivially =
          conclude(trivial, MutantStatus.KILLED).map(verdict -> verdict.because(Interface.REASON));
      if (others.isEmpty()) {
        return trivially;
      }
      Trial trial = run(Optional.of(others));
      boolean isOwn =
          switch (trial.says()) {
            case PASSED -> false;
            case FAILED -> isOwnFault(trial, Optional.of(others));
            case HUNG, SLOW -> true;
          };
      return isOwn ? conclude(trial, trial.status()) : trivially;
    }

    /**
     * No test of this process reaches it; one that starts another Python may do so there.
     *
     * @param showsAtImport whether any test may see a difference that merely imports the file
     */
    private Optional<Verdict> uncovered(boolean showsAtImport)
        throws IOException, InterruptedException {
      Set<String> spawning = bed.spawning();
      if (spawning.isEmpty() && !showsAtImport) {
        return Optional.of(Verdict.withoutRun(MutantStatus.NO_COVERAGE, Optional.empty()));
      }
      Optional<Set<String>> selection = showsAtImport ? Optional.empty() : Optional.of(spawning);
      Trial trial = run(selection);
      if (trial.says() == Trial.Says.FAILED && !isOwnFault(trial, selection)) {
        trial = run(Optional.empty());
      }
      boolean passed = trial.says() == Trial.Says.PASSED;
      return conclude(trial, passed ? MutantStatus.NO_COVERAGE : trial.status());
    }

    /** Whether the unmutated control passes where this failed. */
    private boolean isOwnFault(Trial trial, Optional<Set<String>> selection)
        throws IOException, InterruptedException {
      return selection.isEmpty() || controls.pass(worker, trial, selection.get(), isolation);
    }

    private Trial run(Optional<Set<String>> selection) throws IOException, InterruptedException {
      isolation = bed.isolation(selection);
      TestRun run = worker.run(replaced, bed.request(isolation, selection, policy));
      ran += run.ran();
      seconds += run.seconds();
      cpuSeconds += run.cpuSeconds();
      return Trial.of(run);
    }

    private Optional<Verdict> conclude(Trial trial, MutantStatus status) {
      if (trial.says() == Trial.Says.SLOW && !isAlone) {
        return Optional.empty();
      }
      List<String> warnings =
          trial.run().warnings().stream()
              .filter(warning -> !controls.warnsWithout(warning, mutation))
              .map(TestRun.CoroutineWarning::text)
              .distinct()
              .toList();
      return Optional.of(
          new Verdict(
              status,
              trial.reason(),
              warnings,
              covering,
              ran,
              trial.failed(),
              trial.message(),
              seconds,
              cpuSeconds,
              Optional.of(isolation.label()),
              bed.isolationReason(isolation)));
    }
  }
}
