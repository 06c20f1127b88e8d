package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.process.Processes;
import dev.amiss.project.Settings;
import dev.amiss.pytest.Baseline;
import dev.amiss.pytest.BaselineRuns;
import dev.amiss.pytest.Limits;
import dev.amiss.pytest.Suite;
import dev.amiss.pytest.TestOutcome;
import dev.amiss.pytest.Worker;
import dev.amiss.result.FilterFacts;
import dev.amiss.result.MutantResult;
import dev.amiss.result.RunResult.BaselineFacts;
import dev.amiss.result.RunResult.VerifyFacts;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Optional;

/** The main job: baseline, canary, every mutant judged. */
public final class Run {

  private final Plan plan;
  private final Settings settings;
  private final Suite suite;
  private final Processes processes;
  private final Progress progress;
  private final Optional<Keeping.Place> place;

  /** A run that keeps nothing beyond its end. */
  public Run(Plan plan, Settings settings, Suite suite, Processes processes, Progress progress) {
    this(plan, settings, suite, processes, progress, Optional.empty());
  }

  /**
   * @param place where verdicts are kept, and those of earlier runs found
   */
  Run(
      Plan plan,
      Settings settings,
      Suite suite,
      Processes processes,
      Progress progress,
      Optional<Keeping.Place> place) {
    this.plan = plan;
    this.settings = settings;
    this.suite = suite;
    this.processes = processes;
    this.progress = progress;
    this.place = place;
  }

