package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of each mutant so far. May be told from several threads. */
final class Verdicts {

  private final List<Mutant> mutants;
  private final Causes causes;
  private final Recall recall;
  private final Map<String, Verdict> settled = new ConcurrentHashMap<>();

  Verdicts(List<Mutant> mutants, Causes causes, Recall recall) {
    this.mutants = List.copyOf(mutants);
    this.recall = recall;
    this.causes = causes;
    for (Mutant mutant : mutants) {
      mutant
          .ignored()
          .ifPresent(
              reason ->
                  settled.put(
                      mutant.id(), Verdict.withoutRun(MutantStatus.IGNORED, Optional.of(reason))));
    }
  }

  /** The mutants that nothing is known of yet. */
  List<Mutant> open() {
    return mutants.stream().filter(mutant -> !settled.containsKey(mutant.id())).toList();
  }

  /**
   * Settles what earlier runs found out and still holds.
   *
   * @return how many that are
   */
  int recalled() {
    int count = 0;
    for (Mutant mutant : open()) {
      Optional<Verdict> verdict = recall.recall(mutant);
      verdict.ifPresent(known -> settled.put(mutant.id(), known));
      count += verdict.isPresent() ? 1 : 0;
    }
    return count;
  }

  void settle(Mutant mutant, Verdict verdict, Progress progress) {
    recall.keep(mutant, verdict);
    settled.put(mutant.id(), verdict);
    synchronized (progress) {
      progress.judged(mutant.id(), verdict.status().label());
    }
  }

  /** All mutants in their order; those that nothing is known of are pending. */
  List<MutantResult> results() {
    return mutants.stream().map(this::result).toList();
  }

  private MutantResult result(Mutant mutant) {
    Verdict verdict =
        settled.getOrDefault(
            mutant.id(), Verdict.withoutRun(MutantStatus.PENDING, Optional.empty()));
    return new MutantResult(mutant, verdict, causes.of(mutant, verdict));
  }
}
