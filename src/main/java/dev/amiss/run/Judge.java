package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutation;
import dev.amiss.pytest.Limits;
import dev.amiss.pytest.Observation.Reach;
import dev.amiss.pytest.TestOutcome;
import dev.amiss.pytest.TestRun;
import dev.amiss.pytest.Worker;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import java.io.IOException;
import java.util.List;
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
  private final HotRules hot;
  private final Controls controls;
  private final Limits.Policy policy;
  private final boolean isAlone;

  /**
   * @param policy how long to wait
   * @param isAlone whether nothing else runs meanwhile, so that what only the clock claims is
   *     believed, and so is a failure of a test that does not reach the mutated code
   */
  Judge(
      TestBed bed,
      Coverage coverage,
      HotRules hot,
      Controls controls,
      Limits.Policy policy,
      boolean isAlone) {
    this.bed = bed;
    this.coverage = coverage;
    this.hot = hot;
    this.controls = controls;
    this.policy = policy;
    this.isAlone = isAlone;
  }

  /** The verdict; empty where only a second opinion, alone on the machine, can give it. */
  Optional<Verdict> judge(Worker worker, Mutant mutant) throws IOException, InterruptedException {
    Case open = new Case(worker, mutant);
    Reach reach = coverage.reach(mutant);
    try {
      return reach.isReached()
          ? open.covered(reach.selection())
          : open.uncovered(coverage.showsAtImport(mutant.mutation().orElseThrow()));
    } catch (Trials.DoesNotCompile problem) {
      return Optional.of(
          Verdict.withoutRun(MutantStatus.INVALID, Optional.ofNullable(problem.getMessage())));
    }
  }

  /** One mutant on its way to a verdict. */
  private final class Case {
    private final Worker worker;
    private final Mutant mutant;
    private final Mutation mutation;
    private final Trials trials;
    private int covering;

    private Case(Worker worker, Mutant mutant) {
      this.worker = worker;
      this.mutant = mutant;
      this.mutation = mutant.mutation().orElseThrow();
      this.trials = Trials.of(bed, worker, mutant, hot.answer(mutant));
    }

    private Optional<Verdict> covered(Optional<Set<String>> selection)
        throws Trials.DoesNotCompile, IOException, InterruptedException {
      covering = bed.size(selection);
      Trial trial = run(selection);
      if (trial.says() == Trial.Says.FAILED && !isOwnFault(trial, selection)) {
        trial = run(Optional.empty());
      }
      // What only some tests reach may still matter to others: through state it leaves behind.
      if (trial.says() == Trial.Says.PASSED && covering < bed.baseline().tests().size()) {
        trial = run(Optional.empty());
        // Or that test fails on a busy machine now and then: asked again, it would not fail twice.
        if (trial.says() == Trial.Says.FAILED && !isAlone) {
          return Optional.empty();
        }
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
        throws Trials.DoesNotCompile, IOException, InterruptedException {
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
        throws Trials.DoesNotCompile, IOException, InterruptedException {
      Set<String> spawning = bed.spawning();
      if (spawning.isEmpty() && !showsAtImport) {
        trials.requireThatItCompiles();
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
      return selection.isEmpty()
          || controls.pass(worker, trial, selection.get(), trials.choice().isolation());
    }

    private Trial run(Optional<Set<String>> selection)
        throws Trials.DoesNotCompile, IOException, InterruptedException {
      return trials.run(selection, policy);
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
              trials.ran(),
              trial.failed(),
              trial.message(),
              trials.seconds(),
              trials.cpuSeconds(),
              Optional.of(trials.choice().isolation().label()),
              trials.choice().reason()));
    }
  }
}
