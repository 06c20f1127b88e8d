package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.pytest.Isolation;
import dev.amiss.pytest.Limits;
import dev.amiss.pytest.Observation.Reach;
import dev.amiss.pytest.Worker;
import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.RunResult.VerifyFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Judges a few verdicts again by the definition: the whole suite, in a fresh process, with nothing
 * else running. Where that says otherwise, it finds out which shortcut lost the truth.
 */
final class Verification {

  private final TestBed bed;
  private final Coverage coverage;
  private final Worker worker;
  private final Progress progress;
  private int checked;
  private int selection;
  private int isolation;
  private int killedAgainstTimeout;

  Verification(TestBed bed, Coverage coverage, Worker worker, Progress progress) {
    this.bed = bed;
    this.coverage = coverage;
    this.worker = worker;
    this.progress = progress;
  }

  /**
   * Judges some again.
   *
   * @param most how many at the most
   * @param seed the same one chooses the same mutants
   */
  VerifyFacts verify(List<MutantResult> results, int most, long seed)
      throws IOException, InterruptedException {
    List<MutantResult> judged =
        new ArrayList<>(results.stream().filter(result -> result.status().isValid()).toList());
    Collections.shuffle(judged, new Random(seed));
    List<MutantResult> chosen = judged.subList(0, Math.min(most, judged.size()));
    progress.started(chosen.size());
    for (MutantResult result : chosen) {
      verify(result);
    }
    return new VerifyFacts(
        checked, selection + isolation, selection, isolation, killedAgainstTimeout);
  }

  private void verify(MutantResult result) throws IOException, InterruptedException {
    MutantStatus truth = truth(result);
    checked++;
    progress.judged(result.mutant().id(), truth.label());
    if (isSame(result.status(), truth)) {
      return;
    }
    if (result.status().isDetected() && truth.isDetected()) {
      killedAgainstTimeout++;
      return;
    }
    progress.note(
        result.mutant().id()
            + " is "
            + result.status().label()
            + ", but the whole suite in a fresh process says "
            + truth.label());
    Reach reach = coverage.reach(result.mutant());
    boolean isSelective = reach.selection().isPresent() && reach.isReached();
    if (isSelective && !isSame(cold(result.mutant(), reach.selection()), truth)) {
      selection++;
    } else {
      isolation++;
    }
  }

  /** A hang hangs every time; what the clock ended only once, the machine had no time for. */
  private MutantStatus truth(MutantResult result) throws IOException, InterruptedException {
    MutantStatus first = cold(result.mutant(), Optional.empty());
    boolean isDoubtful = first == MutantStatus.TIMEOUT && !result.status().isDetected();
    return isDoubtful ? cold(result.mutant(), Optional.empty()) : first;
  }

  private MutantStatus cold(Mutant mutant, Optional<Set<String>> tests)
      throws IOException, InterruptedException {
    return Trial.of(
            worker.run(
                mutant.mutation().orElseThrow().mutated(),
                bed.request(Isolation.COLD, tests, Limits.Policy.ALONE)))
        .status();
  }

  /** Whether a test reaches it does not show in how the suite ends. */
  private static boolean isSame(MutantStatus one, MutantStatus other) {
    return seen(one) == seen(other);
  }

  private static MutantStatus seen(MutantStatus status) {
    return status == MutantStatus.NO_COVERAGE ? MutantStatus.SURVIVED : status;
  }
}
