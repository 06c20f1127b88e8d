package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.pytest.Limits;
import dev.amiss.pytest.RunRequest;
import dev.amiss.pytest.TestRun;
import dev.amiss.pytest.Worker;
import dev.amiss.result.FilterFacts;
import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import dev.amiss.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
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

  private static final String NOT_HOT = "filters are read when pytest starts";
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

  /** Runs the tests of those that nothing is known of. */
  void check(Workers workers, TestBed bed, Coverage coverage, Progress progress)
      throws IOException, InterruptedException {
    if (!isOpen()) {
      return;
    }
    progress.phase("Trying what filterwarnings would make of the survivors that Python warned of");
    suiteFails = !passes(workers.first(), bed, Map.of(), Optional.empty());
    if (suiteFails) {
      return;
    }
    List<Mutant> open =
        warned.stream()
            .map(MutantResult::mutant)
            .filter(mutant -> !known.containsKey(mutant.id()))
            .toList();
    workers.each(open, (worker, mutant) -> check(worker, bed, coverage, mutant));
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

  private void check(Worker worker, TestBed bed, Coverage coverage, Mutant mutant)
      throws IOException, InterruptedException {
    Map<Path, SourceFile> replaced = mutant.mutation().orElseThrow().mutated();
    Optional<Set<String>> covering = coverage.reach(mutant).selection();
    boolean passes =
        (covering.isEmpty() || passes(worker, bed, replaced, covering))
            && passes(worker, bed, replaced, Optional.empty());
    Verdict verdict =
        Verdict.withoutRun(
            passes ? MutantStatus.SURVIVED : MutantStatus.KILLED, Optional.of(ASPECT));
    known.put(mutant.id(), verdict);
    // The whole suite has to pass with the filters, so that all of it has a say.
    recall.keepForSuite(mutant, ASPECT, verdict);
  }

  private static boolean passes(
      Worker worker, TestBed bed, Map<Path, SourceFile> replaced, Optional<Set<String>> selection)
      throws IOException, InterruptedException {
    // Configuration is read when pytest starts, so nothing that has started already will do.
    Isolations.Choice choice = bed.isolations().choose(worker, selection, Optional.of(NOT_HOT));
    RunRequest request =
        bed.request(choice.isolation(), selection, Limits.Policy.ALONE).with(arguments());
    TestRun run = worker.run(replaced, request);
    return Trial.of(run).says() == Trial.Says.PASSED;
  }

  /** As options, which come after the configuration's own filters and so before them in effect. */
  private static List<String> arguments() {
    return FilterFacts.LINES.stream().flatMap(line -> Stream.of("-W", line)).toList();
  }
}
