package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.pytest.Limits;
import dev.amiss.pytest.Worker;
import dev.amiss.result.FilterFacts;
import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What would become of the survivors that Python warned of, if pytest's configuration turned those
 * warnings into errors: run, and not guessed.
 */
final class Filters {

  private static final String ASPECT = "filters";

  private final List<MutantResult> warned;
  private final Recall recall;
  private final Map<String, Verdict> known = new ConcurrentHashMap<>();
  private boolean suiteFails;

  /**
   * @param results of the whole run
   * @param recall what earlier runs know
   */
  Filters(List<MutantResult> results, Recall recall) {
    this.warned =
        results.stream()
            .filter(result -> result.status() == MutantStatus.SURVIVED)
            .filter(result -> result.verdict().warned())
            .toList();
    this.recall = recall;
    for (MutantResult result : warned) {
      recall
          .recall(result.mutant(), ASPECT)
          .ifPresent(verdict -> known.put(result.mutant().id(), verdict));
    }
  }

  /** Whether anything has to be run to know. */
  boolean isOpen() {
    return known.size() < warned.size();
  }

  /**
   * Runs the tests of those that nothing is known of.
   *
   * @param bed whose processes, which serve all others, have the filters from here on
   */
  void check(Workers workers, TestBed bed, Coverage coverage, HotRules hot, Progress progress)
      throws IOException, InterruptedException {
    if (!isOpen()) {
      return;
    }
    progress.phase("Trying what filterwarnings would make of the survivors that Python warned of");
    TestBed filtered = bed.with(arguments());
    Isolations isolations = filtered.isolations();
    workers.everyone((worker, number) -> isolations.differing(worker, isolations.fastest()));
    suiteFails = !passesUnmutated(filtered, workers.first());
    if (suiteFails) {
      return;
    }
    List<Mutant> open =
        warned.stream()
            .map(MutantResult::mutant)
            .filter(mutant -> !known.containsKey(mutant.id()))
            .toList();
    workers.each(
        open,
        (worker, mutant) -> {
          Trials trials = Trials.of(filtered, worker, mutant, hot.answer(mutant));
          check(trials, coverage.reach(mutant).selection(), mutant);
        });
  }

  /** What came out; empty where Python warned of no survivor, or not all was run. */
  Optional<FilterFacts> facts() {
    if (warned.isEmpty() || (isOpen() && !suiteFails)) {
      return Optional.empty();
    }
    Set<String> failing = new TreeSet<>();
    known.forEach(
        (id, verdict) -> {
          if (verdict.status().isDetected()) {
            failing.add(id);
          }
        });
    return Optional.of(new FilterFacts(suiteFails, failing));
  }

  private static boolean passesUnmutated(TestBed bed, Worker worker)
      throws IOException, InterruptedException {
    // What forks are made from has passed all tests before it serves.
    return bed.isolations()
            .differing(worker, bed.isolations().fastest())
            .filter(Set::isEmpty)
            .isPresent()
        || passes(Trials.unmutated(bed, worker), Optional.empty());
  }

  private void check(Trials trials, Optional<Set<String>> covering, Mutant mutant)
      throws IOException, InterruptedException {
    boolean passes =
        (covering.isEmpty() || passes(trials, covering)) && passes(trials, Optional.empty());
    Verdict verdict =
        Verdict.withoutRun(
            passes ? MutantStatus.SURVIVED : MutantStatus.KILLED, Optional.of(ASPECT));
    known.put(mutant.id(), verdict);
    // The whole suite has to pass with the filters, so that all of it has a say.
    recall.keepForSuite(mutant, ASPECT, verdict);
  }

  private static boolean passes(Trials trials, Optional<Set<String>> selection)
      throws IOException, InterruptedException {
    try {
      return trials.run(selection, Limits.Policy.ALONE).says() == Trial.Says.PASSED;
    } catch (Trials.DoesNotCompile problem) {
      throw new IllegalStateException("a survivor does not compile", problem);
    }
  }

  /** As options, which come after the configuration's own filters and so before them in effect. */
  private static List<String> arguments() {
    return FilterFacts.LINES.stream().flatMap(line -> Stream.of("-W", line)).toList();
  }
}
