package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.project.Surroundings;
import dev.amiss.pytest.Baseline;
import dev.amiss.pytest.Observation.Reach;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import dev.amiss.store.Inputs;
import dev.amiss.store.Journal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What earlier runs found out, as far as it still holds, and where this run writes down what it
 * finds out itself.
 */
final class Recall {

  private final Optional<Journal> journal;
  private final Optional<Inputs> inputs;
  private final boolean isReading;
  private final Coverage coverage;

  private Recall(
      Optional<Journal> journal, Optional<Inputs> inputs, boolean isReading, Coverage coverage) {
    this.journal = journal;
    this.inputs = inputs;
    this.isReading = isReading;
    this.coverage = coverage;
  }

  /** For a run that keeps nothing. */
  static Recall nothing(Coverage coverage) {
    return new Recall(Optional.empty(), Optional.empty(), false, coverage);
  }

  /**
   * For a run with a journal.
   *
   * @param isReading whether verdicts of earlier runs may be used
   */
  static Recall of(
      Journal journal,
      boolean isReading,
      Surroundings surroundings,
      Plan plan,
      Baseline baseline,
      Coverage coverage) {
    Inputs inputs =
        Inputs.of(
            surroundings.text() + "\n" + Engine.version(),
            plan.modules(),
            plan.tests(),
            others(plan, surroundings.files()),
            baseline);
    return new Recall(Optional.of(journal), Optional.of(inputs), isReading, coverage);
  }

  /** What an earlier run found out, if nothing that it depends on has changed. */
  Optional<Verdict> recall(Mutant mutant) {
    return recall(mutant, "");
  }

  /**
   * What an earlier run found out of something else than the verdict.
   *
   * @param aspect what that is called; empty for the verdict
   */
  Optional<Verdict> recall(Mutant mutant, String aspect) {
    return isReading && mutant.mutation().isPresent()
        ? journal.flatMap(each -> each.find(key(mutant).of(aspect)))
        : Optional.empty();
  }

  /** Writes a verdict down at once. */
  void keep(Mutant mutant, Verdict verdict) {
    if (mutant.mutation().isPresent() && verdict.status() != MutantStatus.PENDING) {
      journal.ifPresent(
          each -> each.save(key(mutant), mutant.id(), verdict, coverage.reach(mutant).selection()));
    }
  }

  /** Writes down what all of the suite had a say in. */
  void keepForSuite(Mutant mutant, String aspect, Verdict verdict) {
    journal.ifPresent(each -> each.saveForSuite(key(mutant).of(aspect), mutant.id(), verdict));
  }

  private Inputs.Key key(Mutant mutant) {
    Reach reach = coverage.reach(mutant);
    return inputs.orElseThrow().key(mutant, reach);
  }

  /** All but what is known definition by definition. */
  private static SortedMap<Path, String> others(Plan plan, SortedMap<Path, String> files) {
    SortedMap<Path, String> others = new TreeMap<>(files);
    plan.modules().forEach(module -> others.remove(module.path()));
    plan.tests().forEach(module -> others.remove(module.path()));
    return others;
  }
}
