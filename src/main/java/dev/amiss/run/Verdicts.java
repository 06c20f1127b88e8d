package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What is known of each mutant so far. May be told from several threads. */
final class Verdicts {

  private final List<Mutant> mutants;

  /** The mutants, and besides them the stages of compounds and what these are compared with. */
  private final List<Mutant> tasks;

  private final Causes causes;
  private final Recall recall;
  private final Map<String, Verdict> settled = new ConcurrentHashMap<>();

  Verdicts(List<Mutant> mutants, Causes causes, Recall recall) {
    this.mutants = List.copyOf(mutants);
    this.tasks = tasks(mutants);
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

  private static List<Mutant> tasks(List<Mutant> mutants) {
    Map<String, Mutant> tasks = new LinkedHashMap<>();
    for (Mutant mutant : mutants) {
      tasks.put(mutant.id(), mutant);
      mutant.halfFixed().ifPresent(stage -> tasks.put(stage.id(), stage));
    }
    for (Mutant mutant : mutants) {
      mutant
          .compound()
          .map(Mutant.Compound::twin)
          .ifPresent(twin -> tasks.putIfAbsent(twin.id(), twin));
    }
    return List.copyOf(tasks.values());
  }

  /** What nothing is known of yet: mutants, stages of them, and what they are compared with. */
  List<Mutant> open() {
    return tasks.stream().filter(mutant -> !settled.containsKey(mutant.id())).toList();
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

  /** All mutants, and the other stages of those that have any. */
  List<MutantResult> judged() {
    return results().stream()
        .flatMap(result -> Stream.concat(Stream.of(result), result.halfFixed().stream()))
        .toList();
  }

  private MutantResult result(Mutant mutant) {
    Verdict verdict = verdict(mutant);
    return new MutantResult(
        mutant,
        verdict,
        cause(mutant, verdict),
        mutant.halfFixed().map(stage -> new MutantResult(stage, verdict(stage), Optional.empty())));
  }

  private Verdict verdict(Mutant mutant) {
    Verdict verdict =
        settled.getOrDefault(
            mutant.id(), Verdict.withoutRun(MutantStatus.PENDING, Optional.empty()));
    return mutant.twinOf().isPresent() ? verdict.ofDecoy() : verdict;
  }

  private Optional<String> cause(Mutant mutant, Verdict verdict) {
    if (mutant.twinOf().isPresent()) {
      return Optional.empty(); // There is nothing that tests could have seen.
    }
    Optional<String> plain = causes.of(mutant, verdict);
    Optional<String> compound =
        mutant
            .compound()
            .flatMap(
                both ->
                    Compounds.cause(
                        both,
                        verdict,
                        verdict(both.twin()),
                        mutant.halfFixed().map(this::verdict)));
    List<String> all = Stream.concat(plain.stream(), compound.stream()).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
  }
}