  /**
   * Does it all.
   *
   * @return what was found out, also where it was interrupted while judging
   * @throws dev.amiss.UserException where the project cannot be tested
   */
  public Outcome perform() throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.make();
        Keeping keeping = Keeping.begin(place, scratch.folder(), progress)) {
      progress.phase("Copying the project");
      try (Worker first = Worker.open(suite, processes, scratch.folder().resolve("0"))) {
        Sites sites = new Sites(plan.modules());
        Baseline baseline = baseline(first, sites);
        return judged(first, scratch, keeping, baseline, sites);
      }
    }
  }

  private Baseline baseline(Worker worker, Sites sites) throws IOException, InterruptedException {
    int runs = settings.testing().baselineRuns();
    progress.phase("Running the tests " + (runs == 1 ? "once" : runs + " times") + " unmutated");
    Baseline baseline =
        new BaselineRuns(
                worker,
                suite,
                sites.counts(),
                () -> new TestBodies(plan.tests()).files(),
                settings.testing().allowFailing())
            .measure(runs);
    if (!baseline.flaky().isEmpty()) {
      progress.note(
          "Left out as flaky, ending now one way and now another: "
              + String.join(", ", baseline.flaky()));
    }
    if (!baseline.switchedOff().isEmpty()) {
      progress.note("Runs without " + String.join(", ", baseline.switchedOff()));
    }
    return baseline;
  }

  private Outcome judged(
      Worker first, Scratch scratch, Keeping keeping, Baseline baseline, Sites sites)
      throws IOException, InterruptedException {
    Coverage coverage = new Coverage(baseline, sites);
    Observed observed = new Observed(coverage, Plan.options(settings));
    List<Mutant> mutants = plan.mutants().stream().map(observed::correct).toList();
    Recall recall = keeping.recall(scratch.folder(), plan, baseline, coverage);
    Verdicts verdicts = new Verdicts(mutants, causes(coverage), recall);
    int recalled = verdicts.recalled();
    Filters known = new Filters(verdicts.results(), recall);
    if (verdicts.open().isEmpty() && !known.isOpen() && settings.testing().verify() == 0) {
      return new Outcome(
          facts(baseline), Optional.empty(), recalled, known.facts(), verdicts.results(), false);
    }
    Optional<VerifyFacts> verified = Optional.empty();
    Optional<FilterFacts> filtered = Optional.empty();
    boolean isInterrupted = false;
    int count = Math.min(workerCount(), Math.max(1, verdicts.open().size()));
    try (Workers workers = Workers.of(first, count, suite, processes, scratch.folder())) {
      TestBed bed =
          new Readying(settings, suite, baseline, sites.counts(), progress).ready(workers);
      progress.phase("Checking that the tests notice a raise in the code under test");
      HotRules hot = new HotRules(coverage, sites);
      new Canary(bed, coverage, hot, new Raise(sites, plan.sources()))
          .sing(workers.first(), mutants);
      judge(workers, bed, coverage, hot, verdicts);
      Filters filters = new Filters(verdicts.results(), recall);
      filters.check(workers, bed, coverage, hot, progress);
      filtered = filters.facts();
      verified = verify(workers.first(), bed, coverage, verdicts);
    } catch (InterruptedException | ClosedByInterruptException e) {
      isInterrupted = true; // What is known is kept; the rest stays pending.
      Thread.interrupted(); // Writing it down must not end the same way.
    }
    return new Outcome(
        facts(baseline), verified, recalled, filtered, verdicts.results(), isInterrupted);
  }

  private void judge(
      Workers workers, TestBed bed, Coverage coverage, HotRules hot, Verdicts verdicts)
      throws IOException, InterruptedException {
    progress.started(verdicts.open().size());
    Controls controls = new Controls(bed);
    Judge judge = new Judge(bed, coverage, hot, controls, firstPolicy(), false);
    workers.each(
        new LoopsFirst(plan.modules()).order(verdicts.open()),
        (worker, mutant) ->
            judge
                .judge(worker, mutant)
                .ifPresent(verdict -> verdicts.settle(mutant, verdict, progress)));
    // What a busy machine may have brought about is asked again, with nothing else running.
    Judge alone = new Judge(bed, coverage, hot, controls, firstPolicy().secondOpinion(), true);
    List<Mutant> undecided = verdicts.open();
    if (!undecided.isEmpty()) {
      progress.phase("Asking again, one at a time, what a busy machine may have brought about");
      progress.started(undecided.size());
    }
    for (Mutant mutant : undecided) {
      verdicts.settle(mutant, alone.judge(workers.first(), mutant).orElseThrow(), progress);
    }
  }

  private Optional<VerifyFacts> verify(
      Worker worker, TestBed bed, Coverage coverage, Verdicts verdicts)
      throws IOException, InterruptedException {
    int most = settings.testing().verify();
    if (most == 0) {
      return Optional.empty();
    }
    progress.phase("Judging " + most + " verdicts again, on the whole suite in fresh processes");
    return Optional.of(
        new Verification(bed, coverage, worker, progress)
            .verify(verdicts.judged(), most, settings.selection().seed()));
  }

  private Causes causes(Coverage coverage) {
    return new Causes(
        coverage,
        new TestBodies(plan.tests()),
        new HidingFilters(
            plan.project().pytest().warningFilters(), settings.testing().pytestArguments()));
  }

  private Limits.Policy firstPolicy() {
    Settings.Limits limits = settings.limits();
    return new Limits.Policy(limits.timeoutFloor().toMillis() / 1000.0, limits.timeoutFactor());
  }

  private int workerCount() {
    return settings.testing().workers().orElse(Runtime.getRuntime().availableProcessors());
  }

  private static BaselineFacts facts(Baseline baseline) {
    long skipped =
        baseline.tests().stream().filter(test -> test.kind() == TestOutcome.Kind.SKIPPED).count();
    int tests = baseline.tests().size() + baseline.leftOut().size() + baseline.flaky().size();
    return new BaselineFacts(
        tests,
        baseline.tests().size() - (int) skipped,
        baseline.leftOut().size(),
        (int) skipped,
        baseline.seconds(),
        baseline.cpuSeconds(),
        baseline.flaky(),
        baseline.leftOut());
  }

  /**
   * What a run found out.
   *
   * @param verified empty where no verdict was to be judged again
   * @param recalled how many verdicts earlier runs had found out
   * @param filters what filterwarnings would make of the survivors that Python warned of
   * @param isInterrupted whether it was ended before every mutant was judged
   */
  public record Outcome(
      BaselineFacts baseline,
      Optional<VerifyFacts> verified,
      int recalled,
      Optional<FilterFacts> filters,
      List<MutantResult> results,
      boolean isInterrupted) {
    public Outcome {
      results = List.copyOf(results);
    }
  }
}
