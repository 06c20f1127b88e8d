package dev.amiss.run;

import dev.amiss.UserException;
import dev.amiss.project.Settings;
import dev.amiss.pytest.Baseline;
import dev.amiss.pytest.Isolation;
import dev.amiss.pytest.Suite;
import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Makes workers ready to judge: the fastest isolation that the project allows, behind its gate. */
final class Readying {

  private final Settings settings;
  private final Suite suite;
  private final Baseline baseline;
  private final Progress progress;

  Readying(Settings settings, Suite suite, Baseline baseline, Progress progress) {
    this.settings = settings;
    this.suite = suite;
    this.baseline = baseline;
    this.progress = progress;
  }

  /**
   * Refuses what this version does not have, before anything is run.
   *
   * @throws UserException with the settings that do instead
   */
  static void check(Settings settings) {
    if (settings.testing().isolation() == Settings.Isolation.HOT) {
      throw UserException.usage(
          "This version of amiss has no hot isolation.", "Use --isolation auto.");
    }
  }

  TestBed ready(Workers workers) throws IOException, InterruptedException {
    return switch (settings.testing().isolation()) {
      case COLD -> gated(workers, Isolation.COLD, Optional.of("asked for"));
      case AUTO, WARM -> warm(workers);
      case HOT -> throw new IllegalStateException("hot isolation was refused before");
    };
  }

  private TestBed warm(Workers workers) throws IOException, InterruptedException {
    progress.phase("Loading the libraries that the tests use");
    Queue<String> refusals = new ConcurrentLinkedQueue<>();
    workers.everyone(
        (worker, number) -> worker.warmUp(baseline.modules()).ifPresent(refusals::add));
    String refusal = refusals.peek();
    return refusal == null
        ? gated(workers, Isolation.WARM, Optional.empty())
        : gated(workers, Isolation.COLD, Optional.of(refusal));
  }

  private TestBed gated(Workers workers, Isolation isolation, Optional<String> reason)
      throws IOException, InterruptedException {
    if (isolation == Isolation.COLD && workers.all().size() == 1) {
      return bed(isolation, reason, Set.of()); // The baseline was its gate.
    }
    progress.phase("Checking that the unmutated suite ends the same way in each worker");
    Gate gate = new Gate(suite, baseline, isolation);
    Set<String> differing = new TreeSet<>(gate.differing(workers));
    if (!differing.isEmpty() && workers.all().size() > 1) {
      Set<String> alone = gate.differing(workers.first());
      workers.keepFirstOnly();
      progress.note(
          "One worker only: side by side with others, "
              + differing.iterator().next()
              + " ends otherwise than alone.");
      differing = new TreeSet<>(alone);
    }
    if (!differing.isEmpty() && isolation == Isolation.WARM) {
      progress.note(
          differing.size()
              + (differing.size() == 1 ? " test ends" : " tests end")
              + " otherwise in a fork than in a fresh process; mutants they reach run cold: "
              + differing.iterator().next());
    }
    return bed(isolation, reason, differing);
  }

  private TestBed bed(Isolation isolation, Optional<String> reason, Set<String> coldOnly) {
    return new TestBed(suite, baseline, isolation, reason, coldOnly, settings.limits().memory());
  }
}
